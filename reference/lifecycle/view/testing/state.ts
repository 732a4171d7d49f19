import { emptyIndex, type InstalledRecord } from '../../index/installed-index.ts';
import type { LifecycleState, StatusRow } from '../../step/types.ts';
import type { Machine } from '../eligibility.ts';
import type { SkillFacts } from '../facts.ts';

export const machine: Machine = {
  host: { protocolMajor: 1n, version: '0.1.0' },
  device: new Set(['camera']),
  node: new Set(),
};

export function facts(fields: Partial<SkillFacts> = {}): SkillFacts {
  return {
    skillId: 'acme.echo',
    version: '1.0.0',
    requiredProtocolMajor: 1n,
    minPalyraVersion: '0.1.0',
    maxPalyraVersion: null,
    deviceCapabilities: [],
    nodeCapabilities: [],
    ...fields,
  };
}

export function record(fields: Partial<InstalledRecord> = {}): InstalledRecord {
  return {
    skillId: 'acme.echo',
    version: '1.0.0',
    publisher: 'acme',
    current: true,
    installedAtUnixMs: 0n,
    artifactSha256: '00',
    payloadSha256: '00',
    signatureKeyId: 'ed25519:0',
    trustDecision: 'allowlisted',
    source: { kind: 'local_artifact', reference: 'echo.palyra-skill' },
    missingSecrets: [],
    ...fields,
  };
}

export function row(fields: Partial<StatusRow> = {}): StatusRow {
  return {
    skillId: 'acme.echo',
    version: '1.0.0',
    status: 'active',
    reason: null,
    detectedAtMs: 0n,
    operatorPrincipal: 'user:ann',
    createdAtUnixMs: 0n,
    updatedAtUnixMs: 0n,
    ...fields,
  };
}

export function state(entries: readonly InstalledRecord[], statuses: readonly StatusRow[] = []): LifecycleState {
  return { index: { ...emptyIndex, entries }, statuses, nextReauditUnixMs: null };
}

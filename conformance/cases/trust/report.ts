import { assemble } from '#fixtures/artifact/encode.ts';
import { sha256 } from '#fixtures/artifact/integrity.ts';
import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import { manifestEntry, signatureEntry } from '#spec/constants.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { accepted } from '../../rows.ts';
import { exactly } from '../manifest/exactly.ts';
import { fullManifest } from '../manifest/full.ts';
import { full, integrityTable } from '../manifest/sample.ts';
import { castOf, storeRecord } from './store-rows.ts';
import { verifying } from './verifying.ts';

const verifiedAt = ({ nowUnixMs }: World) => nowUnixMs + 86_400_001n;

/** An artifact whose manifest leaves nothing out, and which has a file outside the usual folders. */
function richArtifact(world: World): ArtifactModel {
  return {
    ...baseArtifact(world),
    manifest: full.text(world).replace(integrityTable, ''),
    assets: [{ path: 'notes.txt', bytes: world.bytes('notes', 20) }],
    others: [{ path: 'docs/readme.txt', bytes: 'Read me.' }],
  };
}

function richReport(world: World): WireValue {
  const { payloadSha256, entries } = assemble(richArtifact(world), world.parameters.names);
  const files = entries
    .filter(({ path }) => path !== manifestEntry && path !== signatureEntry)
    .map(({ path, bytes }) => ({ path, sha256: sha256(bytes) }));
  const bindings = richBindings(world);
  return exactly({
    accepted: true,
    trust_decision: 'allowlisted',
    payload_sha256: payloadSha256,
    manifest: fullManifest(world, files),
    manifest_warnings: [],
    capability_grants: {
      http_hosts: ['api.example.com', 'cdn.example.com'],
      secret_keys: [`skill:${world.skillId}/api_key`, `skill:${world.skillId}/backup_key`],
      storage_prefixes: ['data/out'],
      channels: [],
    },
    policy_bindings: bindings,
    audit_event: {
      event_kind: 'skill.artifact.verified',
      skill_id: world.skillId,
      publisher: world.publisher,
      version: '3.1.4',
      payload_sha256: payloadSha256,
      trust_decision: 'allowlisted',
      verified_at_unix_ms: verifiedAt(world),
      policy_bindings: bindings,
    },
  });
}

function richBindings({ skillId, publisher, tool }: World): WireValue {
  const capability = (name: string) => ({
    action: `skill.capability.${name}`,
    resource: `skill:${skillId}`,
    requires_approval: true,
  });
  const execute = (id: string) => ({ action: 'tool.execute', resource: `tool:${id}`, requires_approval: true });
  const tools = [`${publisher}.${tool}`, `${publisher}.second`].sort();
  return [
    capability('device.use'),
    capability('filesystem.write'),
    capability('http.egress'),
    capability('vault.read'),
    ...tools.map(execute),
  ];
}

export const reportCases: readonly Case[] = [
  accepted(
    'trust/report-complete',
    ['REPORT-FIELDS', 'REPORT-EVENT'],
    verifying((world) => ({
      artifact: richArtifact(world),
      trustStore: storeRecord({ [world.publisher]: [castOf(world).key] }, {}),
      nowUnixMs: verifiedAt(world),
    })),
    { value: (world) => ({ report: richReport(world) }) },
  ),
  accepted('trust/report-untrimmed', ['REPORT-FIELDS', 'REPORT-EVENT'], verifying(untrimmed), {
    value: ({ skillId }) => ({
      report: {
        manifest: { skill_id: ` ${skillId}`, version: '+03.1.4 ', name: '\u0085Echo skill ' },
        audit_event: { skill_id: ` ${skillId}`, version: '+03.1.4 ' },
      },
    }),
  }),
  accepted('trust/report-warnings', ['REPORT-FIELDS', 'MAN-WARNINGS'], verifying(legacy), {
    value: () => ({
      report: {
        manifest_warnings: [
          { code: 'legacy_manifest_version', severity: 'warning' },
          { code: 'missing_operator_metadata', severity: 'warning' },
        ],
      },
    }),
  }),
  at('zero', 0n),
  at('before-1970', -1n),
  at('least', -(2n ** 63n)),
  at('most', 2n ** 63n - 1n),
];

function at(name: string, nowUnixMs: bigint): Case {
  const given = verifying(() => ({ nowUnixMs }));
  return accepted(`trust/report-time-${name}`, ['REPORT-EVENT'], given, {
    value: () => ({ report: { audit_event: { verified_at_unix_ms: nowUnixMs } } }),
  });
}

function untrimmed(world: World) {
  const base = baseArtifact(world);
  const manifest = String(base.manifest)
    .replace(`"${world.skillId}"`, `" ${world.skillId}"`)
    .replace('"3.1.4"', '"+03.1.4 "')
    .replace('"Echo skill"', '"\\u0085Echo skill "');
  return { artifact: { ...base, manifest } };
}

function legacy(world: World) {
  const base = baseArtifact(world);
  return {
    artifact: { ...base, manifest: String(base.manifest).replace('manifest_version = 2', 'manifest_version = 1') },
  };
}

import { encodeIndex, type InstalledRecord, parseIndex } from '../../reference/lifecycle/index/installed-index.ts';
import type { LifecycleState, StatusRow } from '../../reference/lifecycle/step/types.ts';
import type { SkillFacts } from '../../reference/lifecycle/view/facts.ts';
import { inventory } from '../../reference/lifecycle/view/inventory.ts';
import { reauditPlan } from '../../reference/lifecycle/view/reaudit-plan.ts';
import { type Figure, figure, takeTurns } from './measure.ts';

const few = 1000;
const many = 10_000;
const rounds = 25;

/** Linear growth: of many skills each costs no more than of few, give or take the caches of a machine. */
export function lifecycle(): readonly Figure[] {
  return [
    growth(`one of ${many} skills in view and plan`, viewAndPlan),
    growth(`one of ${many} skills in an index that is loaded`, loading),
  ];
}

function growth(name: string, workOf: (skills: number) => () => void): Figure {
  const work = workOf(few);
  const turns = {
    // As many skills in each turn, so that neither is measured on a warmer machine.
    ofFew: () => {
      for (let time = 0; time < many / few; time++) work();
    },
    ofMany: workOf(many),
  };
  const { ofFew, ofMany } = takeTurns(rounds, turns);
  return figure(name, ofMany / ofFew, `times one of ${few}`, ofFew, 1.5);
}

function viewAndPlan(skills: number): () => void {
  const facts = numbers(skills).map(factsOf);
  const machine = {
    host: { protocolMajor: 1n, version: '0.1.0' },
    device: new Set(['camera']),
    node: new Set<string>(),
  };
  const state: LifecycleState = {
    index: { updatedAtUnixMs: 0n, entries: numbers(skills).map(recordOf) },
    statuses: numbers(skills).map(rowOf),
    nextReauditUnixMs: 0n,
  };
  return () => {
    const { totals } = inventory(state, { statusesReadable: true, facts, machine });
    const { targets } = reauditPlan(state, 500n, 1n);
    if (totals.installed !== skills || targets.length !== skills) throw new Error('a skill is missing');
  };
}

function loading(skills: number): () => void {
  const bytes = encodeIndex({ updatedAtUnixMs: 0n, entries: numbers(skills).map(recordOf) });
  return () => {
    const index = parseIndex(bytes);
    if (!index.ok || index.value.entries.length !== skills) throw new Error('a skill is missing');
  };
}

function numbers(count: number): readonly number[] {
  return [...Array(count).keys()];
}

const version = '1.0.0';

function idOf(number: number): string {
  return `acme.skill_${String(number).padStart(6, '0')}`;
}

function recordOf(number: number): InstalledRecord {
  const digest = number.toString(16).padStart(64, '0');
  return {
    skillId: idOf(number),
    version,
    publisher: `publisher_${number % 100}`,
    current: true,
    installedAtUnixMs: BigInt(number),
    artifactSha256: digest,
    payloadSha256: digest,
    signatureKeyId: `ed25519:${digest.slice(-16)}`,
    trustDecision: 'allowlisted',
    source: { kind: 'local_artifact', reference: `${number}.palyra-skill` },
    missingSecrets: [],
  };
}

function rowOf(number: number): StatusRow {
  return {
    skillId: idOf(number),
    version,
    status: number % 10 === 0 ? 'quarantined' : 'active',
    reason: null,
    detectedAtMs: 0n,
    operatorPrincipal: 'user:local',
    createdAtUnixMs: 0n,
    updatedAtUnixMs: 0n,
  };
}

function factsOf(number: number): SkillFacts {
  return {
    skillId: idOf(number),
    version,
    requiredProtocolMajor: 1n,
    minPalyraVersion: '0.1.0',
    maxPalyraVersion: null,
    deviceCapabilities: ['camera'],
    nodeCapabilities: [],
  };
}

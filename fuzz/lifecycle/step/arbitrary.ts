import fc from 'fast-check';
import type { InstalledIndex } from '#reference/lifecycle/index/installed-index.ts';
import { normalIndex } from '#reference/lifecycle/index/normal.ts';
import type { NewRecord } from '#reference/lifecycle/index/read-record.ts';
import { withRows } from '#reference/lifecycle/step/rows.ts';
import {
  type Finding,
  type LifecycleEvent,
  type LifecyclePolicy,
  type LifecycleState,
  type StatusRow,
  skillStatuses,
} from '#reference/lifecycle/step/types.ts';
import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';

/** Few names, so that events meet each other. */
const skillIds = ['a', 'a.b', 'zz', '__proto__'] as const;
const versions = ['1.0.0', '1.9.0', '1.10.0', '01.0.0', 'beta', '__proto__'] as const;

const skillId = fc.constantFrom(...skillIds);
const version = fc.constantFrom(...versions);
const word = fc.constantFrom('', ' ', 'x', ' y ', 'a | b');
const principal = fc.constantFrom('user:ann', 'user:bob', ' ');
const i64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });

export const someTime = fc.oneof(fc.bigInt({ min: -10n, max: 10n }), i64);

const knownKeys = [
  'index',
  'statuses',
  'next_reaudit_unix_ms',
  'schema_version',
  'updated_at_unix_ms',
  'entries',
  'kind',
  'skill_id',
  'version',
  'record',
  'findings',
  '__proto__',
  'constructor',
];

export const someJson: fc.Arbitrary<Json> = fc.letrec<{ readonly json: Json }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom<Json>(null, true, false, 0n, 1n, -1n, 2n ** 64n, 0.5, -0, '', '1.0.0'),
    fc.string({ unit: 'binary' }),
    fc.array(tie('json'), { maxLength: 3 }),
    fc
      .array(fc.tuple(fc.oneof(fc.string(), fc.constantFrom(...knownKeys)), tie('json')), { maxLength: 4 })
      .map((members): Json => new Map(members)),
  ),
})).json;

const digest = fc.constantFrom('aa', 'AA', 'bb');

const newRecord: fc.Arbitrary<NewRecord> = fc.record({
  skillId,
  version,
  publisher: fc.constant('a'),
  artifactSha256: digest,
  payloadSha256: digest,
  signatureKeyId: fc.constant('ed25519:0'),
  trustDecision: fc.constant('allowlisted'),
  source: fc.record({ kind: word, reference: word }),
  missingSecrets: fc.array(fc.record({ scope: word, key: word }), { maxLength: 1 }),
});

const audit = fc.record({
  passed: fc.boolean(),
  shouldQuarantine: fc.boolean(),
  quarantineReasons: fc.array(word, { maxLength: 2 }),
  checks: fc.constant<Json>([]),
});

const detail = word;

const finding: fc.Arbitrary<Finding> = fc.oneof(
  fc.record({ kind: fc.constantFrom('missing' as const, 'refused' as const), detail }),
  fc.record({
    kind: fc.constant('audited' as const),
    shouldQuarantine: fc.boolean(),
    reasons: fc.array(word, { maxLength: 2 }),
    artifactSha256: digest,
    skillId,
    version,
  }),
);

/** One finding for every version there could be, so that none is missing. */
const findings = fc.tuple(
  ...skillIds.flatMap((id) =>
    versions.map((each) => finding.map((found) => ({ skillId: id, version: each, finding: found }))),
  ),
);

const named = { skillId: fc.constantFrom(...skillIds, ' A.B ', ' '), version: fc.option(fc.oneof(version, word)) };
const decided = { ...named, reason: fc.option(word), principal };

export const someEvent: fc.Arbitrary<LifecycleEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom('install' as const, 'update' as const), record: newRecord, audit }),
  fc.record({ kind: fc.constant('remove' as const), ...named }),
  fc.record({ kind: fc.constant('quarantine' as const), ...decided }),
  fc.record({ kind: fc.constant('enable' as const), ...decided, override: fc.boolean() }),
  fc.record({
    kind: fc.constant('audit' as const),
    skillId: named.skillId,
    version,
    shouldQuarantine: fc.boolean(),
    reasons: fc.array(word, { maxLength: 2 }),
    quarantineOnFail: fc.boolean(),
    principal,
  }),
  fc.record({ kind: fc.constant('reaudit' as const), findings }),
);

export const somePolicy: fc.Arbitrary<LifecyclePolicy> = fc.record({
  quarantineNew: fc.boolean(),
  reauditIntervalMs: fc.constantFrom(0n, 1n, 2n ** 64n - 1n),
});

const index: fc.Arbitrary<InstalledIndex> = fc
  .uniqueArray(
    fc.tuple(newRecord, fc.boolean(), someTime).map(([record, current, installedAtUnixMs]) => ({
      ...record,
      current,
      installedAtUnixMs,
    })),
    { maxLength: 8, selector: (record) => JSON.stringify([record.skillId, record.version]) },
  )
  .chain((entries) => someTime.map((updatedAtUnixMs) => normalIndex({ updatedAtUnixMs, entries })));

const row: fc.Arbitrary<StatusRow> = fc.record({
  skillId,
  version,
  status: fc.constantFrom(...skillStatuses),
  reason: fc.option(fc.constantFrom('x', 'y')),
  detectedAtMs: someTime,
  operatorPrincipal: principal,
  createdAtUnixMs: someTime,
  updatedAtUnixMs: someTime,
});

export const someState: fc.Arbitrary<LifecycleState> = fc.record({
  index,
  statuses: fc.array(row, { maxLength: 6 }).map((rows) => withRows([], rows)),
  nextReauditUnixMs: fc.option(someTime),
});

/** A document with one place of it replaced; the steps say on which way the place is found. */
export function damaged(json: Json, steps: readonly number[], value: Json): Json {
  const [step = 0, ...rest] = steps;
  if (steps.length === 0) return value;
  if (isJsonArray(json) && json.length > 0) {
    return json.with(step % json.length, damaged(json[step % json.length] ?? null, rest, value));
  }
  if (!isJsonObject(json) || json.size === 0) return value;
  const [key = '', member = null] = [...json][step % json.size] ?? [];
  return new Map([...json, [key, damaged(member, rest, value)]]);
}

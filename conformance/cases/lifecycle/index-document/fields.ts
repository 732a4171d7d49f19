import type { Case, EditPath, RejectedCase } from '../../../case.ts';
import { accepted, changed, put, refusals, rejected, remove } from '../../../rows.ts';
import { type FieldFaults, noI64, otherTypes } from '../wrong-types.ts';
import { first, gives, installed, loading, rollbackSnapshot, root, securityScan } from './given.ts';

const full = 'lifecycle/index-full-record';
const shape = refusals(['IDX-FIELDS'], full, 'index.shape');
const unknown = refusals(['IDX-UNKNOWN-FIELDS'], full, 'index.shape');

const noText = otherTypes('text');
const texts = [
  'skill_id',
  'version',
  'publisher',
  'artifact_sha256',
  'payload_sha256',
  'signature_key_id',
  'trust_decision',
];

const scan = securityScan;
const snapshot = rollbackSnapshot;
const secrets = [
  { scope: 'global', key: 'token' },
  { scope: 'skill', key: '*' },
];

const record = { missing_secrets: secrets, security_scan: scan, rollback_snapshot: snapshot };

const fields: readonly FieldFaults[] = [
  { name: 'time', at: [...root, 'updated_at_unix_ms'], wrong: noI64 },
  { name: 'entries', at: [...root, 'entries'], wrong: otherTypes('list'), optional: true },
  ...texts.map((field) => ({ name: field.replaceAll('_', '-'), at: [...first, field], wrong: noText })),
  { name: 'current', at: [...first, 'current'], wrong: otherTypes('false') },
  { name: 'installed-at', at: [...first, 'installed_at_unix_ms'], wrong: noI64 },
  { name: 'source', at: [...first, 'source'], wrong: otherTypes('record') },
  { name: 'source-kind', at: [...first, 'source', 'kind'], wrong: noText },
  { name: 'source-reference', at: [...first, 'source', 'reference'], wrong: noText },
  { name: 'secrets', at: [...first, 'missing_secrets'], wrong: otherTypes('list'), optional: true },
  { name: 'secret', at: [...first, 'missing_secrets', 1], wrong: otherTypes('record'), optional: true },
  { name: 'secret-scope', at: [...first, 'missing_secrets', 1, 'scope'], wrong: noText },
  { name: 'secret-key', at: [...first, 'missing_secrets', 1, 'key'], wrong: noText },
];

function faults({ name, at, wrong, optional }: FieldFaults): readonly RejectedCase[] {
  const typed = wrong.map(([what, value]) => shape(`lifecycle/index-${name}-${what}`, put(at, value)));
  return optional ? typed : [...typed, shape(`lifecycle/index-${name}-missing`, remove(at))];
}

const places: readonly (readonly [name: string, at: EditPath])[] = [
  ['document', root],
  ['record', first],
  ['source', [...first, 'source']],
  ['secret', [...first, 'missing_secrets', 0]],
];

function strangers([name, at]: (typeof places)[number]): readonly RejectedCase[] {
  return [
    unknown(`lifecycle/index-${name}-says-more`, put([...at, 'note'], 'x')),
    unknown(`lifecycle/index-${name}-says-null`, put([...at, 'note'], null)),
    unknown(`lifecycle/index-${name}-says-empty`, put([...at, ''], 1n)),
    unknown(`lifecycle/index-${name}-says-proto`, put([...at, '__proto__'], {})),
  ];
}

const opaque = (name: string, field: string): readonly RejectedCase[] =>
  otherTypes('null', 'record').map(([what, value]) =>
    rejected(
      `lifecycle/index-${name}-${what}`,
      ['IDX-OPAQUE-OBJECTS'],
      full,
      'index.shape',
      put([...first, field], value),
    ),
  );

export const fieldCases: readonly Case[] = [
  accepted(
    full,
    ['IDX-FIELDS', 'IDX-UNKNOWN-FIELDS', 'IDX-OPAQUE', 'IDX-OPAQUE-OBJECTS'],
    loading((world) => [installed(world, '1.0.0', record)]),
    gives((world) => [installed(world, '1.0.0', record)]),
  ),
  changed(
    'lifecycle/index-opaque-absent',
    ['IDX-OPAQUE'],
    full,
    remove([...first, 'security_scan']),
    gives((world) => [installed(world, '1.0.0', { missing_secrets: secrets, rollback_snapshot: snapshot })]),
  ),
  changed(
    'lifecycle/index-snapshot-absent',
    ['IDX-OPAQUE'],
    full,
    remove([...first, 'rollback_snapshot']),
    gives((world) => [installed(world, '1.0.0', { missing_secrets: secrets, security_scan: scan })]),
  ),
  changed(
    'lifecycle/index-secrets-left-out',
    ['IDX-FIELDS'],
    full,
    remove([...first, 'missing_secrets']),
    gives((world) => [installed(world, '1.0.0', { ...record, missing_secrets: [] })]),
  ),
  changed(
    'lifecycle/index-entries-left-out',
    ['IDX-FIELDS'],
    full,
    remove([...root, 'entries']),
    gives(() => []),
  ),
  changed(
    'lifecycle/index-time-negative',
    ['IDX-FIELDS'],
    full,
    put([...root, 'updated_at_unix_ms'], -(2n ** 63n)),
    gives((world) => [installed(world, '1.0.0', record)], { updated_at_unix_ms: -(2n ** 63n) }),
  ),
  changed(
    'lifecycle/index-time-greatest',
    ['IDX-FIELDS'],
    full,
    put([...root, 'updated_at_unix_ms'], 2n ** 63n - 1n),
    gives((world) => [installed(world, '1.0.0', record)], { updated_at_unix_ms: 2n ** 63n - 1n }),
  ),
  changed(
    'lifecycle/index-installed-at-exact',
    ['IDX-FIELDS'],
    full,
    put([...first, 'installed_at_unix_ms'], 2n ** 53n + 1n),
    gives((world) => [installed(world, '1.0.0', { ...record, installed_at_unix_ms: 2n ** 53n + 1n })]),
  ),
  changed(
    'lifecycle/index-managed-source',
    ['IDX-FIELDS'],
    full,
    put([...first, 'source', 'kind'], 'managed_artifact'),
    gives((world) => [
      installed(world, '1.0.0', {
        ...record,
        source: { kind: 'managed_artifact', reference: `${world.tool}-1.0.0.palyra-skill` },
      }),
    ]),
  ),
  ...otherTypes('record').map(([what, value]) => shape(`lifecycle/index-document-${what}`, put(root, value))),
  ...otherTypes('record').map(([what, value]) => shape(`lifecycle/index-record-${what}`, put(first, value))),
  ...fields.flatMap(faults),
  ...places.flatMap(strangers),
  unknown('lifecycle/index-upper-case-field', put([...first, 'Current'], true)),
  unknown('lifecycle/index-status-in-record', put([...first, 'status'], 'active')),
  unknown('lifecycle/index-eligibility-in-record', put([...first, 'eligibility'], { eligible: true })),
  ...opaque('scan', 'security_scan'),
  ...opaque('snapshot', 'rollback_snapshot'),
];

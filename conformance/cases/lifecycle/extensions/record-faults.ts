import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case, EditPath, RecipeValue, RejectedCase } from '../../../case.ts';
import { accepted, observed, put, refusals, rejected, remove } from '../../../rows.ts';
import { becomesWhole, compatibility, grant, moving } from './given.ts';

const issue = { code: 'noted', message: 'made for this host alone', repair_hint: 'none' };
const twin = 'lifecycle/extensions-record-whole';

const typeFault = refusals(['EXT-FIELD-TYPES'], twin, 'extension.wrong-type');
const missing = refusals(['EXT-REQUIRED'], twin, 'extension.missing-field');
const nameFault = refusals(['EXT-NAMES'], twin, 'extension.unknown-name');

function row(place: EditPath, what: string): string {
  const name = place.map((step) => (typeof step === 'number' ? 'item' : step)).join('-');
  return `lifecycle/extensions-${name.replaceAll('_', '-').replace(/-unix-ms$/, '')}-${what}`;
}

const record = ['record'];
const request = ['request'];
const source = [...record, 'source'];
const grants = [...record, 'grants'];
const firstGrant = [...grants, 0];
const fit = [...record, 'compatibility'];
const issues = [...fit, 'issues'];
const firstIssue = [...issues, 0];

const values = {
  null: null,
  false: false,
  integer: 1n,
  float: 0.5,
  text: '1',
  list: [],
  record: {},
} as const satisfies { readonly [name: string]: RecipeValue };

function typeFaults(place: EditPath, ...but: readonly (keyof typeof values)[]): RejectedCase[] {
  return Object.entries(values)
    .filter(([name]) => !but.some((one) => one === name))
    .map(([name, value]) => typeFault(row(place, name), put(place, value)));
}

/** Two values that are enough where a neighbour has had them all. */
function someTypeFaults(place: EditPath, ...types: readonly (keyof typeof values)[]): RejectedCase[] {
  return types.map((name) => typeFault(row(place, name), put(place, values[name])));
}

const texts: readonly EditPath[] = [
  [...record, 'package_id'],
  [...record, 'manifest_hash'],
  [...record, 'version'],
  [...source, 'kind'],
  [...source, 'reference'],
  [...firstGrant, 'value'],
  [...firstGrant, 'policy_action'],
  [...fit, 'min_host_version'],
  [...fit, 'current_host_version'],
  [...firstIssue, 'code'],
  [...firstIssue, 'message'],
  [...firstIssue, 'repair_hint'],
  [...request, 'package_id'],
  [...request, 'actor_principal'],
  [...request, 'reason'],
];

const optionalTexts: readonly EditPath[] = [
  [...record, 'status_reason'],
  [...firstGrant, 'scope'],
  [...fit, 'max_host_version'],
  [...request, 'approved_by'],
];

const u32s = ['manifest_version', 'required_protocol_major', 'current_protocol_major'].map((field) => [...fit, field]);
const times: readonly EditPath[] = [
  [...record, 'created_at_unix_ms'],
  [...record, 'updated_at_unix_ms'],
  [...request, 'requested_at_unix_ms'],
];
const lists = [grants, issues];
const records = [record, request, source, firstGrant, fit, firstIssue];
const names: readonly EditPath[] = [
  [...record, 'kind'],
  [...record, 'status'],
  [...firstGrant, 'class'],
  [...request, 'target_status'],
];

const typeFaultCases: readonly Case[] = [
  ...typeFaults(record, 'list', 'record'),
  ...typeFaults(request, 'list', 'record'),
  ...typeFaults([...request, 'reason'], 'text', 'record'),
  ...typeFaults([...fit, 'compatible'], 'false'),
  ...typeFaults(grants, 'list'),
  ...typeFaults([...request, 'requested_at_unix_ms'], 'integer'),
  ...texts.slice(0, -1).flatMap((place) => someTypeFaults(place, 'null', 'integer')),
  ...optionalTexts.flatMap((place) => someTypeFaults(place, 'integer', 'false')),
  ...u32s.flatMap((place) => [
    ...someTypeFaults(place, 'null', 'text', 'float'),
    typeFault(row(place, 'negative'), put(place, -1n)),
    typeFault(row(place, 'beyond-32-bits'), put(place, 2n ** 32n)),
    typeFault(row(place, 'float-one'), put(place, 1.0)),
  ]),
  ...times.flatMap((place, at) => [
    ...(at === 2 ? [] : someTypeFaults(place, 'null', 'text')),
    typeFault(row(place, 'float-one'), put(place, 1.0)),
    typeFault(row(place, 'beyond-64-bits'), put(place, 2n ** 64n)),
    typeFault(row(place, 'below-64-bits'), put(place, -(2n ** 63n) - 1n)),
  ]),
  ...someTypeFaults(issues, 'null', 'text', 'record'),
  ...records.slice(2).flatMap((place) => someTypeFaults(place, 'null', 'text')),
  ...names.flatMap((place) => someTypeFaults(place, 'null', 'integer')),
];

const requiredFields = [...texts, ...u32s, ...times, ...lists, source, fit, [...fit, 'compatible'], ...names];

const missingCases: readonly Case[] = requiredFields.map((place) => missing(row(place, 'missing'), remove(place)));

function nameFaults(place: EditPath, name: string, anotherList: string): Case[] {
  const wrong = {
    empty: '',
    'upper-case': name.toUpperCase(),
    'space-behind': `${name} `,
    'space-before': ` ${name}`,
    plural: `${name}s`,
    'another-list': anotherList,
  };
  return Object.entries(wrong).map(([what, text]) => nameFault(row(place, what), put(place, text)));
}

const nameFaultCases: readonly Case[] = [
  ...nameFaults([...record, 'kind'], 'skill', 'installed'),
  nameFault(row([...record, 'kind'], 'hyphen'), put([...record, 'kind'], 'generated-skill')),
  ...nameFaults([...record, 'status'], 'installed', 'skill'),
  ...nameFaults([...request, 'target_status'], 'verified', 'active'),
  nameFault(row([...request, 'target_status'], 'hyphen'), put([...request, 'target_status'], 'rolled-back')),
  nameFault(row([...request, 'target_status'], 'one-word'), put([...request, 'target_status'], 'RolledBack')),
  ...nameFaults([...firstGrant, 'class'], 'network', 'secrets'),
  nameFault(row([...firstGrant, 'class'], 'hyphen'), put([...firstGrant, 'class'], 'storage-read')),
  nameFault(row([...firstGrant, 'class'], 'alias'), put([...firstGrant, 'class'], 'http')),
];

function unknown(place: EditPath, requirement: RequirementId, what: string, field: string, value: RecipeValue): Case {
  const code = 'extension.unknown-field';
  return rejected(row(place, `says-${what}`), [requirement], twin, code, put([...place, field], value));
}

const unknownCases: readonly Case[] = [
  unknown(record, 'EXT-UNKNOWN-FIELDS', 'more', 'owner', 'nobody'),
  unknown(record, 'EXT-UNKNOWN-FIELDS', 'null', 'note', null),
  unknown(record, 'EXT-UNKNOWN-FIELDS', 'empty-name', '', 1n),
  unknown(record, 'EXT-UNKNOWN-FIELDS', 'proto', '__proto__', 1n),
  unknown(record, 'EXT-UNKNOWN-FIELDS', 'upper-case', 'Status', 'enabled'),
  unknown(record, 'EXT-UNKNOWN-FIELDS', 'approver', 'approved_by', 'user:zeta'),
  unknown(request, 'EXT-STRICT-PARTS', 'more', 'force', true),
  unknown(request, 'EXT-STRICT-PARTS', 'misspelt-approver', 'approvedBy', 'user:zeta'),
  unknown(source, 'EXT-STRICT-PARTS', 'more', 'digest', '00'),
  unknown(firstGrant, 'EXT-STRICT-PARTS', 'more', 'granted_by', 'user:zeta'),
  unknown(fit, 'EXT-STRICT-PARTS', 'more', 'forced', true),
  unknown(firstIssue, 'EXT-STRICT-PARTS', 'more', 'severity', 'low'),
];

const wholeRecord = {
  record: (world: Parameters<typeof compatibility>[0]) => ({
    grants: [grant('network', 'api.example.com', 'global'), grant('secret', 'token')],
    compatibility: compatibility(world, { issues: [issue] }),
  }),
};

const everyReading: readonly RequirementId[] = [
  'EXT-FIELD-TYPES',
  'EXT-REQUIRED',
  'EXT-OPTIONAL',
  'EXT-UNKNOWN-FIELDS',
  'EXT-STRICT-PARTS',
  'EXT-NAMES',
];

const many = Array.from({ length: 1001 }, () => grant('network', 'api.example.com'));

export const recordCases: readonly Case[] = [
  accepted(twin, everyReading, moving(wholeRecord), becomesWhole('verified', wholeRecord.record)),
  ...typeFaultCases,
  ...missingCases,
  ...nameFaultCases,
  ...unknownCases,
  observed('lifecycle/extensions-bulk-grants', ['EXT-BULK'], 'accepted', moving({ record: () => ({ grants: many }) })),
  observed(
    'lifecycle/extensions-bulk-reason',
    ['EXT-BULK'],
    'accepted',
    moving({ request: () => ({ reason: 'a'.repeat(4097) }) }),
  ),
];

import type { Case, RejectedCase } from '../../../case.ts';
import { accepted, put, refusals, remove as without } from '../../../rows.ts';
import { otherTypes } from '../wrong-types.ts';
import { answers, finding, reaudit, stepping } from './given.ts';

const noText = otherTypes('text');
const noFlag = otherTypes('false');
const noTextOrNull = otherTypes('text', 'null');
const noList = otherTypes('list');

type Wrong = typeof noText;

interface Kind {
  readonly name: string;
  /** The twin: an event of this kind with nothing wrong in it. */
  readonly twin: string;
  readonly fields: { readonly [path: string]: Wrong };
  /** Those that can be left out. */
  readonly optional?: readonly string[];
}

const named = { skill_id: noText, version: noTextOrNull };
const decided = { ...named, reason: noTextOrNull, principal: noText };
const record = {
  record: otherTypes('record'),
  'record.skill_id': noText,
  'record.version': noText,
  'record.publisher': noText,
  'record.artifact_sha256': noText,
  'record.payload_sha256': noText,
  'record.signature_key_id': noText,
  'record.trust_decision': noText,
  'record.source': otherTypes('record'),
  'record.source.kind': noText,
  'record.source.reference': noText,
  'record.missing_secrets': noList,
  audit: otherTypes('record'),
  'audit.passed': noFlag,
  'audit.should_quarantine': noFlag,
  'audit.quarantine_reasons': noList,
};

const kinds: readonly Kind[] = [
  { name: 'quarantine', twin: 'lifecycle/quarantine-from-no-row', fields: decided },
  { name: 'enable', twin: 'lifecycle/enable-from-no-row', fields: { ...decided, override: noFlag } },
  {
    name: 'audit',
    twin: 'lifecycle/audit-failed-from-no-row',
    fields: {
      skill_id: noText,
      version: noText,
      should_quarantine: noFlag,
      reasons: noList,
      'reasons.1': noText,
      quarantine_on_fail: noFlag,
      principal: noText,
    },
  },
  { name: 'remove', twin: 'lifecycle/remove-current', fields: named },
  { name: 'install', twin: 'lifecycle/install-higher', fields: record, optional: ['record.missing_secrets'] },
  {
    name: 'update',
    twin: 'lifecycle/update-newer',
    fields: { record: otherTypes('record'), audit: otherTypes('record') },
  },
  {
    name: 'reaudit',
    twin: 'lifecycle/reaudit-sound',
    fields: {
      findings: noList,
      'findings.0': otherTypes('record'),
      'findings.0.skill_id': noText,
      'findings.0.version': noText,
      'findings.0.finding': otherTypes('record'),
      'findings.0.finding.kind': noText,
      'findings.0.finding.should_quarantine': noFlag,
      'findings.0.finding.reasons': noList,
      'findings.0.finding.artifact_sha256': noText,
      'findings.0.finding.skill_id': noText,
      'findings.0.finding.version': noText,
    },
    optional: ['findings.0'],
  },
];

function pathOf(field: string): readonly (string | number)[] {
  return ['event', ...field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
}

function faults({ name, twin, fields, optional = [] }: Kind): readonly RejectedCase[] {
  const bad = refusals(['LIFE-EVENTS'], twin, 'lifecycle.bad-event');
  const id = (field: string, what: string) => `lifecycle/${name}-event-${field.replace(/[._]/g, '-')}-${what}`;
  return [
    ...Object.entries(fields).flatMap(([field, wrong]) => [
      ...wrong.map(([what, value]) => bad(id(field, what), put(pathOf(field), value))),
      ...(optional.includes(field) || field === 'reasons.1' ? [] : [bad(id(field, 'missing'), without(pathOf(field)))]),
    ]),
    bad(id('further', 'text'), put(['event', 'further'], 'x')),
    bad(id('further', 'null'), put(['event', 'further'], null)),
    bad(id('proto', 'record'), put(['event', '__proto__'], {})),
  ];
}

/** Almost the name of a kind, and names of what nobody does. */
const noKinds = [
  '',
  'Quarantine',
  'quarantine ',
  'disable',
  'verify',
  'release',
  'skill.quarantined',
  '__proto__',
  'toString',
];

const plain = refusals(['LIFE-EVENTS'], 'lifecycle/quarantine-from-no-row', 'lifecycle.bad-event');
const installing = refusals(['LIFE-EVENTS'], 'lifecycle/install-higher', 'lifecycle.bad-event');
const auditing = refusals(['LIFE-EVENTS'], 'lifecycle/reaudit-sound', 'lifecycle.bad-event');
const missing = refusals(['LIFE-EVENTS'], 'lifecycle/reaudit-missing', 'lifecycle.bad-event');
const refused = refusals(['LIFE-EVENTS'], 'lifecycle/reaudit-refused', 'lifecycle.bad-event');
const found = ['event', 'findings', 0, 'finding'];

export const eventCases: readonly Case[] = [
  ...kinds.flatMap(faults),
  ...otherTypes('record').map(([what, value]) => plain(`lifecycle/event-${what}`, put(['event'], value))),
  plain('lifecycle/event-without-kind', without(['event', 'kind'])),
  ...otherTypes('text').map(([what, value]) => plain(`lifecycle/event-kind-${what}`, put(['event', 'kind'], value))),
  ...noKinds.map((kind, place) => plain(`lifecycle/event-no-kind-${place}`, put(['event', 'kind'], kind))),
  plain('lifecycle/event-quarantine-with-override', put(['event', 'override'], true)),
  plain('lifecycle/event-quarantine-as-enable', put(['event', 'kind'], 'enable')),
  plain('lifecycle/event-quarantine-as-remove', put(['event', 'kind'], 'remove')),
  plain('lifecycle/event-quarantine-as-audit', put(['event', 'kind'], 'audit')),
  installing('lifecycle/event-install-as-remove', put(['event', 'kind'], 'remove')),
  auditing('lifecycle/event-reaudit-as-audit', put(['event', 'kind'], 'audit')),
  auditing('lifecycle/event-reaudit-with-principal', put(['event', 'principal'], 'system:daemon')),
  installing('lifecycle/install-event-current', put(['event', 'record', 'current'], true)),
  installing('lifecycle/install-event-installed-at', put(['event', 'record', 'installed_at_unix_ms'], 1n)),
  installing('lifecycle/install-event-status', put(['event', 'record', 'status'], 'active')),
  installing('lifecycle/install-event-source-more', put(['event', 'record', 'source', 'sha256'], 'x')),
  installing('lifecycle/install-event-audit-more', put(['event', 'audit', 'accepted'], true)),
  installing('lifecycle/install-event-audit-without-checks', without(['event', 'audit', 'checks'])),
  installing('lifecycle/install-event-reason-number', put(['event', 'audit', 'quarantine_reasons'], [1n])),
  auditing('lifecycle/finding-unknown-kind', put([...found, 'kind'], 'passed')),
  auditing('lifecycle/finding-with-detail', put([...found, 'detail'], 'x')),
  missing('lifecycle/finding-missing-without-detail', without([...found, 'detail'])),
  missing('lifecycle/finding-missing-as-audited', put([...found, 'kind'], 'audited')),
  missing('lifecycle/finding-missing-detail-list', put([...found, 'detail'], [])),
  refused('lifecycle/finding-refused-with-reasons', put([...found, 'reasons'], [])),
  refused('lifecycle/finding-refused-detail-null', put([...found, 'detail'], null)),
  auditing('lifecycle/finding-says-more', put(['event', 'findings', 0, 'status'], 'active')),
  accepted(
    'lifecycle/finding-of-nothing-installed',
    ['REAUDIT-TARGETS', 'LIFE-EVENTS'],
    stepping((world) => ({
      entries: [],
      interval: 0n,
      event: reaudit(finding(world, { kind: 'missing', detail: '' })),
    })),
    answers(() => ({ result: 'reaudited', entries: [] })),
  ),
];

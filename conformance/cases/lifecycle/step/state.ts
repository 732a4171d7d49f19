import type { Case, RejectedCase } from '../../../case.ts';
import { accepted, observed, ordered, put, refusals, rejected, remove as without } from '../../../rows.ts';
import { document, earlierSkill, installed, laterSkill, superseded } from '../index-document/given.ts';
import { type FieldFaults, noI64, otherTypes } from '../wrong-types.ts';
import { answers, audit, quarantine, row, stepping } from './given.ts';

const whole = 'lifecycle/state-whole';
const bad = refusals(['LIFE-STATE'], whole, 'lifecycle.bad-state');
const word = refusals(['LIFE-STATUS-NAMES'], whole, 'lifecycle.bad-state');
const twice = refusals(['LIFE-ROW-IDS'], whole, 'lifecycle.bad-state');

const rows = ['state', 'statuses'];
const first = [...rows, 0];
const noText = otherTypes('text');

const fields: readonly FieldFaults[] = [
  { name: 'statuses', at: rows, wrong: otherTypes('list') },
  { name: 'next', at: ['state', 'next_reaudit_unix_ms'], wrong: noI64.filter(([name]) => name !== 'null') },
  { name: 'row-id', at: [...first, 'skill_id'], wrong: noText },
  { name: 'row-version', at: [...first, 'version'], wrong: noText },
  { name: 'row-status', at: [...first, 'status'], wrong: noText },
  { name: 'row-reason', at: [...first, 'reason'], wrong: otherTypes('text', 'null') },
  { name: 'row-detected', at: [...first, 'detected_at_ms'], wrong: noI64 },
  { name: 'row-principal', at: [...first, 'operator_principal'], wrong: noText },
  { name: 'row-created', at: [...first, 'created_at_unix_ms'], wrong: noI64 },
  { name: 'row-updated', at: [...first, 'updated_at_unix_ms'], wrong: noI64 },
];

function faults({ name, at, wrong }: FieldFaults): readonly RejectedCase[] {
  return [
    ...wrong.map(([what, value]) => bad(`lifecycle/state-${name}-${what}`, put(at, value))),
    bad(`lifecycle/state-${name}-missing`, without(at)),
  ];
}

/** An event that changes nothing, so that what comes back is the state as it was read. */
const reading = stepping((world) => ({
  entries: [installed(world)],
  statuses: [row(world, 'active'), row(world, 'disabled', { skill_id: laterSkill(world), reason: null })],
  next: -1n,
  event: audit(world, { should_quarantine: false }),
}));

const noStatuses = ['error', 'Active', 'ACTIVE', 'active ', '', 'unknown', 'enabled', 'null', 'quarantine'];

export const stateCases: readonly Case[] = [
  accepted(
    whole,
    ['LIFE-STATE', 'LIFE-STATUS-NAMES', 'LIFE-ROW-IDS', 'LIFE-ROW-ORDER'],
    reading,
    answers((world) => ({
      result: 'audited',
      statuses: [row(world, 'active'), row(world, 'disabled', { skill_id: laterSkill(world), reason: null })],
      next: -1n,
    })),
  ),
  ...otherTypes('record').map(([what, value]) => bad(`lifecycle/state-${what}`, put(['state'], value))),
  ...otherTypes('record').map(([what, value]) => bad(`lifecycle/state-row-${what}`, put(first, value))),
  bad('lifecycle/state-without-index', without(['state', 'index'])),
  ...fields.flatMap(faults),
  bad('lifecycle/state-says-more', put(['state', 'version'], 1n)),
  bad('lifecycle/state-says-proto', put(['state', '__proto__'], {})),
  bad('lifecycle/state-row-says-more', put([...first, 'current'], true)),
  bad('lifecycle/state-row-says-null', put([...first, 'note'], null)),
  ...noStatuses.map((text, place) => word(`lifecycle/state-no-status-${place}`, put([...first, 'status'], text))),
  word('lifecycle/state-other-row-error', put([...rows, 1, 'status'], 'error')),
  twice('lifecycle/state-row-twice', (world) => put([...rows, 1, 'skill_id'], world.skillId)),
  twice('lifecycle/state-row-twice-otherwise', (world) => put([...rows, 1, 'skill_id'], world.skillId.toUpperCase())),
  accepted(
    'lifecycle/state-ids-lower-case',
    ['LIFE-ROW-IDS'],
    stepping((world) => ({
      statuses: [row(world, 'active', { skill_id: world.skillId.toUpperCase() })],
      event: audit(world, { should_quarantine: false }),
    })),
    answers((world) => ({ result: 'audited', statuses: [row(world, 'active')] })),
  ),
  accepted(
    'lifecycle/state-rows-in-order',
    ['LIFE-ROW-ORDER'],
    stepping((world) => ({
      statuses: [
        row(world, 'active', { skill_id: laterSkill(world) }),
        row(world, 'quarantined', { version: '1.9.0' }),
        row(world, 'disabled', { version: '1.10.0' }),
        row(world, 'active', { skill_id: earlierSkill(world), version: '9.0.0' }),
      ],
      event: audit(world, { quarantine_on_fail: false }),
    })),
    answers((world) => ({
      result: 'audited',
      statuses: [
        row(world, 'active', { skill_id: earlierSkill(world), version: '9.0.0' }),
        row(world, 'disabled', { version: '1.10.0' }),
        row(world, 'quarantined', { version: '1.9.0' }),
        row(world, 'active', { skill_id: laterSkill(world) }),
      ],
    })),
  ),
  accepted(
    'lifecycle/state-index-in-normal-form',
    ['IDX-CURRENT-HIGHEST', 'IDX-VERSION-ORDER'],
    stepping((world) => ({
      entries: [superseded(world, '1.10.0'), superseded(world, '1.9.0')],
      event: audit(world, { should_quarantine: false }),
    })),
    answers((world) => ({
      result: 'audited',
      entries: [superseded(world, '1.9.0'), installed(world, '1.10.0')],
    })),
  ),
  ...indexFaults(),
];

function indexFaults(): readonly Case[] {
  const index = ['state', 'index'];
  const stateFault = bad('lifecycle/state-fault', put([...first, 'created_at_unix_ms'], '1'));
  const indexFault = rejected(
    'lifecycle/state-index-field',
    ['IDX-FIELDS'],
    whole,
    'index.shape',
    put([...index, 'entries', 0, 'current'], null),
  );
  const eventFault = rejected(
    'lifecycle/state-event-fault',
    ['LIFE-EVENTS'],
    whole,
    'lifecycle.bad-event',
    put(['event', 'kind'], 'disable'),
  );
  const blank = rejected(
    'lifecycle/state-event-blank',
    ['LIFE-NAMES-ALSO'],
    whole,
    'lifecycle.blank',
    put(['event', 'skill_id'], ''),
  );
  return [
    stateFault,
    indexFault,
    eventFault,
    blank,
    rejected(
      'lifecycle/state-index-version',
      ['IDX-SCHEMA-VERSION'],
      whole,
      'index.schema-version',
      put([...index, 'schema_version'], 2n),
    ),
    rejected('lifecycle/state-index-null', ['IDX-FIELDS'], whole, 'index.shape', put(index, null)),
    rejected(
      'lifecycle/state-index-further',
      ['IDX-UNKNOWN-FIELDS'],
      whole,
      'index.shape',
      put([...index, 'further'], 1n),
    ),
    rejected(
      'lifecycle/state-index-name',
      ['IDX-FOLDER-NAMES'],
      whole,
      'index.bad-name',
      put([...index, 'entries', 0, 'version'], '..'),
    ),
    rejected('lifecycle/state-index-duplicate', ['IDX-DUPLICATES'], whole, 'index.duplicate-record', (world) =>
      put(index, document(world, [installed(world), superseded(world, '1.0.0')])),
    ),
    ordered('lifecycle/state-before-index', ['LIFE-READ-ORDER'], stateFault.id, indexFault.id),
    ordered('lifecycle/index-before-event', ['LIFE-READ-ORDER'], indexFault.id, eventFault.id),
    ordered('lifecycle/state-before-event', ['LIFE-READ-ORDER'], stateFault.id, eventFault.id),
    ordered('lifecycle/index-before-blank', ['LIFE-READ-ORDER'], indexFault.id, blank.id),
    observed(
      'lifecycle/bulk-reasons',
      ['LIFE-BULK'],
      'accepted',
      stepping((world) => ({ event: audit(world, { reasons: Array.from({ length: 1001 }, () => 'x') }) })),
    ),
    observed(
      'lifecycle/bulk-text',
      ['LIFE-BULK'],
      'accepted',
      stepping((world) => ({ event: quarantine(world, { reason: 'x'.repeat(4097) }) })),
    ),
  ];
}

import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, insert, ordered, put, rejected, remove } from '../../../rows.ts';
import { type Fields, facts, id, record, row, viewing } from './given.ts';

const listed = ['VIEW-ENTRIES'] as const;
const states = ['VIEW-INSTALL-STATE'] as const;
const counted = ['VIEW-TOTALS'] as const;

const other = (world: World, name: string, fields: Fields = {}) =>
  record(world, { skill_id: `${world.publisher}.${name}`, ...fields });

/** Three versions, in the order of the index; the one in the middle is current. */
const three = viewing((world) => ({
  records: [
    record(world, { version: '1.2.0', current: false }),
    record(world, { version: '1.9.0' }),
    record(world, { version: '1.10.0', current: false }),
  ],
}));
const versions = (...each: readonly string[]) => each.map((version) => ({ version }));
const superseded = { install_state: 'installed_superseded' };
const current = { install_state: 'installed_current' };

/** Four records, of which two are of one skill, with a row of each kind and none. */
const mixed = viewing((world) => {
  const records = [
    other(world, 'a', { trust_decision: 'tofu_pinned' }),
    other(world, 'b', { publisher: world.otherPublisher, current: false }),
    other(world, 'b', { publisher: world.otherPublisher, version: '1.1.0' }),
    other(world, 'c'),
  ];
  const named = (name: string) => ({ skill_id: `${world.publisher}.${name}` });
  return {
    records,
    statuses: [
      row(world, 'quarantined', named('a')),
      row(world, 'disabled', named('b')),
      row(world, 'active', { ...named('b'), version: '1.1.0' }),
    ],
  };
});
const total = id('totals-of-four');
const decisions = (each: Readonly<Record<string, bigint>>) => new Map(Object.entries(each));
const totals = (value: Readonly<Record<string, unknown>>) => ({ value: () => ({ totals: value as never }) });

const badState = id('bad-state');
const badInterval = id('bad-interval');

export const entryCases: readonly Case[] = [
  accepted(
    id('nothing-installed'),
    [...listed, ...counted],
    viewing((world) => ({ records: [], skills: [facts(world)] })),
    {
      value: () => ({
        entries: [],
        totals: {
          ...{ installed: 0n, current: 0n, eligible: 0n, quarantined: 0n, disabled: 0n, unknown: 0n },
          publishers: [],
          trust_decisions: new Map(),
        },
        reaudit: { targets: [] },
      }),
    },
  ),
  changed(
    id('first-installed'),
    listed,
    id('nothing-installed'),
    (world) => {
      return insert(['state', 'index', 'entries', 0], record(world));
    },
    { value: ({ skillId }) => ({ entries: [{ skill_id: skillId, version: '1.0.0' }] }) },
  ),
  accepted(id('three-versions'), [...listed, ...states], three, {
    value: () => ({
      entries: [
        { version: '1.2.0', ...superseded },
        { version: '1.9.0', ...current },
        { version: '1.10.0', ...superseded },
      ],
    }),
  }),
  changed(id('one-version-removed'), listed, id('three-versions'), remove(['state', 'index', 'entries', 0]), {
    value: () => ({ entries: versions('1.9.0', '1.10.0') }),
  }),
  accepted(id('current-alone'), states, viewing(), { value: () => ({ entries: [current] }) }),
  accepted(
    id('two-skills'),
    [...listed, ...states],
    viewing((world) => ({ records: [other(world, 'a'), other(world, 'b')] })),
    {
      value: ({ publisher }) => ({
        entries: [
          { skill_id: `${publisher}.a`, ...current },
          { skill_id: `${publisher}.b`, ...current },
        ],
      }),
    },
  ),
  accepted(
    id('facts-of-what-is-not-installed'),
    listed,
    viewing((world) => ({
      skills: [facts(world, { version: '2.0.0', required_protocol_major: 4294967295n }), facts(world)],
    })),
    { value: () => ({ entries: [{ version: '1.0.0', eligibility: { eligible: true } }] }) },
  ),
  accepted(
    id('facts-of-another-skill'),
    listed,
    viewing((world) => ({
      skills: [facts(world, { skill_id: `${world.skillId}2`, required_protocol_major: 4294967295n }), facts(world)],
    })),
    { value: () => ({ entries: [{ version: '1.0.0', eligibility: { eligible: true } }] }) },
  ),

  accepted(total, counted, mixed, {
    value: ({ publisher, otherPublisher }) => ({
      totals: {
        ...{ installed: 4n, current: 3n, eligible: 2n, quarantined: 1n, disabled: 1n, unknown: 0n },
        publishers: [publisher, otherPublisher].sort(),
        trust_decisions: decisions({ allowlisted: 3n, tofu_pinned: 1n }),
      },
    }),
  }),
  changed(
    id('totals-unreadable'),
    counted,
    total,
    put(['statusesReadable'], false),
    totals({ installed: 4n, current: 3n, eligible: 0n, quarantined: 0n, disabled: 0n, unknown: 4n }),
  ),
  changed(
    id('totals-one-more-quarantined'),
    counted,
    total,
    put(['state', 'statuses', 1, 'status'], 'quarantined'),
    totals({ eligible: 2n, quarantined: 2n, disabled: 0n }),
  ),
  changed(
    id('totals-one-released'),
    counted,
    total,
    put(['state', 'statuses', 0, 'status'], 'active'),
    totals({ eligible: 3n, quarantined: 0n }),
  ),
  changed(
    id('totals-one-blocked-by-its-facts'),
    counted,
    total,
    put(['skills', 3, 'required_protocol_major'], 2n ** 32n - 1n),
    totals({ installed: 4n, eligible: 1n, quarantined: 1n }),
  ),
  changed(id('totals-one-less'), counted, total, remove(['state', 'index', 'entries', 0]), {
    value: () => ({
      totals: { installed: 3n, current: 2n, quarantined: 0n, trust_decisions: decisions({ allowlisted: 3n }) },
    }),
  }),
  changed(
    id('totals-another-decision'),
    counted,
    total,
    put(['state', 'index', 'entries', 3, 'trust_decision'], 'tofu_pinned'),
    totals({ trust_decisions: decisions({ allowlisted: 2n, tofu_pinned: 2n }) }),
  ),
  changed(
    id('totals-one-publisher'),
    counted,
    id('totals-two-publishers'),
    ({ publisher }) => {
      return put(['state', 'index', 'entries', 1, 'publisher'], publisher);
    },
    { value: ({ publisher }) => ({ totals: { publishers: [publisher] } }) },
  ),
  accepted(
    id('totals-two-publishers'),
    counted,
    viewing((world) => ({
      records: [other(world, 'a'), other(world, 'b', { publisher: world.otherPublisher })],
    })),
    { value: ({ publisher, otherPublisher }) => ({ totals: { publishers: [publisher, otherPublisher].sort() } }) },
  ),

  rejected(badState, ['VIEW-ORDER'], id('no-row'), 'lifecycle.bad-state', put(['state', 'statuses'], 'none')),
  rejected(
    badInterval,
    ['VIEW-ORDER', 'PLAN-INTERVAL'],
    id('no-row'),
    'reaudit.bad-interval',
    put(['reauditInterval'], 'often'),
  ),
  ordered(id('bad-state-before-bad-interval'), ['VIEW-ORDER'], badState, badInterval),
];

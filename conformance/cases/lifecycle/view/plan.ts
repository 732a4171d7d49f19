import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put, remove } from '../../../rows.ts';
import { type Fields, id, record, row, viewing } from './given.ts';

const dueCase = ['PLAN-DUE'] as const;
const clock = ['PLAN-CLOCK'] as const;
const targets = ['PLAN-TARGETS'] as const;
const each = ['PLAN-EVERY-SKILL'] as const;
const next = ['state', 'next_reaudit_unix_ms'];

const due = { value: () => ({ reaudit: { due: true } }) };
const notDue = { value: () => ({ reaudit: { due: false } }) };

/** The next time, counted from now. */
const ahead = (by: bigint) => (world: World) => put(next, world.nowUnixMs + by);

const waiting = viewing(({ nowUnixMs }) => ({ next: nowUnixMs + 1n, reauditInterval: '500' }));
const waits = id('due-in-1-ms');

const skill = (world: World, name: string, fields: Fields = {}) =>
  record(world, { skill_id: `${world.publisher}.${name}`, ...fields });

const aimsAt =
  (...pairs: readonly (readonly [string, string])[]) =>
  ({ publisher }: World) => ({
    reaudit: { targets: pairs.map(([name, version]) => ({ skill_id: `${publisher}.${name}`, version })) },
  });

type Version = readonly [name: string, version: string, current: boolean];

function installed(...versions: readonly Version[]) {
  return viewing((world) => ({ records: recordsOf(world, versions) }));
}

function recordsOf(world: World, versions: readonly Version[]): readonly Fields[] {
  return versions.map(([name, version, current]) => skill(world, name, { version, current }));
}

const versions: readonly Version[] = [
  ['a', '1.0.0', true],
  ['b', '1.0.0', false],
  ['b', '1.1.0', true],
  ['c', '2.0.0', true],
];
const three = installed(...versions);
const threeTargets = { value: aimsAt(['a', '1.0.0'], ['b', '1.1.0'], ['c', '2.0.0']) };
const flag = (place: number) => ['state', 'index', 'entries', place, 'current'];

export const planCases: readonly Case[] = [
  accepted(waits, [...dueCase, 'PLAN-FIRST'], waiting, notDue),
  changed(id('due-now'), dueCase, waits, ahead(0n), due),
  changed(id('due-since-1-ms'), dueCase, waits, ahead(-1n), due),
  changed(id('due-since-long'), dueCase, waits, put(next, 0n), due),
  changed(id('due-for-the-first-time'), ['PLAN-FIRST'], waits, put(next, null), due),
  accepted(
    id('due-in-one-interval'),
    [...dueCase, ...clock],
    viewing(({ nowUnixMs }) => ({ next: nowUnixMs + 500n, reauditInterval: '500' })),
    notDue,
  ),
  changed(id('due-clock-went-back-1-ms'), clock, id('due-in-one-interval'), ahead(501n), due),
  changed(id('due-clock-went-back-far'), clock, id('due-in-one-interval'), put(next, 2n ** 63n - 1n), due),
  changed(id('due-interval-became-shorter'), clock, id('due-in-one-interval'), put(['reauditInterval'], '499'), due),
  accepted(
    id('due-in-six-hours'),
    [...dueCase, 'PLAN-DEFAULT'],
    viewing(({ nowUnixMs }) => ({ next: nowUnixMs + 21_600_000n })),
    notDue,
  ),
  changed(id('due-in-more-than-six-hours'), clock, id('due-in-six-hours'), ahead(21_600_001n), due),
  accepted(
    id('due-in-the-longest-interval'),
    dueCase,
    viewing(() => ({ next: 2n ** 63n - 1n, reauditInterval: `${2n ** 64n - 1n}` })),
    notDue,
  ),
  accepted(
    id('off-and-long-since'),
    ['PLAN-OFF'],
    viewing(() => ({ next: 0n, reauditInterval: '0' })),
    { value: () => ({ reaudit: { interval_ms: null, due: false } }) },
  ),
  changed(id('on-and-long-since'), ['PLAN-OFF'], id('off-and-long-since'), put(['reauditInterval'], '1'), {
    value: () => ({ reaudit: { interval_ms: 1n, due: true } }),
  }),
  accepted(
    id('off-and-never-audited'),
    ['PLAN-OFF'],
    viewing(() => ({ reauditInterval: '0' })),
    { value: () => ({ reaudit: { interval_ms: null, due: false } }) },
  ),

  accepted(id('targets-current-versions'), targets, three, threeTargets),
  changed(id('targets-one-less'), targets, id('targets-current-versions'), remove(['state', 'index', 'entries', 0]), {
    value: aimsAt(['b', '1.1.0'], ['c', '2.0.0']),
  }),
  accepted(id('targets-older-version-current'), targets, installed(['a', '1.0.0', true], ['a', '1.1.0', false]), {
    value: aimsAt(['a', '1.0.0']),
  }),
  accepted(
    id('targets-while-off'),
    targets,
    viewing((world) => ({ records: recordsOf(world, versions), reauditInterval: '0' })),
    threeTargets,
  ),
  accepted(
    id('targets-while-not-due'),
    targets,
    viewing((world) => ({ records: recordsOf(world, versions), next: world.nowUnixMs + 1n })),
    { value: (world) => ({ reaudit: { due: false, ...threeTargets.value(world).reaudit } }) },
  ),
  accepted(
    id('targets-in-order-of-ids'),
    targets,
    installed(['a', '1.0.0', true], ['a.b', '1.0.0', true], ['a_b', '1.0.0', true], ['ab', '1.0.0', true]),
    { value: aimsAt(['a', '1.0.0'], ['a.b', '1.0.0'], ['a_b', '1.0.0'], ['ab', '1.0.0']) },
  ),
  ...['active', 'quarantined', 'disabled'].map((status) =>
    accepted(
      id(`targets-one-${status}`),
      targets,
      viewing((world) => ({ statuses: [row(world, status)] })),
      { value: ({ skillId }) => ({ reaudit: { targets: [{ skill_id: skillId, version: '1.0.0' }] } }) },
    ),
  ),
  accepted(
    id('targets-artifact-unreadable'),
    ['PLAN-EVERY-SKILL'],
    viewing(() => ({ skills: [] })),
    { value: ({ skillId }) => ({ reaudit: { targets: [{ skill_id: skillId, version: '1.0.0' }] } }) },
  ),

  accepted(
    id('targets-one-skill-without-mark'),
    each,
    installed(['a', '1.0.0', true], ['b', '1.0.0', false], ['b', '1.1.0', false]),
    { value: aimsAt(['a', '1.0.0'], ['b', '1.1.0']) },
  ),
  changed(id('targets-mark-set-again'), each, id('targets-one-skill-without-mark'), put(flag(1), true), {
    value: aimsAt(['a', '1.0.0'], ['b', '1.0.0']),
  }),
  accepted(
    id('targets-no-mark-at-all'),
    each,
    installed(['a', '1.0.0', false], ['a', '1.9.0', false], ['a', '1.10.0', false]),
    {
      value: aimsAt(['a', '1.10.0']),
    },
  ),
  accepted(id('targets-two-marks'), each, installed(['a', '1.0.0', true], ['a', '1.1.0', true]), {
    value: aimsAt(['a', '1.1.0']),
  }),
  observed(
    id('targets-seen-without-mark'),
    ['PLAN-FLAGS'],
    'accepted',
    installed(['a', '1.0.0', true], ['b', '1.0.0', false]),
  ),
  observed(
    id('targets-seen-with-no-mark-at-all'),
    ['PLAN-FLAGS'],
    'accepted',
    installed(['a', '1.0.0', false], ['a', '1.1.0', false]),
  ),
  observed(
    id('targets-seen-with-two-marks'),
    ['PLAN-FLAGS'],
    'accepted',
    installed(['a', '1.0.0', true], ['a', '1.1.0', true]),
  ),
];

import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, changed, observed, put, rejected } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { budget, patchOf } from './patches.ts';

type Proves = Parameters<typeof accepted>[1];

const text = (value: string): JsonModel => ({ id: 'it', type: 'text', props: { tone: 'normal', value } });
const says = (value: string): JsonModel => patchOf({ op: 'replace', path: '/components/0/props/value', value });
/** Says it after so many operations. */
const saysIn = (count: number, value: string): JsonModel =>
  patchOf(...Array.from({ length: count }, () => ({ op: 'replace', path: '/components/0/props/value', value })));
const fails = patchOf({ op: 'remove', path: '/none' });

const model = ({ tool }: World, patches: readonly JsonModel[], perTick = budget.max_ops_per_tick) => ({
  document: { v: 1n, surface: tool, components: [text('before')] },
  patches,
  budget: { ...budget, max_ops_per_tick: perTick },
  clock: [0n],
});

const value =
  (shown: string, counts: { readonly [name: string]: WireValue }) =>
  ({ tool }: World): WireValue => ({
    document: exactly({ v: 1n, surface: tool, components: [text(shown)] }),
    ...counts,
  });
const none: readonly WireValue[] = [];
const all = (applied: bigint) => ({ applied, remaining: 0n, rejected: none });

function works(
  id: string,
  proves: Proves,
  patches: readonly JsonModel[],
  expected: ReturnType<typeof value>,
  perTick?: bigint,
): Case {
  return accepted(
    `a2ui/queue-${id}`,
    proves,
    (world) => ({ operation: 'a2ui.queue', model: model(world, patches, perTick) }),
    { value: expected },
  );
}

const perTick = (count: bigint) => put(['budget', 'max_ops_per_tick'], count);

function alsoWorks(
  id: string,
  proves: Proves,
  twin: string,
  edit: Parameters<typeof changed>[3],
  expected: ReturnType<typeof value>,
): Case {
  return changed(`a2ui/queue-${id}`, proves, `a2ui/queue-${twin}`, edit, { value: expected });
}

const first = ['A2Q-FIRST'] as const;
const bad = ['A2Q-BAD-PATCH'] as const;

export const queueCases: readonly Case[] = [
  works('nothing', ['A2Q-ORDER'], [], value('before', all(0n))),
  works('two', ['A2Q-ORDER', ...first], [says('one'), says('two')], value('two', all(2n))),
  works('swapped', ['A2Q-ORDER'], [says('two'), says('one')], value('one', all(2n))),
  rejected(
    'a2ui/queue-no-document',
    ['A2C-OBJECT'],
    'a2ui/queue-two',
    'a2ui.client-not-object',
    put(['document'], null),
  ),
  works('ops-of-the-first', first, [saysIn(3, 'one')], value('one', all(1n)), 2n),
  works('ops-in-one-tick', first, [saysIn(2, 'one'), saysIn(2, 'two')], value('two', all(2n))),
  alsoWorks(
    'ops-in-two-ticks',
    first,
    'ops-in-one-tick',
    perTick(3n),
    value('one', { applied: 1n, remaining: 1n, rejected: none }),
  ),
  works('ops-just-enough', first, [saysIn(2, 'one'), saysIn(2, 'two')], value('two', all(2n)), 4n),
  alsoWorks(
    'ops-less-than-the-first',
    first,
    'ops-in-one-tick',
    perTick(0n),
    value('one', { applied: 1n, remaining: 1n, rejected: none }),
  ),
  works('no-overtaking', ['A2Q-ORDER'], [says('one'), saysIn(2, 'two'), says('three')], value('three', all(3n))),
  alsoWorks(
    'no-overtaking-of-a-large-one',
    ['A2Q-ORDER'],
    'no-overtaking',
    perTick(2n),
    value('one', { applied: 1n, remaining: 2n, rejected: none }),
  ),
  alsoWorks(
    'no-time',
    first,
    'two',
    put(['budget', 'max_apply_ms'], 0n),
    value('one', { applied: 1n, remaining: 1n, rejected: none }),
  ),
  works(
    'right-together',
    ['A2Q-ONE-NORMALISATION'],
    [patchOf({ op: 'remove', path: '/surface' }), patchOf({ op: 'add', path: '/surface', value: 's' }), says('one')],
    ({ tool: _ }) => ({
      document: exactly({ v: 1n, surface: 's', components: [text('one')] }),
      ...all(3n),
    }),
  ),
  works(
    'unknown-component-counts-until-then',
    ['A2Q-ONE-NORMALISATION'],
    [
      patchOf({ op: 'add', path: '/components/0', value: { type: 'zzz' } }),
      patchOf({ op: 'replace', path: '/components/1/props/value', value: 'one' }),
    ],
    value('one', all(2n)),
  ),
  works('depth-three', ['A2Q-DEPTH'], [says('one'), says('two'), says('three')], value('three', all(3n))),
  alsoWorks(
    'depth-two-of-three',
    ['A2Q-DEPTH'],
    'depth-three',
    put(['budget', 'max_queue_depth'], 2n),
    value('two', {
      applied: 2n,
      remaining: 0n,
      rejected: [{ index: 2n, reason: 'a2ui.client-queue-full' }],
    }),
  ),
  works(
    'bad-between-good',
    bad,
    [says('one'), fails, says('three')],
    value('three', {
      applied: 2n,
      remaining: 0n,
      rejected: [{ index: 1n, reason: 'a2ui.client-conflict' }],
    }),
  ),
  alsoWorks(
    'unreadable-between-good',
    bad,
    'bad-between-good',
    put(['patches', 1, 'v'], 2n),
    value('three', {
      applied: 2n,
      remaining: 0n,
      rejected: [{ index: 1n, reason: 'a2ui.client-patch' }],
    }),
  ),
  works(
    'bad-first',
    bad,
    [fails, says('two')],
    value('two', {
      applied: 1n,
      remaining: 0n,
      rejected: [{ index: 0n, reason: 'a2ui.client-conflict' }],
    }),
  ),
  works(
    'bad-alone',
    bad,
    [fails],
    value('before', {
      applied: 0n,
      remaining: 0n,
      rejected: [{ index: 0n, reason: 'a2ui.client-conflict' }],
    }),
  ),
  works(
    'bad-half-way',
    bad,
    [patchOf({ op: 'replace', path: '/components/0/props/value', value: 'half' }, { op: 'remove', path: '/none' })],
    value('before', {
      applied: 0n,
      remaining: 0n,
      rejected: [{ index: 0n, reason: 'a2ui.client-conflict' }],
    }),
  ),
  alsoWorks(
    'bad-counts-for-the-tick',
    bad,
    'bad-between-good',
    perTick(1n),
    value('one', { applied: 1n, remaining: 2n, rejected: none }),
  ),
  works(
    'ruined',
    ['A2Q-RUINED'],
    [says('one'), patchOf({ op: 'remove', path: '/surface' })],
    value('before', {
      applied: 0n,
      remaining: 0n,
      rejected: [
        { index: 0n, reason: 'a2ui.client-surface' },
        { index: 1n, reason: 'a2ui.client-surface' },
      ],
    }),
  ),
  works(
    'ruined-and-bad',
    ['A2Q-RUINED'],
    [fails, patchOf({ op: 'replace', path: '', value: [] })],
    value('before', {
      applied: 0n,
      remaining: 0n,
      rejected: [
        { index: 0n, reason: 'a2ui.client-conflict' },
        { index: 1n, reason: 'a2ui.client-not-object' },
      ],
    }),
  ),
  works(
    'ruined-later-goes-on',
    ['A2Q-RUINED'],
    [patchOf({ op: 'remove', path: '/surface' }, { op: 'add', path: '/surface', value: '' })],
    value('before', {
      applied: 0n,
      remaining: 0n,
      rejected: [{ index: 0n, reason: 'a2ui.client-surface' }],
    }),
  ),
  works(
    'defaults-stay',
    ['A2C-DEFAULTS-STAY'],
    [says('one'), patchOf({ op: 'add', path: '/components/1', value: form('default') })],
    ({ tool }) => ({
      document: exactly({ v: 1n, surface: tool, components: [text('one'), form('defaultValue')] }),
      ...all(2n),
    }),
  ),
  observed('a2ui/queue-lost', ['A2Q-LOST'], 'conflict', (world) => ({
    operation: 'a2ui.queue',
    model: model(world, [says('one'), fails, says('three')]),
  })),
];

function form(name: 'default' | 'defaultValue'): JsonModel {
  const field = { id: 'f', label: 'F', hint: '', required: false, type: 'text', placeholder: '', [name]: 'd' };
  return { id: 'form', type: 'form', props: { title: 'T', submitLabel: 'Go', fields: [field] } };
}

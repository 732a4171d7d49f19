import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, changed, ordered, put, rejected, remove } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';

type Proves = Parameters<typeof accepted>[1];
type Op = { readonly op: string; readonly path: string; readonly value?: JsonModel };

export const budget = {
  max_ops_per_patch: 256n,
  max_ops_per_tick: 512n,
  max_queue_depth: 1024n,
  max_path_length: 512n,
  max_apply_ms: 12n,
};
export const patchOf = (...ops: readonly Op[]): JsonModel => ({ v: 1n, ops: ops as never });
const at = (...path: (string | number)[]) => ['patch', ...path];
const state = { a: [1n, 2n], o: { k: 'v' } };
const base = 'patch-plain';
const shape = ['A2P-SHAPE'] as const;
const add: Op = { op: 'add', path: '/a/0', value: 0n };

function applies(
  id: string,
  proves: Proves,
  from: JsonModel,
  patch: JsonModel,
  after: JsonModel,
  clock: readonly bigint[] = [0n],
): Case {
  return accepted(
    `a2ui/client-${id}`,
    proves,
    ({ tool }) => ({ operation: 'a2ui.client-patch', model: { state: { of: tool, in: from }, patch, budget, clock } }),
    { value: ({ tool }) => ({ state: exactly({ of: tool, in: after }) }) },
  );
}

/** Paths of the cases lead into the member in which each state stands. */
const inside = (op: Op): Op => ({ ...op, path: `/in${op.path}` });
const one = (...ops: readonly Op[]) => patchOf(...ops.map(inside));

function alsoApplies(id: string, proves: Proves, patch: JsonModel, after: JsonModel): Case {
  return changed(`a2ui/client-${id}`, proves, `a2ui/client-${base}`, put(['patch'], patch), {
    value: ({ tool }) => ({ state: exactly({ of: tool, in: after }) }),
  });
}

function refuses(
  id: string,
  proves: Proves,
  code: Parameters<typeof rejected>[3],
  edit: Parameters<typeof rejected>[4],
  twin = base,
): Case {
  return rejected(`a2ui/client-${id}`, proves, `a2ui/client-${twin}`, code, edit);
}

const conflict = (id: string, op: Op) =>
  refuses(`conflict-${id}`, ['A2P-APPLY'], 'a2ui.client-conflict', put(['patch'], one(op)));

const ticking = (count: number) => Array.from({ length: count + 1 }, (_, n) => BigInt(n));
const many = (count: number): JsonModel =>
  patchOf(...Array.from({ length: count }, () => ({ op: 'replace', path: '/in/o/k', value: 1n })));
const long = (units: number, start = '/in/o/') => `${start}${'k'.repeat(units - start.length)}`;

const malformed: readonly (readonly [string, JsonModel])[] = [
  ['null', null],
  ['list', []],
  ['text', '/a'],
  ['number', 1n],
];

const forbidden: readonly (readonly [string, string])[] = [
  ['proto', '/__proto__'],
  ['prototype', '/o/prototype'],
  ['constructor', '/constructor'],
  ['proto-inside', '/o/__proto__/x'],
  ['constructor-prototype', '/constructor/prototype/x'],
  ['proto-behind-nothing', '/none/__proto__'],
  ['proto-of-list', '/a/__proto__'],
];

const allowed: readonly (readonly [string, string])[] = [
  ['upper-case', '__PROTO__'],
  ['to-string', 'toString'],
  ['has-own-property', 'hasOwnProperty'],
  ['define-getter', '__defineGetter__'],
  ['padded', ' constructor'],
];

export const clientPatchCases: readonly Case[] = [
  applies(base, [...shape, 'A2P-APPLY'], state, one(add), { a: [0n, 1n, 2n], o: { k: 'v' } }),
  alsoApplies(
    'patch-version-as-double',
    shape,
    { v: 1, ops: [inside(add)] as never },
    { a: [0n, 1n, 2n], o: { k: 'v' } },
  ),
  alsoApplies(
    'patch-members-passed-over',
    shape,
    { v: 1n, x: 1n, ops: [{ ...inside(add), from: '/b' }] as never },
    { a: [0n, 1n, 2n], o: { k: 'v' } },
  ),
  alsoApplies('patch-null-is-a-value', shape, one({ ...add, value: null }), { a: [null, 1n, 2n], o: { k: 'v' } }),
  ...malformed.map(([name, value]) => refuses(`patch-${name}`, shape, 'a2ui.client-patch', put(['patch'], value))),
  refuses('patch-version-missing', shape, 'a2ui.client-patch', remove(at('v'))),
  refuses('patch-version-two', shape, 'a2ui.client-patch', put(at('v'), 2n)),
  refuses('patch-version-text', shape, 'a2ui.client-patch', put(at('v'), '1')),
  refuses('patch-ops-missing', shape, 'a2ui.client-patch', remove(at('ops'))),
  refuses('patch-ops-empty', shape, 'a2ui.client-patch', put(at('ops'), [])),
  refuses('patch-ops-object', shape, 'a2ui.client-patch', put(at('ops'), { '0': inside(add) } as never)),
  refuses('patch-op-null', shape, 'a2ui.client-patch', put(at('ops', 0), null)),
  refuses('patch-op-missing', shape, 'a2ui.client-patch', remove(at('ops', 0, 'op'))),
  refuses('patch-op-upper-case', shape, 'a2ui.client-patch', put(at('ops', 0, 'op'), 'ADD')),
  refuses('patch-op-move', shape, 'a2ui.client-patch', put(at('ops', 0, 'op'), 'move')),
  refuses('patch-path-missing', shape, 'a2ui.client-patch', remove(at('ops', 0, 'path'))),
  refuses('patch-path-number', shape, 'a2ui.client-patch', put(at('ops', 0, 'path'), 0n)),
  refuses('patch-path-without-slash', shape, 'a2ui.client-patch', put(at('ops', 0, 'path'), 'in')),
  refuses('patch-path-fragment', shape, 'a2ui.client-patch', put(at('ops', 0, 'path'), '#/in')),
  refuses('patch-value-missing', shape, 'a2ui.client-patch', remove(at('ops', 0, 'value'))),
  refuses(
    'patch-remove-with-value',
    shape,
    'a2ui.client-patch',
    put(at('ops', 0), { op: 'remove', path: '/in/a/0', value: null }),
  ),
  refuses(
    'patch-read-before-applied',
    ['A2P-ORDER'],
    'a2ui.client-patch',
    put(['patch'], { v: 1n, ops: [{ op: 'remove', path: '/none' }, null] }),
  ),
  applies('ops-256', ['A2P-OPERATIONS'], state, many(256), { a: [1n, 2n], o: { k: 1n } }),
  refuses('ops-257', ['A2P-OPERATIONS'], 'a2ui.client-too-many', put(['patch'], many(257)), 'ops-256'),
  refuses(
    'ops-257-of-nothing',
    ['A2P-OPERATIONS', 'A2P-ORDER'],
    'a2ui.client-too-many',
    put(
      at('ops'),
      Array.from({ length: 257 }, () => null),
    ),
    'ops-256',
  ),
  refuses(
    'ops-beyond-a-lower-bound',
    ['A2P-OPERATIONS'],
    'a2ui.client-too-many',
    put(['budget', 'max_ops_per_patch'], 255n),
    'ops-256',
  ),
  ordered(
    'a2ui/client-version-before-number',
    ['A2P-ORDER'],
    'a2ui/client-patch-version-two',
    'a2ui/client-patch-ops-empty',
  ),
  alsoApplies('path-512', ['A2P-PATH-LENGTH'], patchOf({ op: 'add', path: long(512), value: 1n }), {
    a: [1n, 2n],
    o: { k: 'v', ['k'.repeat(506)]: 1n },
  }),
  refuses('path-513', ['A2P-PATH-LENGTH'], 'a2ui.client-path-length', put(at('ops', 0, 'path'), long(513))),
  refuses(
    'path-513-without-slash',
    ['A2P-PATH-LENGTH', 'A2P-ORDER'],
    'a2ui.client-path-length',
    put(at('ops', 0, 'path'), 'k'.repeat(513)),
  ),
  alsoApplies(
    'path-of-pairs',
    ['A2P-PATH-LENGTH'],
    patchOf({ op: 'add', path: `/in/o/${'😀'.repeat(253)}`, value: 1n }),
    { a: [1n, 2n], o: { k: 'v', ['😀'.repeat(253)]: 1n } },
  ),
  refuses(
    'path-of-too-many-pairs',
    ['A2P-PATH-LENGTH'],
    'a2ui.client-path-length',
    put(at('ops', 0, 'path'), `/in/o/${'😀'.repeat(254)}`),
  ),
  applies('time-12', ['A2P-TIME'], state, many(12), { a: [1n, 2n], o: { k: 1n } }, ticking(12)),
  refuses('time-13', ['A2P-TIME'], 'a2ui.client-too-slow', put(['patch'], many(13)), 'time-over-13'),
  applies('time-over-13', ['A2P-TIME'], state, many(12), { a: [1n, 2n], o: { k: 1n } }, ticking(13)),
  applies('time-none-behind-the-last', ['A2P-TIME'], state, many(1), { a: [1n, 2n], o: { k: 1n } }, [0n, 12n, 1000n]),
  refuses(
    'time-before-the-first',
    ['A2P-TIME'],
    'a2ui.client-too-slow',
    put(['clock'], [0n, 13n]),
    'time-none-behind-the-last',
  ),
  applies('time-from-anywhere', ['A2P-TIME'], state, many(1), { a: [1n, 2n], o: { k: 1n } }, [-5n, 7n]),
  ...[
    ['tilde-two', '/in/~2'],
    ['tilde-last', '/in/a~'],
    ['tilde-before-slash', '/~/in'],
  ].map(([name, path]) =>
    refuses(`pointer-${name}`, ['A2P-POINTER'], 'a2ui.client-pointer', put(at('ops', 0, 'path'), String(path))),
  ),
  alsoApplies('pointer-escapes', ['A2P-POINTER'], one({ op: 'add', path: '/o/~01~1', value: 1n }), {
    a: [1n, 2n],
    o: { k: 'v', '~1/': 1n },
  }),
  refuses(
    'pointer-asked-late',
    ['A2P-ORDER', 'A2P-POINTER'],
    'a2ui.client-conflict',
    put(['patch'], one({ op: 'remove', path: '/none' }, { op: 'remove', path: '/~2' })),
  ),
  ...forbidden.map(([name, path]) =>
    refuses(`name-${name}`, ['A2P-NAMES'], 'a2ui.client-name', put(at('ops', 0, 'path'), `/in${path}`)),
  ),
  ...allowed.map(([name, key]) =>
    alsoApplies(`name-${name}`, ['A2P-NAMES'], one({ op: 'add', path: `/o/${key}`, value: 1n }), {
      a: [1n, 2n],
      o: { k: 'v', [key]: 1n },
    }),
  ),
  alsoApplies(
    'name-inside-a-value',
    ['A2P-NAMES'],
    one({ op: 'add', path: '/o/x', value: { constructor: 1n, ['__proto__']: { y: 2n } } }),
    {
      a: [1n, 2n],
      o: { k: 'v', x: { constructor: 1n, ['__proto__']: { y: 2n } } },
    },
  ),
  refuses(
    'name-before-escape',
    ['A2P-POINTER', 'A2P-NAMES'],
    'a2ui.client-name',
    put(at('ops', 0, 'path'), '/__proto__/~2'),
  ),
  refuses(
    'escape-before-name',
    ['A2P-POINTER', 'A2P-NAMES'],
    'a2ui.client-pointer',
    put(at('ops', 0, 'path'), '/~2/__proto__'),
  ),
  changed(
    'a2ui/client-root-replace',
    ['A2P-ROOT'],
    `a2ui/client-${base}`,
    put(['patch'], patchOf({ op: 'replace', path: '', value: [7n] })),
    { value: () => ({ state: [7n] }) },
  ),
  changed(
    'a2ui/client-root-add',
    ['A2P-ROOT'],
    `a2ui/client-${base}`,
    put(['patch'], patchOf({ op: 'add', path: '', value: null })),
    { value: () => ({ state: null }) },
  ),
  refuses('root-remove', ['A2P-ROOT'], 'a2ui.client-root', put(['patch'], patchOf({ op: 'remove', path: '' }))),
  alsoApplies('apply-behind', ['A2P-APPLY'], one({ op: 'add', path: '/a/-', value: 3n }), {
    a: [1n, 2n, 3n],
    o: { k: 'v' },
  }),
  alsoApplies('apply-remove', ['A2P-APPLY'], one({ op: 'remove', path: '/a/0' }), { a: [2n], o: { k: 'v' } }),
  alsoApplies('apply-add-over', ['A2P-APPLY'], one({ op: 'add', path: '/o/k', value: 'w' }), {
    a: [1n, 2n],
    o: { k: 'w' },
  }),
  conflict('missing-member', { op: 'replace', path: '/x', value: 1n }),
  conflict('missing-parent', { op: 'add', path: '/x/y', value: 1n }),
  conflict('inherited', { op: 'replace', path: '/o/toString', value: 1n }),
  conflict('index-beyond', { op: 'add', path: '/a/3', value: 1n }),
  conflict('index-leading-zero', { op: 'add', path: '/a/00', value: 1n }),
  conflict('index-of-400-digits', { op: 'add', path: `/a/${'9'.repeat(400)}`, value: 1n }),
  conflict('index-behind', { op: 'remove', path: '/a/-' }),
  conflict('inside-a-text', { op: 'add', path: '/o/k/0', value: 1n }),
  refuses('atomic', ['A2P-ATOMIC'], 'a2ui.client-conflict', put(['patch'], one(add, { op: 'remove', path: '/x' }))),
];

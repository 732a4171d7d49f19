import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, changed, insert, ordered, put, rejected, remove } from '../../../rows.ts';
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

/** The operation of the base, which adds 0, at another path. */
function alsoAdds(id: string, proves: Proves, path: string, after: JsonModel): Case {
  return changed(`a2ui/client-${id}`, proves, `a2ui/client-${base}`, put(at('ops', 0, 'path'), path), {
    value: ({ tool }) => ({ state: exactly({ of: tool, in: after }) }),
  });
}

function becomes(id: string, twin: string, root: JsonModel): Case {
  return changed(`a2ui/client-${id}`, ['A2P-ROOT'], `a2ui/client-${twin}`, put(at('ops', 0, 'path'), ''), {
    value: () => ({ state: root }),
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

const conflict = (id: string, path: string, twin = base) =>
  refuses(`conflict-${id}`, ['A2P-APPLY'], 'a2ui.client-conflict', put(at('ops', 0, 'path'), `/in${path}`), twin);

const added = { a: [0n, 1n, 2n], o: { k: 'v' } };
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
  applies(base, [...shape, 'A2P-APPLY'], state, one(add), added),
  applies('patch-version-as-double', shape, state, { v: 1, ops: [inside(add)] as never }, added),
  applies(
    'patch-members-passed-over',
    shape,
    state,
    { v: 1n, x: 1n, ops: [{ ...inside(add), from: '/b' }] as never },
    added,
  ),
  applies('patch-null-is-a-value', shape, state, one({ ...add, value: null }), { a: [null, 1n, 2n], o: { k: 'v' } }),
  applies('patch-two', [...shape, 'A2P-ATOMIC'], state, one(add, { op: 'remove', path: '/o/k' }), {
    a: [0n, 1n, 2n],
    o: {},
  }),
  refuses('first-conflict', ['A2P-APPLY'], 'a2ui.client-conflict', put(at('ops', 0, 'path'), '/in/x/y'), 'patch-two'),
  refuses('second-null', shape, 'a2ui.client-patch', put(at('ops', 1), null), 'patch-two'),
  refuses('second-pointer', ['A2P-POINTER'], 'a2ui.client-pointer', put(at('ops', 1, 'path'), '/in/~2'), 'patch-two'),
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
  refuses('patch-remove-with-value', shape, 'a2ui.client-patch', put(at('ops', 0, 'value'), null), 'apply-remove'),
  ordered(
    'a2ui/client-patch-read-before-applied',
    ['A2P-ORDER'],
    'a2ui/client-second-null',
    'a2ui/client-first-conflict',
  ),
  applies('ops-256', ['A2P-OPERATIONS'], state, many(256), { a: [1n, 2n], o: { k: 1n } }),
  refuses('ops-257', ['A2P-OPERATIONS'], 'a2ui.client-too-many', insert(at('ops', 256), inside(add)), 'ops-256'),
  refuses('ops-256-and-a-null', shape, 'a2ui.client-patch', put(at('ops', 0), null), 'ops-256'),
  refuses('ops-256-version-two', shape, 'a2ui.client-patch', put(at('v'), 2n), 'ops-256'),
  ordered(
    'a2ui/client-number-before-shape',
    ['A2P-OPERATIONS', 'A2P-ORDER'],
    'a2ui/client-ops-257',
    'a2ui/client-ops-256-and-a-null',
  ),
  refuses(
    'ops-beyond-a-lower-bound',
    ['A2P-OPERATIONS'],
    'a2ui.client-too-many',
    put(['budget', 'max_ops_per_patch'], 255n),
    'ops-256',
  ),
  ordered('a2ui/client-version-before-number', ['A2P-ORDER'], 'a2ui/client-ops-256-version-two', 'a2ui/client-ops-257'),
  alsoAdds('path-512', ['A2P-PATH-LENGTH'], long(512), {
    a: [1n, 2n],
    o: { k: 'v', ['k'.repeat(506)]: 0n },
  }),
  refuses('path-513', ['A2P-PATH-LENGTH'], 'a2ui.client-path-length', put(at('ops', 0, 'path'), long(513))),
  refuses(
    'path-513-without-slash',
    ['A2P-PATH-LENGTH', 'A2P-ORDER'],
    'a2ui.client-path-length',
    put(at('ops', 0, 'path'), 'k'.repeat(513)),
  ),
  alsoAdds('path-of-pairs', ['A2P-PATH-LENGTH'], `/in/o/${'😀'.repeat(253)}`, {
    a: [1n, 2n],
    o: { k: 'v', ['😀'.repeat(253)]: 0n },
  }),
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
    put(['clock', 1], 13n),
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
  alsoAdds('pointer-escapes', ['A2P-POINTER'], '/in/o/~01~1', { a: [1n, 2n], o: { k: 'v', '~1/': 0n } }),
  ordered(
    'a2ui/client-pointer-asked-late',
    ['A2P-ORDER', 'A2P-POINTER'],
    'a2ui/client-first-conflict',
    'a2ui/client-second-pointer',
  ),
  ...forbidden.map(([name, path]) =>
    refuses(`name-${name}`, ['A2P-NAMES'], 'a2ui.client-name', put(at('ops', 0, 'path'), `/in${path}`)),
  ),
  ...allowed.map(([name, key]) =>
    alsoAdds(`name-${name}`, ['A2P-NAMES'], `/in/o/${key}`, { a: [1n, 2n], o: { k: 'v', [key]: 0n } }),
  ),
  applies(
    'name-inside-a-value',
    ['A2P-NAMES'],
    state,
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
  becomes('root-add', base, 0n),
  becomes('root-replace', 'apply-replace', [7n]),
  refuses('root-remove', ['A2P-ROOT'], 'a2ui.client-root', put(at('ops', 0, 'path'), ''), 'apply-remove'),
  alsoAdds('apply-behind', ['A2P-APPLY'], '/in/a/-', { a: [1n, 2n, 0n], o: { k: 'v' } }),
  alsoAdds('apply-add-over', ['A2P-APPLY'], '/in/o/k', { a: [1n, 2n], o: { k: 0n } }),
  applies('apply-remove', ['A2P-APPLY'], state, one({ op: 'remove', path: '/a/0' }), { a: [2n], o: { k: 'v' } }),
  applies('apply-replace', ['A2P-APPLY'], state, one({ op: 'replace', path: '/o/k', value: [7n] }), {
    a: [1n, 2n],
    o: { k: [7n] },
  }),
  conflict('missing-member', '/x', 'apply-replace'),
  conflict('missing-parent', '/x/y'),
  conflict('inherited', '/o/toString', 'apply-replace'),
  conflict('index-beyond', '/a/3'),
  conflict('index-leading-zero', '/a/00'),
  conflict('index-of-400-digits', `/a/${'9'.repeat(400)}`),
  conflict('index-behind', '/a/-', 'apply-remove'),
  conflict('inside-a-text', '/o/k/0'),
  refuses('atomic', ['A2P-ATOMIC'], 'a2ui.client-conflict', put(at('ops', 1, 'path'), '/in/x'), 'patch-two'),
];

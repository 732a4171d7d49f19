import type { Case } from '../../../case.ts';
import { alsoPatches, patches, refusesPatch } from './rows.ts';

type Proves = Parameters<typeof refusesPatch>[1];
const root = ['A2-APPLY-ROOT'] as const;
const walk = ['A2-APPLY-WALK'] as const;
const object = ['A2-APPLY-OBJECT'] as const;
const array = ['A2-APPLY-ARRAY'] as const;
const index = ['A2-APPLY-INDEX'] as const;
const atomic = ['A2-ATOMIC'] as const;
const exact = ['A2-APPLY-EXACT'] as const;

const op = (name: string, path: string, value?: string) =>
  `{"op":"${name}","path":"${path}"${value === undefined ? '' : `,"value":${value}`}}`;

const list = { a: [1n, 2n, 3n], b: '@' };
const listIs = (...a: readonly (bigint | string)[]) => ({ a, b: '@' });
const add = op('add', '/a/0', '"x"');
const replaceOp = op('replace', '/a/0', '"x"');
const removeOp = op('remove', '/a/0');

const conflict = (id: string, proves: Proves, twin: string, from: string, by: string) =>
  refusesPatch(id, proves, twin, 'a2ui.op-conflict', from, by);

const noIndices = [
  ['empty', ''],
  ['two-zeros', '00'],
  ['leading-zero', '01'],
  ['plus', '+1'],
  ['minus', '-1'],
  ['minus-zero', '-0'],
  ['fraction', '1.0'],
  ['exponent', '1e0'],
  ['hex', '0x1'],
  ['space-first', ' 1'],
  ['space-last', '1 '],
  ['arabic-digit', '١'],
  ['full-width-digit', '１'],
  ['letter', 'a'],
  ['length', 'length'],
  ['64-bits', '18446744073709551615'],
  ['beyond-64-bits', '18446744073709551616'],
  ['many-digits', '9'.repeat(400)],
  ['32-bits-and-one', '4294967296'],
] as const;

const rootCases: readonly Case[] = [
  patches('root-replace', root, { a: 1n, b: '@' }, [op('replace', '', '[7]')], [7n]),
  patches('root-add', root, { a: 1n, b: '@' }, [op('add', '', '[7]')], [7n]),
  ...[
    ['null', 'null', null],
    ['text', '"t"', 't'],
    ['number', '5', 5n],
    ['object', '{"c":true}', { c: true }],
  ].map(([name, text, value]) =>
    alsoPatches(`root-becomes-${name}`, root, 'root-replace', '[7]', String(text), value as never),
  ),
  conflict('root-remove', root, 'root-replace', op('replace', '', '[7]'), op('remove', '')),
  conflict('root-is-no-empty-member', root, 'root-replace', '"path":""', '"path":"/"'),
  patches(
    'root-then-inside',
    root,
    'anything',
    [op('replace', '', '{"a":"@"}'), op('add', '/a', '[]'), op('add', '/a/-', '1')],
    { a: [1n] },
  ),
  patches('root-of-a-scalar', root, 5n, [op('add', '', '"x"')], 'x'),
];

const objectCases: readonly Case[] = [
  patches('object-add', object, { a: { b: 1n }, c: '@' }, [op('add', '/a/d', '2')], { a: { b: 1n, d: 2n }, c: '@' }),
  alsoPatches('object-add-over', object, 'object-add', '/a/d', '/a/b', { a: { b: 2n }, c: '@' }),
  alsoPatches('object-add-over-all', object, 'object-add', '/a/d', '/a', { a: 2n, c: '@' }),
  conflict('object-replace-missing', object, 'object-add', op('add', '/a/d', '2'), op('replace', '/a/d', '2')),
  conflict('object-remove-missing', object, 'object-add', op('add', '/a/d', '2'), op('remove', '/a/d')),
  conflict(
    'object-remove-twice',
    object,
    'object-add',
    op('add', '/a/d', '2'),
    `${op('remove', '/a/b')},${op('remove', '/a/b')}`,
  ),
  patches(
    'object-names-like-indices',
    object,
    { '01': 1n, '-': 2n, '0': '@' },
    [op('replace', '/01', '3'), op('remove', '/-')],
    { '01': 3n, '0': '@' },
  ),
  patches('object-null-is-there', object, { a: null, b: '@' }, [op('replace', '/a', '1')], { a: 1n, b: '@' }),
  patches('object-remove-null', object, { a: null, b: '@' }, [op('remove', '/a')], { b: '@' }),
  patches(
    'object-inherited-names',
    object,
    { b: '@' },
    [op('add', '/toString', '1'), op('add', '/hasOwnProperty', '2')],
    { toString: 1n, hasOwnProperty: 2n, b: '@' },
  ),
  conflict(
    'object-inherited-is-not-there',
    object,
    'object-inherited-names',
    op('add', '/toString', '1'),
    op('replace', '/toString', '1'),
  ),
  conflict(
    'object-inherited-is-not-walked',
    walk,
    'object-inherited-names',
    op('add', '/toString', '1'),
    op('add', '/constructor/x', '1'),
  ),
];

const arrayCases: readonly Case[] = [
  patches('array-add-first', [...array, ...index], list, [add], listIs('x', 1n, 2n, 3n)),
  alsoPatches('array-add-inside', array, 'array-add-first', '/a/0', '/a/2', listIs(1n, 2n, 'x', 3n)),
  alsoPatches('array-add-at-the-length', array, 'array-add-first', '/a/0', '/a/3', listIs(1n, 2n, 3n, 'x')),
  alsoPatches('array-add-behind', array, 'array-add-first', '/a/0', '/a/-', listIs(1n, 2n, 3n, 'x')),
  conflict('array-add-beyond', array, 'array-add-first', '/a/0', '/a/4'),
  patches('array-replace', array, list, [replaceOp], listIs('x', 2n, 3n)),
  alsoPatches('array-replace-last', array, 'array-replace', '/a/0', '/a/2', listIs(1n, 2n, 'x')),
  conflict('array-replace-beyond', array, 'array-replace', '/a/0', '/a/3'),
  conflict('array-replace-behind', array, 'array-replace', '/a/0', '/a/-'),
  patches('array-remove', array, list, [removeOp], listIs(2n, 3n)),
  alsoPatches('array-remove-last', array, 'array-remove', '/a/0', '/a/2', listIs(1n, 2n)),
  conflict('array-remove-beyond', array, 'array-remove', '/a/0', '/a/3'),
  conflict('array-remove-behind', array, 'array-remove', '/a/0', '/a/-'),
  patches('array-empty', array, { a: [], b: '@' }, [add], listIs('x')),
  patches('array-empty-behind', array, { a: [], b: '@' }, [op('add', '/a/-', '"x"')], listIs('x')),
  conflict('array-empty-beyond', array, 'array-empty', '/a/0', '/a/1'),
  conflict('array-empty-replace', array, 'array-empty', '"add"', '"replace"'),
  ...noIndices.map(([name, token]) => conflict(`index-add-${name}`, index, 'array-add-first', '/a/0', `/a/${token}`)),
  ...noIndices
    .slice(0, 8)
    .map(([name, token]) => conflict(`index-replace-${name}`, index, 'array-replace', '/a/0', `/a/${token}`)),
  ...noIndices
    .slice(0, 8)
    .map(([name, token]) => conflict(`index-remove-${name}`, index, 'array-remove', '/a/0', `/a/${token}`)),
  patches(
    'index-of-two-digits',
    index,
    { a: Array.from({ length: 12 }, (_, n) => BigInt(n)), b: '@' },
    [op('remove', '/a/10')],
    {
      a: [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n, 11n],
      b: '@',
    },
  ),
];

const walkCases: readonly Case[] = [
  patches('walk-deep', walk, { a: [{ b: { c: [1n] } }], d: '@' }, [op('add', '/a/0/b/c/-', '2')], {
    a: [{ b: { c: [1n, 2n] } }],
    d: '@',
  }),
  conflict('walk-missing-member', walk, 'walk-deep', '/a/0/b/c/-', '/a/0/x/c'),
  conflict('walk-missing-element', walk, 'walk-deep', '/a/0/b/c/-', '/a/1/b'),
  conflict('walk-behind', walk, 'walk-deep', '/a/0/b/c/-', '/a/-/b'),
  conflict('walk-leading-zero', walk, 'walk-deep', '/a/0/b/c/-', '/a/00/b'),
  conflict('walk-into-number', walk, 'walk-deep', '/a/0/b/c/-', '/a/0/b/c/0/x'),
  conflict('walk-into-text', walk, 'walk-deep', '/a/0/b/c/-', '/d/0'),
  conflict('walk-into-text-length', walk, 'walk-deep', '/a/0/b/c/-', '/d/length'),
  patches('walk-null-and-true', walk, { n: null, t: true, d: '@' }, [op('add', '/x', '1')], {
    n: null,
    t: true,
    x: 1n,
    d: '@',
  }),
  conflict('walk-into-null', walk, 'walk-null-and-true', '/x', '/n/x'),
  conflict('walk-into-true', walk, 'walk-null-and-true', '/x', '/t/x'),
  conflict('walk-makes-nothing', walk, 'walk-null-and-true', '/x', '/y/x'),
];

const togetherCases: readonly Case[] = [
  patches(
    'together-in-order',
    atomic,
    { b: '@' },
    [op('add', '/a', '[]'), op('add', '/a/-', '1'), op('add', '/a/0', '2')],
    { a: [2n, 1n], b: '@' },
  ),
  patches(
    'together-value-is-copied',
    atomic,
    { b: '@' },
    [op('add', '/a', '{"x":1}'), op('add', '/a/y', '2'), op('add', '/c', '{"x":1}')],
    {
      a: { x: 1n, y: 2n },
      b: '@',
      c: { x: 1n },
    },
  ),
  conflict('together-second-fails', atomic, 'together-in-order', op('add', '/a/0', '2'), op('remove', '/none')),
  conflict('together-first-fails', atomic, 'together-in-order', op('add', '/a', '[]'), op('replace', '/a', '[]')),
  patches('together-removals-shift', array, list, [removeOp, removeOp], listIs(3n)),
  conflict(
    'together-removals-run-out',
    array,
    'together-removals-shift',
    `[${removeOp},`,
    `[${removeOp},${removeOp},${removeOp},`,
  ),
];

const exactCases: readonly Case[] = [
  patches(
    'exact-integers',
    exact,
    {
      a: 1n,
      large: 18446744073709551615n,
      low: -9223372036854775808n,
      odd: 9007199254740993n,
      half: 0.5,
      one: 1,
      b: '@',
    },
    [op('replace', '/a', '18446744073709551615')],
    {
      a: 18446744073709551615n,
      large: 18446744073709551615n,
      low: -9223372036854775808n,
      odd: 9007199254740993n,
      half: 0.5,
      one: 1,
      b: '@',
    },
  ),
  alsoPatches('exact-double-of-one', exact, 'exact-integers', '18446744073709551615', '1.0', {
    a: 1,
    large: 18446744073709551615n,
    low: -9223372036854775808n,
    odd: 9007199254740993n,
    half: 0.5,
    one: 1,
    b: '@',
  }),
];

export const applyCases: readonly Case[] = [
  ...rootCases,
  ...objectCases,
  ...arrayCases,
  ...walkCases,
  ...togetherCases,
  ...exactCases,
];

import type { Case } from '../../../case.ts';
import { ordered, put, rejected } from '../../../rows.ts';
import { alsoPatches, patches, patchText, refusesPatch } from './rows.ts';

const shape = ['A2-PATCH-SHAPE'] as const;
const op = ['A2-OP-SHAPE'] as const;
const base = 'patch-plain';
const ops = '[{"op":"replace","path":"/a","value":2}]';

const refuses = (
  id: string,
  proves: Parameters<typeof refusesPatch>[1],
  code: Parameters<typeof refusesPatch>[3],
  from: string,
  by: string,
) => refusesPatch(`patch-${id}`, proves, base, code, from, by);

const wrongVersions = ['1.0', '1e0', '-0', '-1', '"1"', 'null', 'true', '[1]', '18446744073709551616'] as const;
const otherVersions = ['0', '2', '18446744073709551615'] as const;
const noLists = [
  ['null', 'null'],
  ['text', '"x"'],
  ['object', '{"0":{"op":"remove","path":"/a"}}'],
] as const;
const roots = [
  ['list-of-operations', ops],
  ['null', 'null'],
  ['text', '"x"'],
  ['number', '1'],
] as const;
const unknownOps = ['ADD', 'Replace', 'move', 'copy', 'test', '', 'remove '] as const;

export const patchCases: readonly Case[] = [
  patches(
    base,
    ['A2-PATCH-JSON', ...shape, ...op, 'A2-POINTER'],
    { a: 1n, b: '@' },
    ['{"op":"replace","path":"/a","value":2}'],
    {
      a: 2n,
      b: '@',
    },
  ),
  patches(
    'patch-members-passed-over',
    [...shape, ...op],
    { a: 1n, b: '@' },
    ['{"from":"/b","op":"replace","path":"/a","value":2}'],
    { a: 2n, b: '@' },
  ),
  alsoPatches('patch-null-is-a-value', op, base, '"value":2', '"value":null', { a: null, b: '@' }),
  patches(
    'patch-repeated-op',
    ['A2-REPEATED'],
    { a: 1n, b: '@' },
    ['{"op":"remove","op":"replace","path":"/a","value":2}'],
    { a: 2n, b: '@' },
  ),
  alsoPatches('patch-repeated-value', ['A2-REPEATED'], base, '"value":2', '"value":1,"value":3', { a: 3n, b: '@' }),
  refuses('not-json', ['A2-PATCH-JSON'], 'a2ui.patch-not-json', '"v":1', '"v":01'),
  refuses('comma-last', ['A2-PATCH-JSON'], 'a2ui.patch-not-json', '}]}', '},]}'),
  refuses('lone-surrogate', ['A2-PATCH-JSON'], 'a2ui.patch-not-json', '"value":2', '"value":"\\ud800"'),
  refuses(
    'value-too-deep',
    ['A2-PATCH-JSON'],
    'a2ui.patch-not-json',
    '"value":2',
    `"value":${'['.repeat(125)}${']'.repeat(125)}`,
  ),
  alsoPatches(
    'patch-value-deep',
    ['A2-PATCH-JSON'],
    base,
    '"value":2',
    `"value":${'['.repeat(124)}${']'.repeat(124)}`,
    {
      a: Array.from({ length: 123 }).reduce<readonly unknown[]>((inner) => [inner], []) as never,
      b: '@',
    },
  ),
  rejected('a2ui/patch-no-text', ['A2-PATCH-JSON'], `a2ui/${base}`, 'a2ui.patch-not-json', put(['patch'], '')),
  ...roots.map(([name, text]) =>
    rejected(`a2ui/patch-root-${name}`, shape, `a2ui/${base}`, 'a2ui.patch-not-object', put(['patch'], text)),
  ),
  refuses('version-missing', shape, 'a2ui.patch-v-missing', '"v":1,', ''),
  ...wrongVersions.map((v, at) => refuses(`version-type-${at + 1}`, shape, 'a2ui.patch-v-type', '"v":1', `"v":${v}`)),
  ...otherVersions.map((v) => refuses(`version-${v}`, shape, 'a2ui.patch-v-unsupported', '"v":1', `"v":${v}`)),
  refuses('ops-missing', shape, 'a2ui.patch-ops-missing', `,"ops":${ops}`, ''),
  refuses('ops-empty', shape, 'a2ui.patch-ops-empty', ops, '[]'),
  ...noLists.map(([name, value]) => refuses(`ops-${name}`, shape, 'a2ui.patch-ops-type', ops, value)),
  ordered('a2ui/patch-version-before-ops', shape, 'a2ui/patch-version-2', 'a2ui/patch-ops-text'),
  refuses('op-null', op, 'a2ui.op-not-object', ops, '[null]'),
  refuses('op-list', op, 'a2ui.op-not-object', ops, '[["replace","/a",2]]'),
  refuses('op-text', op, 'a2ui.op-not-object', ops, '["remove /a"]'),
  refuses('op-name-missing', op, 'a2ui.op-missing', '"op":"replace",', ''),
  refuses('op-name-null', op, 'a2ui.op-type', '"op":"replace"', '"op":null'),
  refuses('op-name-number', op, 'a2ui.op-type', '"op":"replace"', '"op":1'),
  ...unknownOps.map((name, at) =>
    refuses(`op-unknown-${at + 1}`, op, 'a2ui.op-unknown', '"op":"replace"', `"op":"${name}"`),
  ),
  refuses('path-missing', op, 'a2ui.op-missing', '"path":"/a",', ''),
  refuses('path-null', op, 'a2ui.op-type', '"path":"/a"', '"path":null'),
  refuses('path-list', op, 'a2ui.op-type', '"path":"/a"', '"path":["a"]'),
  refuses('value-missing', op, 'a2ui.op-missing', ',"value":2', ''),
  refuses('value-missing-of-add', op, 'a2ui.op-missing', ops, '[{"op":"add","path":"/a"}]'),
  refuses('name-before-path', op, 'a2ui.op-unknown', '"op":"replace","path":"/a"', '"op":"move"'),
  refuses('pointer-before-value', op, 'a2ui.op-pointer', '"path":"/a","value":2', '"path":"a"'),
  refuses(
    'pointer-before-value-of-remove',
    ['A2-OP-REMOVE'],
    'a2ui.op-pointer',
    ops,
    '[{"op":"remove","path":"a","value":1}]',
  ),
  refuses('first-bad-operation-decides', op, 'a2ui.op-unknown', ops, '[{"op":"test"},null]'),
  refuses('read-before-applied', op, 'a2ui.op-not-object', ops, '[{"op":"remove","path":"/none"},null]'),
  patches('patch-remove', ['A2-OP-REMOVE', 'A2-APPLY-OBJECT'], { a: 1n, b: '@' }, ['{"op":"remove","path":"/a"}'], {
    b: '@',
  }),
  refusesPatch(
    'patch-remove-with-value',
    ['A2-OP-REMOVE'],
    'patch-remove',
    'a2ui.op-conflict',
    '"path":"/a"',
    '"path":"/a","value":1',
  ),
  refusesPatch(
    'patch-remove-with-null',
    ['A2-OP-REMOVE'],
    'patch-remove',
    'a2ui.op-conflict',
    '"path":"/a"',
    '"path":"/a","value":null',
  ),
  patches(
    'patch-many-operations',
    shape,
    { n: 0n, b: '@' },
    Array.from({ length: 3000 }, (_, n) => `{"op":"replace","path":"/n","value":${n}}`),
    {
      n: 2999n,
      b: '@',
    },
  ),
  rejected(
    'a2ui/patch-many-and-a-bad-one',
    ['A2-ATOMIC'],
    'a2ui/patch-many-operations',
    'a2ui.op-conflict',
    put(
      ['patch'],
      patchText([
        ...Array.from({ length: 3000 }, (_, n) => `{"op":"replace","path":"/n","value":${n}}`),
        '{"op":"remove","path":"/none"}',
      ]),
    ),
  ),
];

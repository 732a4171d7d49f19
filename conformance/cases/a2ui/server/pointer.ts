import type { Case } from '../../../case.ts';
import { alsoPatches, patches, refusesPatch } from './rows.ts';

const proves = ['A2-POINTER'] as const;
const base = 'pointer-names';
const state = { '~1': 1n, 'a/b': 2n, '~': 3n, '': { '': 4n }, '%7E': 5n, é: 6n, 'a b': '@', '/': 7n };
const after = (changes: object) => ({ ...state, ...changes });

const bad = [
  ['no-slash', 'a'],
  ['fragment', '#/a'],
  ['space-first', ' /a'],
  ['tilde-alone', '~'],
  ['tilde-last', '/~'],
  ['tilde-last-of-two', '/a~'],
  ['tilde-two', '/~2'],
  ['tilde-before-slash', '/~/b'],
  ['tilde-in-a-later-token', '/a/b~x'],
  ['tilde-twice', '/~~0'],
  ['dot', './a'],
] as const;

const good = [
  ['tilde-and-one', '/~01', { '~1': 'x' }],
  ['slash-inside', '/a~1b', { 'a/b': 'x' }],
  ['tilde', '/~0', { '~': 'x' }],
  ['empty-inside-empty', '//', { '': { '': 'x' } }],
  ['no-percent-decoding', '/%7E', { '%7E': 'x' }],
  ['slash-alone', '/~1', { '/': 'x' }],
  ['space', '/a b', { 'a b': 'x' }],
  ['letter-beyond-ascii', '/é', { é: 'x' }],
] as const;

const first = '"path":"/"';

export const pointerCases: readonly Case[] = [
  patches(base, proves, state, ['{"op":"replace","path":"/","value":"x"}'], after({ '': 'x' })),
  ...good.map(([name, path, changes]) =>
    alsoPatches(`pointer-${name}`, proves, base, first, `"path":"${path}"`, after(changes)),
  ),
  ...bad.map(([name, path]) =>
    refusesPatch(`pointer-${name}`, proves, base, 'a2ui.op-pointer', first, `"path":"${path}"`),
  ),
  refusesPatch('pointer-not-normalised', proves, base, 'a2ui.op-conflict', first, '"path":"/e\u0301"'),
  refusesPatch(
    'pointer-of-a-later-operation',
    proves,
    base,
    'a2ui.op-pointer',
    '"value":"x"}',
    '"value":"x"},{"op":"remove","path":"a"}',
  ),
  alsoPatches(
    'pointer-long',
    proves,
    base,
    '"op":"replace","path":"/"',
    `"op":"add","path":"/${'k'.repeat(5000)}"`,
    after({ ['k'.repeat(5000)]: 'x' }),
  ),
];

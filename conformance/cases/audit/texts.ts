import type { Case } from '../../case.ts';
import { edited, editedChecks, mainModule, putModule } from './given.ts';

const proves = ['AUD-TEXT', 'AUD-MODULE-RECORDS', 'AUD-PASSED'] as const;

const run = '(func (export "run") (result i32) i32.const 1)';
const texts: readonly (readonly [id: string, text: string, exports: number])[] = [
  ['module', '(module)', 0],
  ['with-a-function', `(module ${run})`, 1],
  ['of-fields-alone', run, 1],
  ['with-a-name', `(module $m ${run})`, 1],
  ['behind-comments', `;; one\n(; two ;)\n\t(module ${run})\r\n`, 1],
  ['with-three-exports', `(module ${run} (export "a" (func 0)) (export "b" (func 0)) (memory (export "m") 1))`, 3],
  [
    'with-a-host-function',
    '(module (import "palyra:plugins/host-capabilities@0.1.0" "http-count" (func (result i32))))',
    0,
  ],
];

const refused: readonly (readonly [id: string, text: string])[] = [
  ['blank', ' \n\t'],
  ['comment', ';; nothing'],
  ['behind-a-byte-order-mark', '\ufeff(module)'],
  ['open', '(module'],
  ['closed-twice', '(module))'],
  ['twice', '(module) (module)'],
  ['of-a-component', '(component)'],
  ['of-another-language', 'fn main() {}'],
  ['invalid', '(module (func (result i32)))'],
  ['with-externref', '(module (func (param externref)))'],
  ['with-a-tag', '(module (tag))'],
  ['with-a-shared-memory', '(module (memory 1 1 shared))'],
];

const importing = '(module (import "wasi:filesystem/types" "stat" (func)))';

export const textCases: readonly Case[] = [
  ...texts.map(([id, text, exports]) =>
    edited(`text-${id}`, proves, putModule(text), () => ({
      modules: [{ path: mainModule, size: text.length, exports }],
    })),
  ),
  ...refused.map(([id, text]) =>
    edited(`text-${id}`, [...proves, 'AUD-VALIDATION'], putModule(text), () => ({
      modules: [{ path: mainModule, size: Buffer.byteLength(text), is: 'no module' }],
    })),
  ),
  edited(
    'text-with-a-character-of-two-bytes',
    [...proves, 'AUD-MODULE-SIZE'],
    putModule('(module (; \u00e9 ;))'),
    () => ({
      modules: [{ path: mainModule, size: 17, exports: 0 }],
    }),
  ),
  editedChecks('text-that-imports-files', [...proves, 'AUD-FILESYSTEM'], putModule(importing), () => ({
    modules: [{ path: mainModule, size: importing.length, reachesFiles: true }],
  })),
];

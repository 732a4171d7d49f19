import type { Case } from '../../../case.ts';
import { accepted, observed } from '../../../rows.ts';
import { ended, running } from '../given.ts';

const proves = ['RT-TEXT'] as const;
const run = '(func (export "run") (result i32) (i32.const 42))';

const rows: readonly (readonly [id: string, text: string, expected: number])[] = [
  ['module', `(module ${run})`, 42],
  ['fields', '(func (export "run") (result i32) i32.const 1)', 1],
  ['many-fields', '(global $one i32 (i32.const 1)) (func (export "run") (result i32) global.get $one)', 1],
  ['named-module', `(module $plugin ${run})`, 42],
  ['flat', '(module (func (export "run") (result i32) i32.const 40 i32.const 2 i32.add))', 42],
  ['labels', '(module (func (export "run") (result i32) block $out (result i32) i32.const 7 br $out end $out))', 7],
  ['comments', `;; a line\n(; a (; nested ;) block ;)(module (;here;) ${run});; and the last line`, 42],
  ['comment-with-brackets', `(module ;; ) ) (\n ${run} (; " ;))`, 42],
  ['white-space', `\n\t (module\r\n\t${run}\r) \n`, 42],
  ['little-white-space', '(module(func(export "run")(result i32)(i32.const 42)))', 42],
  [
    'number-forms',
    '(module (func (export "run") (result i32) (i32.sub (i32.const 0x1_0000) (i32.const 1_000))))',
    64_536,
  ],
  ['unsigned-number', '(module (func (export "run") (result i32) (i32.const 4294967295)))', -1],
  [
    'float-forms',
    '(module (func (export "run") (result i32) (i32.trunc_f64_s (f64.add (f64.const 0x1.8p+1) (f64.const 25e-1)))))',
    5,
  ],
  ['escapes', '(module (func (export "\\72\\u{75}n") (result i32) (i32.const 42)))', 42],
  [
    'names',
    '(module (global $!#$%&\'*+-./:<=>?@\\^_`|~0aZ i32 (i32.const 3)) (func (export "run") (result i32) (global.get $!#$%&\'*+-./:<=>?@\\^_`|~0aZ)))',
    3,
  ],
  [
    'name-before-its-place',
    '(module (func (export "run") (result i32) (call $later)) (func $later (result i32) (i32.const 5)))',
    5,
  ],
  ['declared-type', '(module (type $t (func (result i32))) (func (export "run") (type $t) (i32.const 6)))', 6],
  ['separate-export', '(module (func $f (result i32) (i32.const 8)) (export "run" (func $f)))', 8],
  [
    'memory-by-its-data',
    '(module (memory (data "\\07\\01")) (func (export "run") (result i32) (i32.load16_u (i32.const 0))))',
    263,
  ],
  [
    'table-by-its-elements',
    '(module (func $f (result i32) (i32.const 9)) (table funcref (elem $f)) (func (export "run") (result i32) (call_indirect (result i32) (i32.const 0))))',
    9,
  ],
  [
    'joined-strings',
    '(module (memory 1) (data (i32.const 0) "\\01" "\\02") (func (export "run") (result i32) (i32.load (i32.const 0))))',
    513,
  ],
  [
    'if-without-else',
    '(module (func (export "run") (result i32) (if (i32.const 0) (then (unreachable))) (i32.const 4)))',
    4,
  ],
  ['unused-locals', '(module (func (export "run") (result i32) (local $a i64) (local f32 f64) (i32.const 2)))', 2],
];

export const texts: readonly Case[] = [
  ...rows.map(([id, text, expected]) => accepted(`runtime/text-${id}`, proves, running(text), ended(expected))),
  accepted(
    'runtime/text-name-beyond-ascii',
    proves,
    running('(module (func (export "plugin-é-😀") (result i32) (i32.const 42)))', { entrypoint: 'plugin-é-😀' }),
    ended(42),
  ),
  observed('runtime/text-annotation', ['RT-TEXT-MORE'], 'accepted', running(`(module (@note "a" (b)) ${run})`)),
  observed(
    'runtime/text-quoted-name',
    ['RT-TEXT-MORE'],
    'accepted',
    running('(module (func $"a function" (result i32) (i32.const 42)) (export "run" (func $"a function")))'),
  ),
  observed(
    'runtime/text-of-bytes',
    ['RT-TEXT-MORE'],
    'accepted',
    running('(module binary "\\00asm" "\\01\\00\\00\\00")'),
  ),
];

import type { StopClass, TrapClass } from '#spec/runtime.ts';
import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { needing, plenty, trapped } from './given.ts';

const page = '(memory 1)';
const data = '(memory 1) (data $d "abc")';
const table =
  '(table $t 2 funcref) (elem $e func $f) (func $f (result i32) (i32.const 1)) (elem (table $t) (i32.const 1) func $f)';
const i32 = (operator: string, a: number | string, b: number | string) =>
  `(i32.${operator} (i32.const ${a}) (i32.const ${b}))`;
const i64 = (operator: string, a: number | string, b: number | string) =>
  `(i32.wrap_i64 (i64.${operator} (i64.const ${a}) (i64.const ${b})))`;
const three = (operator: string, a: number, b: number, c: number) =>
  `(${operator} (i32.const ${a}) (i32.const ${b}) (i32.const ${c})) (i32.const 1)`;
const lowest = '0x8000000000000000';

type Row = readonly [id: string, code: string, fields?: string];

const rows: readonly (readonly [trap: TrapClass, rows: readonly Row[]])[] = [
  [
    'unreachable',
    [
      ['unreachable', 'unreachable'],
      ['unreachable-in-call', '(call $f)', '(func $f (result i32) unreachable)'],
      ['unreachable-in-arm', '(if (result i32) (i32.const 1) (then unreachable) (else (i32.const 1)))'],
    ],
  ],
  [
    'division-by-zero',
    [
      ['quotient-by-zero', i32('div_s', 1, 0)],
      ['quotient-unsigned-by-zero', i32('div_u', 1, 0)],
      ['remainder-by-zero', i32('rem_s', 1, 0)],
      ['remainder-unsigned-by-zero', i32('rem_u', 1, 0)],
      ['wide-quotient-by-zero', i64('div_s', 1, 0)],
      ['wide-quotient-unsigned-by-zero', i64('div_u', 1, 0)],
      ['wide-remainder-by-zero', i64('rem_s', lowest, 0)],
      ['zero-by-zero', i32('div_s', 0, 0)],
    ],
  ],
  [
    'integer-overflow-or-conversion',
    [
      ['quotient-too-large', i32('div_s', -2147483648, -1)],
      ['wide-quotient-too-large', i64('div_s', lowest, -1)],
      ['conversion-of-nan', '(i32.trunc_f32_s (f32.const nan))'],
      ['conversion-of-infinity', '(i32.trunc_f64_u (f64.const inf))'],
      ['conversion-above', '(i32.trunc_f64_s (f64.const 2147483648))'],
      ['conversion-below', '(i32.trunc_f64_s (f64.const -2147483649))'],
      ['conversion-of-minus-one', '(i32.trunc_f32_u (f32.const -1))'],
      ['conversion-to-64-bits-above', '(i32.wrap_i64 (i64.trunc_f32_s (f32.const 0x1p+63)))'],
      ['conversion-to-64-bits-of-nan', '(i32.wrap_i64 (i64.trunc_f64_u (f64.const nan)))'],
    ],
  ],
  [
    'memory-bounds',
    [
      ['load-behind-end', '(i32.load (i32.const 65536))', page],
      ['load-across-end', '(i32.load (i32.const 65533))', page],
      ['load-at-minus-one', '(i32.load8_u (i32.const -1))', page],
      ['load-by-offset', '(i32.load offset=65536 (i32.const 0))', page],
      ['load-by-offset-around', '(i32.load offset=4 (i32.const -4))', page],
      ['load-by-largest-offset', '(i32.load offset=4294967295 (i32.const -1))', page],
      ['load-beyond-any-size', '(i32.load offset=65536 (i32.const 0))', '(memory 1 1)'],
      ['load-from-no-pages', '(i32.load8_u (i32.const 0))', '(memory 0)'],
      ['store-across-end', '(i64.store (i32.const 65529) (i64.const 0)) (i32.const 1)', page],
      ['fill-across-end', three('memory.fill', 65535, 0, 2), page],
      ['fill-of-nothing-behind-end', three('memory.fill', 65537, 0, 0), page],
      ['copy-from-across-end', three('memory.copy', 0, 65530, 7), page],
      ['copy-to-across-end', three('memory.copy', 65530, 0, 7), page],
      ['copy-of-all-bytes', three('memory.copy', 0, 0, -1), page],
      ['init-behind-data', three('memory.init $d', 0, 2, 2), data],
      ['init-of-nothing-behind-data', three('memory.init $d', 0, 4, 0), data],
      ['init-behind-memory', three('memory.init $d', 65535, 0, 2), data],
      ['init-from-dropped', `(data.drop $d) ${three('memory.init $d', 0, 0, 1)}`, data],
      ['init-from-placed', three('memory.init 0', 0, 0, 1), '(memory 1) (data (i32.const 0) "a")'],
      ['vector-load-across-end', '(i8x16.bitmask (v128.load (i32.const 65521)))', page],
    ],
  ],
  [
    'table-bounds',
    [
      ['table-get-behind-end', '(ref.is_null (table.get $t (i32.const 2)))', table],
      ['table-set-behind-end', '(table.set $t (i32.const 2) (ref.null func)) (i32.const 1)', table],
      ['table-get-at-minus-one', '(ref.is_null (table.get $t (i32.const -1)))', table],
      ['table-fill-across-end', '(table.fill $t (i32.const 1) (ref.null func) (i32.const 2)) (i32.const 1)', table],
      ['table-copy-across-end', three('table.copy $t $t', 1, 0, 2), table],
      ['table-init-across-end', three('table.init $t $e', 2, 0, 1), table],
      ['table-init-behind-elements', three('table.init $t $e', 0, 1, 1), table],
      ['table-init-from-dropped', `(elem.drop $e) ${three('table.init $t $e', 0, 0, 1)}`, table],
      ['call-behind-end', '(call_indirect $t (result i32) (i32.const 2))', table],
      ['call-at-minus-one', '(call_indirect $t (result i32) (i32.const -1))', table],
      ['tail-call-behind-end', '(return_call_indirect $t (result i32) (i32.const 2))', table],
    ],
  ],
  [
    'indirect-call',
    [
      ['call-of-null', '(call_indirect $t (result i32) (i32.const 0))', table],
      ['call-of-other-result', '(i32.wrap_i64 (call_indirect $t (result i64) (i32.const 1)))', table],
      ['call-of-more-parameters', '(call_indirect $t (param i32) (result i32) (i32.const 1) (i32.const 1))', table],
      ['tail-call-of-null', '(return_call_indirect $t (result i32) (i32.const 0))', table],
      [
        'call-of-what-was-cleared',
        '(table.set $t (i32.const 1) (ref.null func)) (call_indirect $t (result i32) (i32.const 1))',
        table,
      ],
    ],
  ],
];

const endless = running(body('(call $f)', '(func $f (result i32) (i32.add (call $f) (i32.const 1)))'), plenty);

export const traps: readonly Case[] = [
  accepted('runtime/trap-of-none', ['RT-TRAPS'], running(body('(i32.const 42)')), ended(42)),
  ...rows.flatMap(([trap, each]) =>
    each.flatMap(([id, code, fields]) => [
      accepted(`runtime/trap-${id}`, ['RT-TRAPS'], running(body(code, fields)), ended('execution')),
      needing(
        ['trap:class'],
        accepted(`runtime/trap-class-${id}`, ['RT-TRAP-CLASS'], running(body(code, fields)), trapped(trap)),
      ),
    ]),
  ),
  ...classes([
    ['endless-recursion', endless, trapped('stack-exhausted')],
    [
      'data-behind-end',
      running(body('(i32.const 1)', '(memory 0) (data (i32.const 0) "a")')),
      trapped('memory-bounds', 'linker'),
    ],
    [
      'elements-behind-end',
      running(body('(i32.const 1)', '(table 0 funcref) (elem (i32.const 1) func)')),
      trapped('table-bounds', 'linker'),
    ],
    [
      'start-that-traps',
      running(body('(i32.const 1)', '(func $s unreachable) (start $s)')),
      trapped('unreachable', 'linker'),
    ],
    ['of-none', running(body('(i32.const 1)')), untrapped(null)],
    ['of-endless-loop', running(body('(loop (br 0)) (i32.const 1)')), untrapped('limit')],
    ['of-unknown-import', running(body('(i32.const 1)', '(import "env" "abort" (func))')), untrapped('linker')],
    ['of-table-above-limit', running(body('(i32.const 1)', '(table 100001 funcref)')), untrapped('linker')],
    ['of-missing-export', running(body('(i32.const 1)'), { entrypoint: 'main' }), untrapped('missing-export')],
  ]),
];

type Expected = ReturnType<typeof trapped>;

function classes(rows: readonly (readonly [id: string, given: ReturnType<typeof running>, expected: Expected])[]) {
  return rows.map(([id, given, expected]) =>
    needing(['trap:class'], accepted(`runtime/trap-class-${id}`, ['RT-TRAP-CLASS'], given, expected)),
  );
}

function untrapped(stop: StopClass | null): Expected {
  return { value: () => ({ runs: [{ stop, trap: null }] }) };
}

import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, ended, running, wat } from '../given.ts';
import { computes } from './given.ts';

const proves = ['RT-PROFILE'] as const;

type Row = readonly [id: string, code: string, expected: number, fields?: string];

const two = '(func $two (result i32 i64) (i32.const 3) (i64.const 4))';

const rows: readonly Row[] = [
  ['two-results', '(call $two) i32.wrap_i64 i32.add', 7, two],
  ['block-of-two', '(block (result i32 i32) (i32.const 9) (i32.const 4)) i32.sub', 5],
  ['block-with-parameter', '(i32.const 5) (block (param i32) (result i32) (i32.const 2) i32.mul)', 10],
  [
    'loop-with-parameter',
    '(i32.const 1) (loop $l (param i32) (result i32) (i32.const 3) i32.mul local.tee 0 (br_if $l (i32.lt_s (local.get 0) (i32.const 100))))',
    243,
  ],
  [
    'if-with-parameter',
    '(i32.const 6) (i32.const 1) (if (param i32) (result i32) (then (i32.const 2) i32.add) (else drop i32.const 0))',
    8,
  ],
  ['branch-with-two', '(block $b (result i32 i32) (br $b (i32.const 8) (i32.const 3)) unreachable) i32.sub', 5],
  [
    'table-of-labels',
    '(block $c (block $b (block $a (br_table $a $b $c (i32.const 1))) (return (i32.const 10))) (return (i32.const 20))) (i32.const 30)',
    20,
  ],
  [
    'table-of-labels-default',
    '(block $c (block $b (block $a (br_table $a $b $c (i32.const -1))) (return (i32.const 10))) (return (i32.const 20))) (i32.const 30)',
    30,
  ],
  ['table-of-labels-with-value', '(block $a (result i32) (i32.const 7) (i32.const 0) (br_table $a $a))', 7],
  ['branch-taken-with-value', '(block (result i32) (br_if 0 (i32.const 4) (i32.const 1)) drop (i32.const 5))', 4],
  ['branch-not-taken', '(block (result i32) (br_if 0 (i32.const 4) (i32.const 0)) drop (i32.const 5))', 5],
  ['return-from-deep', '(block (loop (if (i32.const 1) (then (return (i32.const 11)))))) (i32.const 12)', 11],
  ['values-below-a-branch', '(block (result i32) (i32.const 1) (i32.const 2) (br 0 (i32.const 3)))', 3],
  ['code-behind-a-branch', '(block (result i32) (br 0 (i32.const 6)) i32.add i32.add)', 6],
  ['locals-begin-as-zero', '(i32.add (local.get 0) (i32.wrap_i64 (local.get 1)))', 0],
  ['typed-select', '(i32.wrap_i64 (select (result i64) (i64.const 1) (i64.const 2) (i32.const 0)))', 2],
  ['select-without-type', '(select (i32.const 1) (i32.const 2) (i32.const -1))', 1],
];

const globals: readonly Row[] = [
  ['mutable-global', '(global.set $g (i32.const 5)) (global.get $g)', 5, '(global $g (mut i32) (i32.const 1))'],
  ['global-of-64-bits', '(i32.wrap_i64 (global.get $g))', -2, '(global $g i64 (i64.const -2))'],
  ['global-of-float', '(i32.trunc_f64_s (global.get $g))', 3, '(global $g f64 (f64.const 3.5))'],
  ['global-of-vector', '(i32x4.extract_lane 2 (global.get $g))', 7, '(global $g v128 (v128.const i32x4 5 6 7 8))'],
  ['global-of-reference', '(ref.is_null (global.get $g))', 1, '(global $g funcref (ref.null func))'],
  ['exported-mutable-global', '(global.get $g)', 4, '(global $g (export "state") (mut i32) (i32.const 4))'],
];

/** The same step in every direction: even and odd call each other. */
const mutual = (call: string) => `(module
  (func $even (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 1)) (else (${call} $odd (i32.sub (local.get 0) (i32.const 1))))))
  (func $odd (param i32) (result i32) (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 0)) (else (${call} $even (i32.sub (local.get 0) (i32.const 1))))))
  (func (export "run") (result i32) (${call} $even (i32.const 7))))`;

export const profileControl: readonly Case[] = [
  ...rows.map(([id, code, expected, fields]) => computes(`runtime/${id}`, proves, withLocals(code), expected, fields)),
  ...globals.map(([id, code, expected, fields]) => computes(`runtime/${id}`, proves, code, expected, fields)),
  accepted('runtime/mutual-calls', proves, running(wat(mutual('call'))), ended(0)),
  accepted('runtime/mutual-tail-calls', proves, running(wat(mutual('return_call'))), ended(0)),
  accepted(
    'runtime/tail-call-through-table',
    proves,
    running(
      body(
        '(return_call_indirect (param i32) (result i32) (i32.const 20) (i32.const 1))',
        '(table 2 funcref) (elem (i32.const 1) $double) (func $double (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))',
      ),
    ),
    ended(40),
  ),
  accepted(
    'runtime/tail-call-of-more-parameters',
    proves,
    running(
      body(
        '(return_call $sum (i32.const 1) (i32.const 20) (i32.const 300) (i32.const 4000))',
        '(func $sum (param i32 i32 i32 i32) (result i32) (i32.add (i32.add (local.get 0) (local.get 1)) (i32.add (local.get 2) (local.get 3))))',
      ),
    ),
    ended(4321),
  ),
  accepted(
    'runtime/tail-call-of-host',
    proves,
    running(
      wat(
        '(module (import "palyra:plugins/host-capabilities@0.1.0" "http-count" (func $count (result i32))) (func (export "run") (result i32) (return_call $count)))',
      ),
      { grants: { http_hosts: ['a.example', 'b.example'] } },
    ),
    ended(2),
  ),
];

function withLocals(code: string): string {
  return `(local i32 i64) ${code}`;
}

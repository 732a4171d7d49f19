import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { inText, needing, plenty } from './given.ts';

const depth = ['STACK-DEPTH'] as const;
const end = ['STACK-END'] as const;
const tail = ['STACK-TAIL-CALLS'] as const;

/** As deep as it is told, and then the sum of one for each call. */
const down =
  '(func $down (param i32) (result i32) (if (result i32) (local.get 0) (then (i32.add (i32.const 1) (call $down (i32.sub (local.get 0) (i32.const 1))))) (else (i32.const 0))))';
const downThroughTable =
  '(type $t (func (param i32) (result i32))) (table funcref (elem $down)) (func $down (type $t) (if (result i32) (local.get 0) (then (i32.add (i32.const 1) (call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0)))) (else (i32.const 0))))';
const downWithLocals = down.replace('(result i32) (if', '(result i32) (local i64 i64 f64 f64 v128) (if');

const countdown = (call: string) =>
  `(func $t (param i32) (result i32) (if (result i32) (local.get 0) (then (${call} (i32.sub (local.get 0) (i32.const 1)))) (else (i32.const 5))))`;
const throughTable = `(type $c (func (param i32) (result i32))) (table funcref (elem $t)) (func $t (type $c) (if (result i32) (local.get 0) (then (return_call_indirect (type $c) (i32.sub (local.get 0) (i32.const 1)) (i32.const 0))) (else (i32.const 5))))`;
const growing = `(func $t (param i32) (result i32) (return_call $u (local.get 0) (i64.const 1) (f64.const 2) (i32.const 3))) (func $u (param i32 i64 f64 i32) (result i32) (if (result i32) (local.get 0) (then (return_call $t (i32.sub (local.get 0) (i32.const 1)))) (else (i32.const 5))))`;
const often = (fields: string) => running(body('(call $t (i32.const 100000))', fields), plenty);

const endless: readonly (readonly [id: string, fields: string])[] = [
  ['plain', '(func $f (result i32) (i32.add (call $f) (i32.const 1)))'],
  [
    'mutual',
    '(func $f (result i32) (i32.add (call $g) (i32.const 1))) (func $g (result i32) (i32.add (call $f) (i32.const 1)))',
  ],
  [
    'through-table',
    '(table funcref (elem $f)) (func $f (result i32) (i32.add (call_indirect (result i32) (i32.const 0)) (i32.const 1)))',
  ],
  [
    'with-many-locals',
    `(func $f (result i32) (local ${'i64 '.repeat(100)}) (i32.add (call $f) (i32.wrap_i64 (local.get 99))))`,
  ],
  [
    'from-tail-call',
    '(func $f (result i32) (i32.add (call $g) (i32.const 1))) (func $g (result i32) (return_call $f))',
  ],
];

export const stack: readonly Case[] = [
  accepted(
    'runtime/stack-thousand-deep',
    depth,
    running(body('(call $down (i32.const 1000))', down), plenty),
    ended(1000),
  ),
  accepted('runtime/stack-ten-deep', depth, running(body('(call $down (i32.const 10))', down), plenty), ended(10)),
  accepted(
    'runtime/stack-thousand-deep-through-table',
    depth,
    running(body('(call $down (i32.const 1000))', downThroughTable), plenty),
    ended(1000),
  ),
  accepted(
    'runtime/stack-thousand-deep-with-locals',
    depth,
    running(body('(call $down (i32.const 1000))', downWithLocals), plenty),
    ended(1000),
  ),
  accepted('runtime/stack-thousand-deep-compiled', depth, running(guest('recursion'), plenty), ended(1000)),
  ...endless.map(([id, fields]) =>
    accepted(`runtime/stack-endless-${id}`, end, running(body('(call $f)', fields), plenty), ended('execution')),
  ),
  accepted(
    'runtime/stack-endless-compiled',
    end,
    running(guest('recursion'), { entrypoint: 'unbounded', ...plenty }),
    ended('execution'),
  ),
  needing(
    ['fuel:wasmtime'],
    accepted(
      'runtime/stack-endless-on-usual-fuel',
      end,
      running(guest('recursion'), { entrypoint: 'unbounded' }),
      ended('execution'),
    ),
  ),
  accepted(
    'runtime/stack-that-ends',
    end,
    running(body('(call $f)', '(func $f (result i32) (i32.const 3))'), plenty),
    ended(3),
  ),
  accepted('runtime/stack-tail-calls', tail, often(countdown('return_call $t')), ended(5)),
  accepted('runtime/stack-tail-calls-through-table', tail, often(throughTable), ended(5)),
  accepted('runtime/stack-tail-calls-of-more-parameters', tail, often(growing), ended(5)),
  accepted('runtime/stack-tail-calls-compiled', tail, running(guest('tail-recursion'), plenty), ended(7)),
  accepted(
    'runtime/stack-tail-calls-compiled-through-table',
    tail,
    running(guest('tail-recursion'), { entrypoint: 'through_table', ...plenty }),
    ended(9),
  ),
  accepted(
    'runtime/stack-tail-calls-few',
    tail,
    running(body('(call $t (i32.const 10))', countdown('return_call $t'))),
    ended(5),
  ),
  changed(
    'runtime/stack-tail-calls-without-end',
    tail,
    'runtime/stack-tail-calls-few',
    inText('(if (result i32) (local.get 0)', '(if (result i32) (i32.const 1)'),
    ended('limit'),
  ),
];

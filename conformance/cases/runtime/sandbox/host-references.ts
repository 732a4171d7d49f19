import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { count, handle } from './imports.ts';

const proves = ['CAP-FUNCTIONS', 'RT-PROFILE'] as const;

const grants = { http_hosts: ['a.example', 'b.example'] };
const imports = `${count('http', '$count')} ${handle('http', '$handle')}`;
const table = '(table $t 1 funcref)';
const callCount = '(call_indirect $t (result i32) (i32.const 0))';

type Row = readonly [id: string, code: string, fields: string];

/** The ways in which a function of the host gets into a table, from where it is called. */
const counted: readonly Row[] = [
  ['by-elements', callCount, `${table} (elem (i32.const 0) $count)`],
  ['by-expressions', callCount, `${table} (elem (i32.const 0) funcref (ref.func $count))`],
  [
    'by-passive-elements',
    `(table.init $t $e (i32.const 0) (i32.const 0) (i32.const 1)) ${callCount}`,
    `${table} (elem $e func $count)`,
  ],
  [
    'by-passive-expressions',
    `(table.init $t $e (i32.const 0) (i32.const 1) (i32.const 1)) ${callCount}`,
    `${table} (elem $e funcref (ref.null func) (ref.func $count))`,
  ],
  [
    'by-a-global',
    `(table.set $t (i32.const 0) (global.get $g)) ${callCount}`,
    `${table} (global $g funcref (ref.func $count))`,
  ],
  [
    'by-a-reference',
    `(table.set $t (i32.const 0) (ref.func $count)) ${callCount}`,
    `${table} (elem declare func $count)`,
  ],
  [
    'by-growth',
    `(drop (table.grow $u (ref.func $count) (i32.const 1)))
    (call_indirect $u (result i32) (i32.const 0))`,
    '(table $u 0 funcref) (elem declare func $count)',
  ],
  [
    'handed-on',
    'call $f',
    `${table} (elem (i32.const 0) $count)
    (func $f (result i32) (return_call_indirect $t (result i32) (i32.const 0)))`,
  ],
  ['handed-on-by-its-name', 'call $f', '(func $f (result i32) (return_call $count))'],
];

export const hostReferences: readonly Case[] = [
  ...counted.map(([id, code, fields]) =>
    accepted(`runtime/host-function-${id}`, proves, running(body(code, `${imports} ${fields}`), { grants }), ended(2)),
  ),
  accepted(
    'runtime/host-function-with-an-index-by-a-global',
    proves,
    running(
      body(
        `(table.set $t (i32.const 0) (global.get $g))
         (call_indirect $t (param i32) (result i32) (i32.const 1) (i32.const 0))`,
        `${imports} ${table} (global $g funcref (ref.func $handle))`,
      ),
      { grants },
    ),
    ended(10_001),
  ),
  accepted(
    'runtime/host-function-by-a-wrong-type',
    ['RT-TRAPS'],
    running(body(callCount, `${imports} ${table} (elem (i32.const 0) $handle)`), { grants }),
    ended('execution'),
  ),
];

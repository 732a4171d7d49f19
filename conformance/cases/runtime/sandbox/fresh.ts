import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { inText, plenty } from './given.ts';

const proves = ['RT-FRESH'] as const;
const budget = 10n ** 9n;
const threeRuns = { fuelBudgets: [budget, budget, budget] };

type Row = readonly [id: string, code: string, fields: string, each: number];

const one = '(i32.const 1)';
const rows: readonly Row[] = [
  [
    'global',
    `(global.set $g (i32.add (global.get $g) ${one})) (global.get $g)`,
    '(global $g (mut i32) (i32.const 0))',
    1,
  ],
  [
    'exported-global',
    `(global.set $g (i32.add (global.get $g) ${one})) (global.get $g)`,
    '(global $g (export "g") (mut i32) (i32.const 5))',
    6,
  ],
  [
    'memory',
    `(i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) ${one})) (i32.load (i32.const 0))`,
    '(memory 1)',
    1,
  ],
  [
    'data',
    '(i32.store8 (i32.const 0) (i32.add (i32.load8_u (i32.const 0)) (i32.const 1))) (i32.load8_u (i32.const 0))',
    '(memory 1) (data (i32.const 0) "a")',
    98,
  ],
  ['memory-size', `(memory.grow ${one})`, '(memory 1)', 1],
  ['table-size', `(table.grow (ref.null func) ${one})`, '(table 3 funcref)', 3],
  [
    'table',
    '(ref.is_null (table.get (i32.const 0))) (table.set (i32.const 0) (ref.func $f))',
    '(table 1 funcref) (elem declare func $f) (func $f)',
    1,
  ],
  [
    'dropped-data',
    `(memory.init $d (i32.const 0) (i32.const 0) ${one}) (data.drop $d) (i32.load8_u (i32.const 0))`,
    '(memory 1) (data $d "b")',
    98,
  ],
  [
    'dropped-elements',
    `(table.init $e (i32.const 0) (i32.const 0) ${one}) (elem.drop $e) (call_indirect (result i32) (i32.const 0))`,
    '(table 1 funcref) (elem $e func $f) (func $f (result i32) (i32.const 4))',
    4,
  ],
  [
    'start',
    '(global.get $g)',
    `(global $g (mut i32) (i32.const 0)) (func $s (global.set $g (i32.add (global.get $g) ${one}))) (start $s)`,
    1,
  ],
];

const trapsOnSecond = body(
  '(if (global.get $g) (then unreachable)) (global.set $g (i32.const 1)) (i32.const 3)',
  '(global $g (mut i32) (i32.const 0))',
);

export const fresh: readonly Case[] = [
  ...rows.map(([id, code, fields, each]) =>
    accepted(`runtime/fresh-${id}`, proves, running(body(code, fields), threeRuns), ended(each, each, each)),
  ),
  accepted('runtime/fresh-not-trapping-later', proves, running(trapsOnSecond, threeRuns), ended(3, 3, 3)),
  changed(
    'runtime/fresh-though-trapping',
    proves,
    'runtime/fresh-not-trapping-later',
    inText('(i32.const 3)', 'unreachable'),
    ended('execution', 'execution', 'execution'),
  ),
  ...['run', 'in_memory'].map((entrypoint) =>
    accepted(
      `runtime/fresh-compiled-${entrypoint.replace('_', '-')}`,
      proves,
      running(guest('state'), { entrypoint, ...threeRuns }),
      ended(1, 1, 1),
    ),
  ),
  accepted(
    'runtime/fresh-compiled-in-size',
    proves,
    running(guest('state'), { entrypoint: 'in_size', ...threeRuns }),
    ended(2, 2, 2),
  ),
  accepted('runtime/fresh-once', proves, running(body('(memory.grow (i32.const 1))', '(memory 4)'), plenty), ended(4)),
];

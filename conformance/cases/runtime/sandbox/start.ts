import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { computes, inText, plenty } from './given.ts';
import { count, handle } from './imports.ts';

const proves = ['RT-START'] as const;

const state = '(global $g (mut i32) (i32.const 0))';
const started = (code: string, fields = state) => body('(global.get $g)', `${fields} (func $s ${code}) (start $s)`);
const twin = 'runtime/start-sets-global';
const sets = '(global.set $g (i32.const 9))';

const trapping: readonly (readonly [id: string, code: string])[] = [
  ['unreachable', 'unreachable'],
  ['division-by-zero', '(drop (i32.div_s (i32.const 1) (i32.const 0)))'],
  ['quotient-too-large', '(drop (i64.div_s (i64.const 0x8000000000000000) (i64.const -1)))'],
  ['conversion', '(drop (i32.trunc_f32_s (f32.const nan)))'],
];

export const start: readonly Case[] = [
  accepted(twin, proves, running(started(sets)), ended(9)),
  ...trapping.map(([id, code]) =>
    changed(`runtime/start-traps-${id}`, proves, twin, inText(sets, code), ended('linker')),
  ),
  changed('runtime/start-sets-then-traps', proves, twin, inText(sets, `${sets} unreachable`), ended('linker')),
  changed('runtime/start-without-end', proves, twin, inText(sets, '(loop (br 0))'), ended('limit')),
  computes(
    'runtime/start-reaches-behind-memory',
    proves,
    '(i32.load (i32.const 0))',
    8,
    `(memory 1) (func $s (i32.store (i32.const 0) (i32.const 8))) (start $s)`,
  ),
  changed(
    'runtime/start-traps-behind-memory',
    proves,
    'runtime/start-reaches-behind-memory',
    inText('(i32.store (i32.const 0)', '(i32.store (i32.const 65533)'),
    ended('linker'),
  ),
  accepted(
    'runtime/start-calls-through-table',
    proves,
    running(started('(call_indirect (i32.const 0))', `${state} (table funcref (elem $set)) (func $set ${sets})`)),
    ended(9),
  ),
  changed(
    'runtime/start-traps-in-call-through-table',
    proves,
    'runtime/start-calls-through-table',
    inText('(call_indirect (i32.const 0))', '(call_indirect (i32.const 1))'),
    ended('linker'),
  ),
  accepted(
    'runtime/start-recursion',
    proves,
    running(
      started(
        '(if (i32.lt_s (global.get $g) (i32.const 9)) (then (global.set $g (i32.add (global.get $g) (i32.const 1))) (call $s)))',
      ),
      plenty,
    ),
    ended(9),
  ),
  changed(
    'runtime/start-endless-recursion',
    proves,
    'runtime/start-recursion',
    inText('(i32.lt_s (global.get $g) (i32.const 9))', '(i32.const 1)'),
    ended('linker'),
  ),
  computes(
    'runtime/start-comes-behind-data',
    proves,
    '(global.get $g)',
    97,
    `${state} (memory 1) (data (i32.const 5) "a") (func $s (global.set $g (i32.load8_u (i32.const 5)))) (start $s)`,
  ),
  computes(
    'runtime/start-grows-memory',
    proves,
    '(memory.size)',
    3,
    '(memory 1) (func $s (drop (memory.grow (i32.const 2)))) (start $s)',
  ),
  accepted(
    'runtime/start-asks-host',
    proves,
    running(
      body(
        '(global.get $g)',
        `${count('http')} ${handle('http')} ${state} (func $s (global.set $g (i32.add (call $http-count) (call $http-handle (i32.const 0))))) (start $s)`,
      ),
      {
        grants: { http_hosts: ['a.example'] },
      },
    ),
    ended(10_001),
  ),
  changed(
    'runtime/start-but-no-entrypoint',
    ['RT-START', 'RT-EXPORT'],
    twin,
    put(['entrypoint'], 'main'),
    ended('missing-export'),
  ),
  accepted('runtime/start-compiled-counts', proves, running(guest('start-count')), ended(1)),
];

import type { Case } from '../../../../case.ts';
import { body, wat } from '../../given.ts';
import { costs, looked, lookedAt, onBudgets, plenty, traps } from './priced.ts';

const five = 'i32.const 1 drop '.repeat(5);
const start = (code: string) => `(func $start ${code}) (start $start)`;
const counter = '(global $n (mut i32) (i32.const 0))';
const countToThree = `(local i32) (loop (br_if 0
  (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 3)))) (global.set $n (local.get 0))`;
const divide = 'i32.const 1 i32.const 0 i32.div_s drop';

const manyParts = `
  (memory 1) (data (i32.const 0) "${'x'.repeat(500)}") (data (i32.const 1000) "${'y'.repeat(500)}") (data "passive")
  (table 50 funcref) (elem (i32.const 0) ${'$f '.repeat(50)}) (elem func $f) (func $f)
  (global i32 (i32.const 1)) (global (mut i64) (i64.const 2)) (global funcref (ref.func $f)) (global v128 (v128.const i64x2 1 2))`;

export const startCases: readonly Case[] = [
  costs('start-and-run', ['FUEL-FREE-START', 'FUEL-EXHAUSTED'], body('i32.const 7', start(five)), {
    gives: 7,
    total: 8,
  }),
  costs(
    'start-and-run-with-a-loop',
    ['FUEL-FREE-START', 'FUEL-CHECKS'],
    body('global.get $n (loop)', `${counter} ${start(countToThree)}`),
    // 24 for the start function with its entry, one for the other entry, one for the global.
    { gives: 3, total: 26, least: 27 },
  ),
  costs('start-that-calls', ['FUEL-FREE-START', 'FUEL-ENTRY'], body('i32.const 7', `${start('call $f')} (func $f)`), {
    gives: 7,
    total: 5,
  }),
  onBudgets('start-beyond-the-budget', ['FUEL-FREE-START', 'FUEL-CHECKS'], body('i32.const 7', start(five)), {}, [
    [0n, 'limit', 0n],
    [1n, 'limit', 0n],
    [2n, 'limit', 0n],
    [7n, 'limit', 0n],
    [8n, 7, 0n],
    [9n, 7, 1n],
  ]),
  traps(
    'start-that-traps',
    ['FUEL-PUBLISHED', 'FUEL-VISIBLE-ZERO'],
    body('i32.const 7', start(`${five} unreachable`)),
    {
      told: 6,
      least: 7,
      stop: 'linker',
    },
  ),
  traps('start-that-divides-by-zero', ['FUEL-PUBLISHED'], body('i32.const 7', start(`${five} ${divide}`)), {
    told: 0,
    least: 2,
    stop: 'linker',
  }),
  traps('trap-behind-a-start', ['FUEL-PUBLISHED', 'FUEL-VISIBLE-ZERO'], body(`${divide} i32.const 7`, start(five)), {
    told: 6,
    least: 8,
  }),
  onBudgets('start-and-no-entrypoint', ['FUEL-FREE-START', 'FUEL-LEFT'], wat(`(module ${start(five)})`), {}, [
    [1n, 'limit', 0n],
    [2n, 'missing-export', 0n],
    [6n, 'missing-export', 0n],
    [7n, 'missing-export', 1n],
    [plenty, 'missing-export', plenty - 6n],
  ]),
  costs('free-segments-and-globals', ['FUEL-FREE-START'], looked('', manyParts), lookedAt(0)),
  costs(
    'free-large-memory-and-table',
    ['FUEL-FREE-START'],
    looked('', '(memory 1024) (table 100000 funcref)'),
    lookedAt(0),
  ),
  costs(
    'free-locals',
    ['FUEL-FREE-START', 'FUEL-ENTRY'],
    looked(`(local ${'i64 '.repeat(1000)}) call $f`, `(func $f (local ${'f64 '.repeat(1000)}))`),
    lookedAt(2),
  ),
  costs(
    'free-functions-that-nobody-calls',
    ['FUEL-FREE-START'],
    looked('', Array.from({ length: 50 }, (_, i) => `(func (export "f${i}") (loop (br 0)))`).join(' ')),
    lookedAt(0),
  ),
];

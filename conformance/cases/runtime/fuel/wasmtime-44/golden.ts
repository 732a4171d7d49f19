import { capabilityModule } from '#spec/constants.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, type Price } from './priced.ts';

const twoHosts = { grants: { http_hosts: ['a.example', 'b.example'] } };
const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const five = '(func $five (result i32) i32.const 5)';
const hundred = 'i32.const 1 drop '.repeat(100);

const countTo = (bound: number) => `(local i32)
  (loop $again
    (local.set 0 (i32.add (local.get 0) (i32.const 1)))
    (br_if $again (i32.lt_u (local.get 0) (i32.const ${bound}))))
  local.get 0`;

const leaveAtTen = `(local i32)
  (block $out (loop $again
    (br_if $out (i32.ge_u (local.get 0) (i32.const 10)))
    (local.set 0 (i32.add (local.get 0) (i32.const 1)))
    (br $again)))
  local.get 0`;

const fib = `(func $fib (param i32) (result i32)
  (if (result i32) (i32.lt_s (local.get 0) (i32.const 2))
    (then (local.get 0))
    (else (i32.add
      (call $fib (i32.sub (local.get 0) (i32.const 1)))
      (call $fib (i32.sub (local.get 0) (i32.const 2)))))))`;

const deep = `(func $deep (param i32)
  (if (local.get 0) (then (call $deep (i32.sub (local.get 0) (i32.const 1))))))`;

const tail = `(func $tail (param i32) (result i32)
  (if (result i32) (i32.eqz (local.get 0))
    (then (i32.const 0))
    (else (return_call $tail (i32.sub (local.get 0) (i32.const 1))))))`;

type Program = readonly [id: string, proves: readonly RequirementId[], code: string, price: Price, fields?: string];

const cost = ['FUEL-COST'] as const;
const checks = ['FUEL-CHECKS', 'FUEL-EXHAUSTED'] as const;
const entry = ['FUEL-ENTRY', 'FUEL-EXHAUSTED'] as const;

const programs: readonly Program[] = [
  ['constant', ['FUEL-ENTRY', 'FUEL-EXHAUSTED'], 'i32.const 7', { gives: 7, total: 2 }],
  ['nops-and-drop', cost, 'nop nop i32.const 1 i32.const 2 drop', { gives: 1, total: 3, least: 2 }],
  ['branch-taken', cost, '(block (br_if 0 (i32.const 1))) i32.const 5', { gives: 5, total: 4, least: 2 }],
  [
    'if-not-taken',
    cost,
    '(if (result i32) (i32.const 0) (then (i32.const 1)) (else (i32.const 2)))',
    { gives: 2, total: 4, least: 2 },
  ],
  ['if-without-else', cost, '(if (i32.const 0) (then nop)) i32.const 3', { gives: 3, total: 4, least: 2 }],
  ['return', cost, 'i32.const 4 return', { gives: 4, total: 2 }],
  ['branch-to-the-end', cost, 'i32.const 4 br 0', { gives: 4, total: 3, least: 2 }],
  ['branch-table', cost, '(block (block (br_table 0 1 (i32.const 1)))) i32.const 6', { gives: 6, total: 4, least: 2 }],
  ['call', entry, 'call $five', { gives: 5, total: 4 }, five],
  ['three-calls', entry, 'call $empty call $empty call $empty i32.const 4', { gives: 4, total: 8 }, '(func $empty)'],
  ['tail-call', entry, 'return_call $five', { gives: 5, total: 4 }, five],
  [
    'indirect-call',
    entry,
    'i32.const 0 call_indirect (result i32)',
    { gives: 5, total: 5 },
    `(table 1 funcref) (elem (i32.const 0) $five) ${five}`,
  ],
  ['host-call', ['FUEL-ENTRY'], 'call $count', { gives: 2, total: 2 }, count],
  ['count-to-three', checks, countTo(3), { gives: 3, total: 26, least: 18 }],
  ['count-to-thousand', checks, countTo(1000), { gives: 1000, total: 8002, least: 7994 }],
  ['leave-at-ten', checks, leaveAtTen, { gives: 10, total: 96, least: 92 }],
  ['fibonacci', entry, 'i32.const 10 call $fib', { gives: 55, total: 1769, least: 1760 }, fib],
  [
    'store-and-load',
    cost,
    '(i32.store (i32.const 0) (i32.const 9)) (i32.load (i32.const 0))',
    { gives: 9, total: 6, least: 2 },
    '(memory 1)',
  ],
  ['memory-size', cost, 'memory.size', { gives: 1, total: 2 }, '(memory 1)'],
  [
    'global',
    cost,
    '(global.set 0 (i32.add (global.get 0) (i32.const 1))) (global.get 0)',
    { gives: 4, total: 6, least: 2 },
    '(global (mut i32) (i32.const 3))',
  ],
  ['select', cost, '(select (i32.const 1) (i32.const 2) (i32.const 0))', { gives: 2, total: 5, least: 2 }],
  ['hundred-constants', ['FUEL-COST', 'FUEL-CHECKS'], `${hundred} i32.const 9`, { gives: 9, total: 102, least: 2 }],
  ['hundred-constants-and-a-loop', checks, `${hundred} (loop) i32.const 9`, { gives: 9, total: 102 }],
  ['product-of-i64', cost, '(i32.wrap_i64 (i64.mul (i64.const 3) (i64.const 4)))', { gives: 12, total: 5, least: 2 }],
  ['hundred-calls-deep', entry, 'i32.const 100 call $deep i32.const 0', { gives: 0, total: 707, least: 705 }, deep],
  ['hundred-tail-calls', entry, 'i32.const 100 call $tail', { gives: 0, total: 808, least: 805 }, tail],
  [
    'fill-of-a-page',
    ['FUEL-FLAT'],
    '(memory.fill (i32.const 0) (i32.const 0) (i32.const 65536)) (loop) i32.const 1',
    { gives: 1, total: 6 },
    '(memory 1)',
  ],
  [
    'empty-start-function',
    ['FUEL-FREE-START', 'FUEL-EXHAUSTED'],
    'i32.const 7',
    { gives: 7, total: 3 },
    '(func $start) (start $start)',
  ],
];

/** Small programs, each with what it costs to the unit. */
export const goldenCases: readonly Case[] = programs.map(([id, proves, code, price, fields]) =>
  costs(`golden-${id}`, proves, body(code, fields), price, twoHosts),
);

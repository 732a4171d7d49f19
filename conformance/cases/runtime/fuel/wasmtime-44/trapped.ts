import { capabilityModule } from '#spec/constants.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { traps } from './priced.ts';

type Program = readonly [id: string, code: string, fields?: string];

const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const memory = '(memory 1)';
const table = '(table $t 1 funcref)';
const segment = '(data $d "abc")';
const slots = '(func $f) (elem $e func $f $f)';

/** What traps without telling anything: its own units, and all since fuel was last told of, still count as left. */
const silent: readonly Program[] = [
  ['i32-division-by-zero', 'i32.const 1 i32.const 0 i32.div_s drop'],
  ['i32-division-by-zero-unsigned', 'i32.const 1 i32.const 0 i32.div_u drop'],
  ['i32-remainder-by-zero', 'i32.const 1 i32.const 0 i32.rem_s drop'],
  ['i32-division-too-large', 'i32.const -2147483648 i32.const -1 i32.div_s drop'],
  ['i64-division-by-zero', 'i64.const 1 i64.const 0 i64.div_s drop'],
  ['i64-remainder-by-zero', 'i64.const 1 i64.const 0 i64.rem_u drop'],
  ['i64-division-too-large', 'i64.const -9223372036854775808 i64.const -1 i64.div_s drop'],
  ['truncation-of-no-number', 'f64.const nan i64.trunc_f64_s drop'],
  ['truncation-too-large', 'f32.const 1e30 i32.trunc_f32_s drop'],
  ['truncation-below-zero', 'f64.const -5 i32.trunc_f64_u drop'],
  ['load-outside', 'i32.const 65533 i32.load drop', memory],
  ['load-outside-by-its-offset', 'i32.const 1 i32.load8_u offset=65535 drop', memory],
  ['load-far-outside', 'i32.const -1 i64.load drop', memory],
  ['vector-load-outside', 'i32.const 65521 v128.load drop', memory],
  ['store-outside', 'i32.const 65536 i32.const 1 i32.store8', memory],
  ['load-from-an-empty-memory', 'i32.const 0 i32.load8_u drop', '(memory 0)'],
  ['fill-outside', '(memory.fill (i32.const 65530) (i32.const 1) (i32.const 7))', memory],
  ['copy-outside', '(memory.copy (i32.const 0) (i32.const 65530) (i32.const 7))', memory],
  ['init-outside', '(memory.init $d (i32.const 0) (i32.const 0) (i32.const 4))', `${memory} ${segment}`],
  [
    'init-of-what-was-dropped',
    'data.drop $d (memory.init $d (i32.const 0) (i32.const 0) (i32.const 1))',
    `${memory} ${segment}`,
  ],
  ['table-get-outside', '(table.get $t (i32.const 1)) drop', table],
  ['table-set-outside', '(table.set $t (i32.const -1) (ref.null func))', table],
  ['table-fill-outside', '(table.fill $t (i32.const 1) (ref.null func) (i32.const 1))', table],
  ['table-copy-outside', '(table.copy $t $t (i32.const 0) (i32.const 1) (i32.const 1))', table],
  ['table-init-outside', '(table.init $t $e (i32.const 0) (i32.const 0) (i32.const 2))', `${table} ${slots}`],
  [
    'table-init-of-what-was-dropped',
    'elem.drop $e (table.init $t $e (i32.const 0) (i32.const 0) (i32.const 1))',
    `${table} ${slots}`,
  ],
];

const wrongType = '(func $wrong (param i64)) (table 1 funcref) (elem (i32.const 0) $wrong)';

/** What is told before it traps, with the units that it takes. */
const told: readonly (readonly [id: string, code: string, units: number, fields?: string])[] = [
  ['unreachable', 'i32.const 1 drop unreachable', 1],
  ['unreachable-in-a-block', '(block (block i32.const 1 drop unreachable))', 1],
  ['unreachable-in-an-arm', '(if (i32.const 1) (then i32.const 1 drop unreachable))', 3],
  ['call-of-an-empty-slot', '(call_indirect (i32.const 0))', 2, '(table 1 funcref)'],
  ['call-beyond-the-table', '(call_indirect (i32.const 9))', 2, '(table 1 funcref)'],
  ['call-by-a-wrong-type', '(call_indirect (i32.const 0))', 2, wrongType],
  ['tail-call-of-an-empty-slot', '(return_call_indirect (result i32) (i32.const 0))', 2, '(table 1 funcref)'],
  ['tail-call-beyond-the-table', '(return_call_indirect (result i32) (i32.const 9))', 2, '(table 1 funcref)'],
  ['tail-call-by-a-wrong-type', '(return_call_indirect (result i32) (i32.const 0))', 2, wrongType],
];

const divide = 'i32.const 1 i32.const 0 i32.div_s drop';
const two = 'i32.const 1 drop i32.const 1 drop';

/** By what was told before, and where it was last looked at the fuel. */
const places: readonly (readonly [id: string, code: string, told: number, least: number, fields?: string])[] = [
  ['behind-a-call', `${two} call $empty ${two} ${divide}`, 5, 6, '(func $empty)'],
  ['behind-a-call-of-the-host', `${two} call $count drop ${two} ${divide}`, 4, 5, count],
  ['behind-a-loop', `${two} (loop) ${two} ${divide}`, 0, 4],
  ['behind-a-call-and-a-loop', `call $empty ${two} (loop) ${two} ${divide}`, 3, 6, '(func $empty)'],
  ['behind-a-branch', `(block (br 0)) ${two} ${divide}`, 0, 2],
  ['in-a-callee', `${two} call $f`, 4, 6, `(func $f ${two} ${divide})`],
  ['in-a-callee-of-a-callee', `${two} call $f`, 7, 9, `(func $f i32.const 1 drop call $g) (func $g ${two} ${divide})`],
  ['in-a-callee-behind-a-call', 'call $f', 5, 6, `(func $f call $g ${divide}) (func $g)`],
  ['in-a-tail-call', '(return_call $f)', 2, 4, `(func $f (result i32) ${divide} i32.const 1)`],
  ['behind-a-callee-that-returns', `call $f ${divide}`, 5, 6, `(func $f ${two} return)`],
  ['behind-a-callee-left-by-a-branch', `call $f ${divide}`, 6, 7, `(func $f ${two} br 0)`],
];

const proves = ['FUEL-PUBLISHED', 'FUEL-VISIBLE-ZERO'] as const;

export const trappedCases: readonly Case[] = [
  ...silent.map(([id, code, fields]) =>
    traps(`trap-${id}`, ['FUEL-PUBLISHED'], body(`${code} i32.const 1`, fields), { told: 0, least: 2 }),
  ),
  ...told.map(([id, code, units, fields]) =>
    traps(`trap-${id}`, proves, body(`${code} i32.const 1`, fields), { told: 1 + units, least: 2 + units }),
  ),
  ...places.map(([id, code, told, least, fields]) =>
    traps(`trap-${id}`, proves, body(`${code} i32.const 1`, fields), { told, least }),
  ),
];

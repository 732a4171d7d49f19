import { capabilityModule } from '#spec/constants.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { onBudgets, plenty, type Row } from './priced.ts';

/** A guest that traps whatever it is given, by the least budget with which that is seen as a trap, and what is told then. */
type Program = readonly [id: string, least: number, told: number, code: string, fields?: string];

const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const divide = 'i32.const 1 i32.const 0 i32.div_s';

const programs: readonly Program[] = [
  ['unreachable', 2, 1, 'unreachable'],
  ['constants-then-unreachable', 4, 3, 'i32.const 1 i32.const 1 drop drop unreachable'],
  ['division-by-zero', 2, 0, divide],
  ['host-call-then-division', 3, 2, `call $count drop ${divide}`, count],
  ['call-of-an-empty-slot', 4, 3, 'i32.const 0 call_indirect (result i32)', '(table 1 funcref)'],
  ['load-outside-whatever-the-address', 4, 3, 'i32.const 0 i32.load offset=65536', '(memory 1 1)'],
  ['load-that-turns-out-to-be-outside', 2, 0, 'i32.const 65536 i32.load', '(memory 1)'],
  ['conversion-of-no-number', 2, 0, 'f32.const nan i32.trunc_f32_s'],
  ['callee-that-divides-by-zero', 4, 2, 'call $divide', `(func $divide (result i32) ${divide})`],
];

/** On each budget from nothing on: where no fuel is seen to be left, a trap is a limit. */
export const toldCases: readonly Case[] = programs.map(([id, least, told, code, fields]) => {
  const rows = [0n, 1n, 2n, 3n, 4n, 5n, plenty].map(
    (budget): Row => (budget < least ? [budget, 'limit', 0n] : [budget, 'execution', budget - BigInt(told)]),
  );
  return onBudgets(`told-${id}`, ['FUEL-PUBLISHED', 'FUEL-VISIBLE-ZERO'], body(code, fields), {}, rows);
});

import type { Case } from '../../../../case.ts';
import { costs, looked, lookedAt } from './priced.ts';

type Way = readonly [id: string, code: string, units: number];

const two = 'i32.const 1 drop i32.const 1 drop';
const three = `${two} i32.const 1 drop`;

/** Each way out of three blocks leaves more behind it than the one before. */
const table = (index: number) =>
  `(block $a (block $b (block $c (br_table $c $b $a (i32.const ${index}))) ${two}) ${three})`;
const arms = (condition: number) => `(if (i32.const ${condition}) (then ${two}) (else ${three}))`;

const ways: readonly Way[] = [
  ['if-taken', arms(1), 4],
  ['if-not-taken', arms(0), 5],
  ['if-without-else-taken', `(if (i32.const 1) (then ${two}))`, 4],
  ['if-without-else-not-taken', `(if (i32.const 0) (then ${two}))`, 2],
  ['if-with-values-taken', 'i32.const 5 i32.const 1 (if (param i32) (result i32) (then i32.eqz) (else)) drop', 4],
  ['if-with-values-not-taken', 'i32.const 5 i32.const 0 (if (param i32) (result i32) (then i32.eqz) (else)) drop', 3],
  ['if-in-an-arm', `(if (i32.const 1) (then ${arms(0)}) (else ${arms(1)}))`, 7],
  ['if-left-on-the-way', `(if $out (i32.const 1) (then (br_if $out (i32.const 1)) ${three}))`, 4],
  ['if-not-left-on-the-way', `(if $out (i32.const 1) (then (br_if $out (i32.const 0)) ${three}))`, 7],
  ['br-if-taken', `(block (br_if 0 (i32.const 1)) ${three})`, 2],
  ['br-if-not-taken', `(block (br_if 0 (i32.const 0)) ${three})`, 5],
  ['br-if-two-out', `(block (block (br_if 1 (i32.const 1)) ${two}) ${three})`, 2],
  ['br-if-one-out', `(block (block (br_if 0 (i32.const 1)) ${two}) ${three})`, 5],
  ['br-if-with-a-value-taken', '(block (result i32) (br_if 0 (i32.const 7) (i32.const 1)) i32.eqz) drop', 3],
  ['br-if-with-a-value-not-taken', '(block (result i32) (br_if 0 (i32.const 7) (i32.const 0)) i32.eqz) drop', 4],
  ['br', '(block (br 0))', 1],
  ['br-three-out', `(block (block (block (br 2)) ${two}) ${three})`, 1],
  ['br-with-values', '(block (result i32 i32) (br 0 (i32.const 1) (i32.const 2))) drop drop', 3],
  ['br-table-first', table(0), 7],
  ['br-table-second', table(1), 5],
  ['br-table-default', table(2), 2],
  ['br-table-beyond', table(1000), 2],
  ['br-table-below-zero', table(-1), 2],
  ['br-table-of-a-default-alone', `(block (br_table 0 (i32.const 5)))`, 2],
  ['br-table-with-a-value', '(block (result i32) (br_table 0 0 (i32.const 7) (i32.const 1))) drop', 3],
];

const left = (code: string) => looked('call $f', `(func $f ${code})`);

/** The same out of a function: its outermost label is its end. */
const outOfFunctions: readonly Way[] = [
  ['br-out-of-a-function', `(br 0)`, 3],
  ['br-out-of-a-block-in-a-function', `(block (block (br 2))) ${three}`, 3],
  ['br-if-out-of-a-function', `(br_if 0 (i32.const 1)) ${three}`, 4],
  ['br-if-that-stays-in-a-function', `(br_if 0 (i32.const 0)) ${three}`, 7],
  ['br-table-out-of-a-function', `(block (br_table 0 1 (i32.const 1))) ${three}`, 4],
  ['br-table-that-stays-in-a-function', `(block (br_table 0 1 (i32.const 0))) ${three}`, 7],
  ['if-out-of-a-function', `(if (i32.const 1) (then (br 1)) (else ${two})) ${three}`, 5],
];

/** A branch costs one, whether it is taken and wherever it leads; after it counts what is passed on that way. */
export const branchCases: readonly Case[] = [
  ...ways.map(([id, code, units]) => costs(`branch-${id}`, ['FUEL-COST'], looked(code), lookedAt(units))),
  ...outOfFunctions.map(([id, code, units]) =>
    costs(`branch-${id}`, ['FUEL-COST', 'FUEL-PUBLISHED'], left(code), lookedAt(units)),
  ),
];

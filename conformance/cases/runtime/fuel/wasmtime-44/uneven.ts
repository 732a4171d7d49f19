import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, looked, lookedAt, traps } from './priced.ts';

const one = 'i32.const 1 drop';
const three = `${one} ${one} ${one}`;
const five = `${three} ${one} ${one}`;

/** Two ways to each of two ends, which differ in what was consumed before them; one of the ways may be taken early. */
const table = (first: number, second: number, index: number) => `(block $a (block $b
  (br_if $b (i32.const ${first})) ${three} (br_if $a (i32.const ${second})) ${one} (br_table $a $b (i32.const ${index})))
  ${five})`;

type Row = readonly [id: string, code: string, units: number];

const rows: readonly Row[] = [
  ['first-taken', table(1, 0, 0), 2 + 5],
  ['second-taken', table(0, 1, 0), 2 + 3 + 2],
  ['table-first', table(0, 0, 0), 2 + 3 + 2 + 1 + 2],
  ['table-second', table(0, 0, 1), 2 + 3 + 2 + 1 + 2 + 5],
  ['table-beyond', table(0, 0, 9), 2 + 3 + 2 + 1 + 2 + 5],
  ['in-a-loop', `(loop ${table(0, 0, 0)})`, 10],
  ['in-an-arm', `(if (i32.const 1) (then ${table(0, 0, 1)}))`, 17],
  ['around-an-arm', `(if (i32.const 0) (then ${table(0, 0, 1)}) (else ${three}))`, 5],
  ['behind-one-another', `${table(0, 0, 0)} ${table(0, 0, 1)}`, 25],
];

/** Outside of its memory whatever the address is, behind what could have trapped too. */
const noMemory = 'i32.const 4 i32.const 2 i32.div_s drop i32.const 0 i32.load drop i32.const 1';

export const unevenCases: readonly Case[] = [
  ...rows.map(([id, code, units]) => costs(`uneven-${id}`, ['FUEL-COST'], looked(code), lookedAt(units))),
  ...rows.map(([id, code, units]) =>
    costs(`uneven-in-a-callee-${id}`, ['FUEL-COST'], looked('call $f', `(func $f ${code})`), lookedAt(units + 2)),
  ),
  traps('outside-always-behind-a-division', ['FUEL-PUBLISHED'], body(noMemory, '(memory 0 0)'), { told: 6, least: 7 }),
];

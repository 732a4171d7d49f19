import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, looked, lookedAt, traps } from './priced.ts';

type Group = readonly [id: string, code: string, units: number];

const free: readonly Group[] = [
  ['nothing', '', 0],
  ['nop', 'nop '.repeat(50), 0],
  ['drop', 'i32.const 1 i32.const 2 i32.const 3 drop drop drop', 3],
  ['block', `${'(block '.repeat(20)}${')'.repeat(20)}`, 0],
  ['block-with-values', 'i32.const 1 i32.const 2 (block (param i32 i32) (result i32) drop) drop', 2],
  ['loop', `${'(loop '.repeat(20)}${')'.repeat(20)}`, 0],
  ['loops-in-a-row', '(loop) '.repeat(20), 0],
  ['loop-with-values', 'i32.const 1 i32.const 2 (loop (param i32 i32) (result i32) drop) drop', 2],
  ['end', '(block nop) (block (block nop) nop) (loop (block nop))', 0],
  ['else', '(if (i32.const 1) (then nop) (else nop)) (if (i32.const 0) (then nop) (else nop))', 4],
];

/** Eight operators cost nothing, however many there are of them. */
export const freeCases: readonly Case[] = [
  ...free.map(([id, code, units]) => costs(`free-${id}`, ['FUEL-COST'], looked(code), lookedAt(units))),
  costs('free-return', ['FUEL-COST'], body('i32.const 1 drop (return (i32.const 5))'), {
    gives: 5,
    total: 3,
    least: 2,
  }),
  costs(
    'free-return-of-a-callee',
    ['FUEL-COST', 'FUEL-PUBLISHED'],
    looked('call $back', '(func $back return)'),
    lookedAt(2),
  ),
  traps('free-unreachable', ['FUEL-COST', 'FUEL-PUBLISHED'], body('nop nop block nop end unreachable'), {
    told: 1,
    least: 2,
  }),
];

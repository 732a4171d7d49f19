import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, looked, lookedAt, traps } from './priced.ts';

const empty = '(func $empty)';
const call = 'call $empty';
const divide = 'i32.const 1 i32.const 0 i32.div_s drop';
const three = 'i32.const 1 drop i32.const 1 drop i32.const 1 drop';

/** The targets of its table carry different costs. */
const uneven = `(block $a (block $b
  (br_if $b (i32.const 0)) ${three} (br_if $a (i32.const 0)) (br_table $a $b (i32.const 1))))`;

type Row = readonly [id: string, code: string, told: number, least: number];

/** A call tells what was consumed by its end; what comes between it and the trap is another way each time. */
const behindCalls: readonly Row[] = [
  ['in-a-then', `${call} (if (i32.const 1) (then ${divide}))`, 3, 4],
  ['in-an-else', `${call} (if (i32.const 0) (then nop) (else ${divide}))`, 3, 4],
  [
    'in-an-else-of-an-else',
    `${call} (if (i32.const 0) (then) (else (if (i32.const 0) (then) (else ${divide}))))`,
    3,
    4,
  ],
  ['behind-an-if-not-taken', `${call} (if (i32.const 0) (then nop)) ${divide}`, 3, 4],
  ['behind-an-if-taken', `${call} (if (i32.const 1) (then nop)) ${divide}`, 3, 4],
  ['behind-an-else', `${call} (if (i32.const 0) (then nop) (else nop)) ${divide}`, 3, 4],
  ['behind-a-branch-taken', `(block ${call} (br_if 0 (i32.const 1))) ${divide}`, 3, 4],
  ['behind-a-branch-not-taken', `(block ${call} (br_if 0 (i32.const 0))) ${divide}`, 3, 4],
  ['behind-a-br', `(block ${call} (br 0)) ${divide}`, 3, 4],
  ['behind-a-table', `(block ${call} (br_table 0 (i32.const 0))) ${divide}`, 3, 4],
  ['behind-the-end-of-a-block', `(block ${call}) ${divide}`, 3, 4],
  ['behind-the-end-of-a-loop', `(loop ${call}) ${divide}`, 3, 4],
  ['behind-the-end-of-an-arm', `(if (i32.const 1) (then ${call}) (else nop)) ${divide}`, 5, 6],
  ['behind-an-arm-that-calls-not', `(if (i32.const 0) (then ${call}) (else nop)) ${divide}`, 0, 2],
  ['behind-an-if-that-calls', `(if (i32.const 1) (then ${call})) ${divide}`, 5, 6],
  ['behind-an-if-that-calls-not', `(if (i32.const 0) (then ${call})) ${divide}`, 0, 2],
  ['behind-uneven-targets-in-a-then', `${uneven} ${call} (if (i32.const 1) (then ${divide}))`, 12, 13],
  ['behind-uneven-targets-and-a-block', `${uneven} ${call} (block (br_if 0 (i32.const 1))) ${divide}`, 12, 13],
];

/** The same in a function that was called: by its entry nothing has been told since its caller did. */
const inCallees: readonly Row[] = [
  ['in-a-then', `(if (i32.const 1) (then ${divide}))`, 2, 4],
  ['in-an-else', `(if (i32.const 0) (then nop) (else ${divide}))`, 2, 4],
  ['behind-an-if-not-taken', `(if (i32.const 0) (then nop)) ${divide}`, 2, 4],
  ['behind-a-branch', `(block (br_if 0 (i32.const 1))) ${divide}`, 2, 4],
  ['behind-a-table', `(block (br_table 0 (i32.const 0))) ${divide}`, 2, 4],
  ['behind-uneven-targets', `${uneven} (if (i32.const 1) (then ${divide}))`, 2, 4],
];

export const owedCases: readonly Case[] = [
  ...behindCalls.map(([id, code, told, least]) =>
    traps(`owed-behind-a-call-${id}`, ['FUEL-PUBLISHED'], body(`${code} i32.const 1`, empty), { told, least }),
  ),
  ...inCallees.map(([id, code, told, least]) =>
    traps(`owed-in-a-callee-${id}`, ['FUEL-PUBLISHED'], body('call $f i32.const 1', `(func $f ${code})`), {
      told,
      least,
    }),
  ),
  costs(
    'branch-if-not-taken-that-could-be-left',
    ['FUEL-COST'],
    looked(`(if $out (i32.const 0) (then (br_if $out (i32.const 1)) ${three}))`),
    lookedAt(2),
  ),
];

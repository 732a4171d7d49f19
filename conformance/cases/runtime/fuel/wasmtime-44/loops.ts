import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, type Price } from './priced.ts';

type Program = readonly [id: string, code: string, price: Price];

const next = '(local.tee 0 (i32.add (local.get 0) (i32.const 1)))';
const again = (label: string, times: number) => `(br_if ${label} (i32.lt_u ${next} (i32.const ${times})))`;
const dropped = (times: number) => 'i32.const 1 drop '.repeat(times);

/**
 * `again` costs 7. What is left when a guest has finished tells its total, and the least budget where it was last
 * looked at the fuel, which is one less.
 */
const programs: readonly Program[] = [
  // Looked at on entry alone, then at the loop that comes at once: both with one unit consumed.
  ['at-once', `(loop) ${dropped(9)} i32.const 1`, { gives: 1, total: 11, least: 2 }],
  ['behind-a-straight-line', `${dropped(9)} (loop) i32.const 1`, { gives: 1, total: 11, least: 11 }],
  ['between-straight-lines', `${dropped(4)} (loop) ${dropped(5)} i32.const 1`, { gives: 1, total: 11, least: 6 }],
  [
    'in-an-arm-not-taken',
    `${dropped(4)} (if (i32.const 0) (then (loop))) i32.const 1`,
    { gives: 1, total: 8, least: 2 },
  ],
  ['in-an-arm-taken', `${dropped(4)} (if (i32.const 1) (then (loop))) i32.const 1`, { gives: 1, total: 8, least: 8 }],
  ['jumped-over', `${dropped(4)} (block (br_if 0 (i32.const 1)) (loop)) i32.const 1`, { gives: 1, total: 8, least: 2 }],
  ['once', `(local i32) (loop ${again('0', 1)}) local.get 0`, { gives: 1, total: 9, least: 2 }],
  ['twice', `(local i32) (loop ${again('0', 2)}) local.get 0`, { gives: 2, total: 16, least: 9 }],
  ['ten-times', `(local i32) (loop ${again('0', 10)}) local.get 0`, { gives: 10, total: 72, least: 65 }],
  [
    'ten-times-behind-a-straight-line',
    `(local i32) ${dropped(9)} (loop ${again('0', 10)}) local.get 0`,
    { gives: 10, total: 81, least: 74 },
  ],
  [
    'ten-times-and-a-straight-line-behind',
    `(local i32) (loop ${again('0', 10)}) ${dropped(9)} local.get 0`,
    { gives: 10, total: 81, least: 65 },
  ],
  [
    'dear-at-its-end',
    `(local i32) (loop ${dropped(9)} ${again('0', 3)} ${dropped(9)}) local.get 0`,
    { gives: 3, total: 59, least: 34 },
  ],
  [
    'back-from-a-block',
    `(local i32) (loop $l (block (block ${again('$l', 3)}))) local.get 0`,
    { gives: 3, total: 23, least: 16 },
  ],
  [
    'back-by-a-branch',
    `(local i32) (block $out (loop $l (br_if $out (i32.eq ${next} (i32.const 3))) (br $l))) local.get 0`,
    { gives: 3, total: 25, least: 18 },
  ],
  [
    'back-by-a-table',
    `(local i32) (block $out (loop $l (br_table $l $l $out ${next}))) local.get 0`,
    { gives: 2, total: 12, least: 7 },
  ],
  [
    'back-from-an-arm',
    `(local i32) (loop $l (if (i32.lt_u ${next} (i32.const 3)) (then (br $l)) (else ${dropped(5)}))) local.get 0`,
    { gives: 3, total: 30, least: 18 },
  ],
  [
    'out-of-two',
    `(local i32) (block $out (loop $a (loop $b (br_if $out (i32.eq ${next} (i32.const 3))) (br $b)))) local.get 0`,
    { gives: 3, total: 25, least: 18 },
  ],
  [
    'back-to-the-outer',
    `(local i32) (loop $a (loop $b ${again('$a', 3)})) local.get 0`,
    { gives: 3, total: 23, least: 16 },
  ],
  [
    'one-behind-the-other',
    `(local i32) (loop ${again('0', 3)}) (local.set 0 (i32.const 0)) (loop ${again('0', 3)}) local.get 0`,
    { gives: 3, total: 46, least: 39 },
  ],
  [
    'nested',
    `(local i32 i32) (loop $a (local.set 0 (i32.const 0)) (loop $b ${again('$b', 3)})
      (br_if $a (i32.lt_u (local.tee 1 (i32.add (local.get 1) (i32.const 1))) (i32.const 2)))) local.get 1`,
    { gives: 2, total: 62, least: 48 },
  ],
  [
    'with-values',
    `(local i32) i32.const 3
      (loop (param i32) (result i32) i32.const 1 i32.sub local.tee 0 local.get 0 br_if 0)`,
    { gives: 0, total: 17, least: 13 },
  ],
  [
    'gone-through-after-its-end',
    `(local i32) (loop (loop (loop ${again('0', 2)}))) local.get 0`,
    { gives: 2, total: 16, least: 9 },
  ],
];

const proves: readonly RequirementId[] = ['FUEL-CHECKS', 'FUEL-EXHAUSTED'];

/** Fuel is looked at wherever a loop begins, once more, or for the first time. */
export const loopCases: readonly Case[] = programs.map(([id, code, price]) =>
  costs(`loop-${id}`, proves, body(code), price),
);

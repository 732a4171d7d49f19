import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';

const proves = ['FUEL-ENDS'] as const;
const lowest = '(i64.const -9223372036854775808)';

/** Writes to every local there is, over and over. */
function writing(count: number): string {
  const sets = [...Array(count).keys()].map((index) => `(local.set ${index} ${lowest})`);
  return `(local ${'i64 '.repeat(count)}) (loop ${sets.join(' ')} (br 0))`;
}

/** Calls itself with its parameter and its local written over. */
const recursion = `(func $f (param i64) (local i64)
  (local.set 0 ${lowest}) (local.set 1 ${lowest}) (call $f (local.get 1)))`;

const endless: readonly (readonly [id: string, code: string, fields?: string])[] = [
  ['one', writing(1)],
  ['few', writing(5)],
  ['many', writing(200)],
  ['in-a-callee', 'call $f', `(func $f ${writing(1)})`],
  ['behind-parameters', '(call $f (i64.const 0) (i64.const 0))', `(func $f (param i64 i64) ${writing(3)})`],
];

/** Where a host counts in a local of its own, the guest has no means to reach it. */
export const ownLocalsCases: readonly Case[] = [
  ...endless.map(([id, code, fields]) =>
    accepted(`runtime/fuel-own-locals-${id}`, proves, running(body(`${code} i32.const 1`, fields)), ended('limit')),
  ),
  accepted(
    'runtime/fuel-own-locals-in-a-recursion',
    proves,
    running(body('(call $f (i64.const 0)) i32.const 1', recursion), { fuelBudgets: [1000n] }),
    ended('limit'),
  ),
];

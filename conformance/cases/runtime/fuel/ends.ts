import type { Case } from '../../../case.ts';
import { accepted, changed, replace } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { endless } from './endless.ts';

const proves = ['FUEL-ENDS'] as const;

/** Should a unit pay for a thousand instructions, the most of these takes a few seconds. */
const budgets = [1n, 5_000n, 100_000n];

/** So much work in each frame that the fuel is used up long before any stack is full, whatever a unit pays for. */
const workedRecursion = `(func $f (local i32)
  (loop (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 100000))))
  call $f)`;

export const endCases: readonly Case[] = [
  ...endless.map(([id, module]) =>
    accepted(
      `runtime/fuel-ends-${id}`,
      proves,
      running(module, { fuelBudgets: budgets }),
      ended('limit', 'limit', 'limit'),
    ),
  ),
  accepted(
    'runtime/fuel-ends-recursion',
    proves,
    running(body('call $f i32.const 1', workedRecursion), { fuelBudgets: [1n, 50n, 100n] }),
    ended('limit', 'limit', 'limit'),
  ),
  accepted('runtime/fuel-ends-on-the-defaults', proves, running(body('(loop (br 0)) i32.const 1')), ended('limit')),
  accepted(
    'runtime/fuel-ends-on-nothing',
    proves,
    running(body('(loop (br 0)) i32.const 1'), { fuelBudgets: [0n] }),
    ended('limit'),
  ),
  accepted(
    'runtime/fuel-ends-not-a-loop-that-is-passed',
    ['FUEL-ENDS', 'FUEL-ENOUGH'],
    running(body('(loop (br_if 0 (i32.const 0))) i32.const 5')),
    ended(5),
  ),
  changed(
    'runtime/fuel-ends-the-same-loop-for-ever',
    proves,
    'runtime/fuel-ends-not-a-loop-that-is-passed',
    replace(['module', 'wat'], '(i32.const 0)', '(i32.const 1)'),
    ended('limit'),
  ),
];

import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { onBudgets } from './priced.ts';

const hour = { timeoutMs: 3_600_000n };
const turns = (times: number) => `(local i32)
  (loop (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const ${times})))) local.get 0`;

/** A host may stop a guest to look at its clock, and must not charge for that. */
export const besideTimeCases: readonly Case[] = [
  onBudgets('beside-time-three-turns', ['FUEL-COST', 'FUEL-SAME'], body(turns(3)), hour, [
    [15n, 'limit', 0n],
    [16n, 3, 0n],
    [24n, 3, 1n],
  ]),
  onBudgets('beside-time-half-a-million-turns', ['FUEL-COST', 'FUEL-SAME'], body(turns(500_000)), hour, [
    [3_499_994n, 'limit', 0n],
    [3_499_995n, 500_000, 0n],
    [10_000_000n, 500_000, 10_000_000n - 3_500_002n],
  ]),
  onBudgets(
    'beside-time-a-trap-behind-half-a-million-turns',
    ['FUEL-PUBLISHED', 'FUEL-SAME'],
    body(`${turns(500_000)} drop i32.const 1 i32.const 0 i32.div_s`),
    hour,
    [[10_000_000n, 'execution', 10_000_000n]],
  ),
  // TIME-FUEL-FIRST: at the first look both have run out.
  onBudgets('beside-time-none-of-either', ['FUEL-CHECKS', 'TIME-FUEL-FIRST'], body('i32.const 1'), { timeoutMs: 0n }, [
    [0n, 'limit', 0n],
    [1n, 'limit', 0n],
  ]),
];

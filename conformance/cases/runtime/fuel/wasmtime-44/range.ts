import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { onBudgets } from './priced.ts';

const large = [
  2n ** 31n - 1n,
  2n ** 31n,
  2n ** 32n - 1n,
  2n ** 32n,
  2n ** 53n - 1n,
  2n ** 53n,
  2n ** 53n + 1n,
  2n ** 63n - 1n,
  2n ** 63n,
  2n ** 63n + 1n,
  2n ** 64n - 1n,
];

const turn = '(br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 3)))';
const unlinked = '(import "env" "abort" (func))';

/** Every budget of 64 bits counts, to the last unit. */
export const rangeCases: readonly Case[] = [
  onBudgets(
    'large-budgets-of-a-loop',
    ['FUEL-EXHAUSTED', 'FUEL-LEFT'],
    body(`(local i32) (loop ${turn}) local.get 0`),
    {},
    large.map((budget) => [budget, 3, budget - 23n]),
  ),
  onBudgets(
    'large-budgets-of-a-trap',
    ['FUEL-PUBLISHED', 'FUEL-LEFT'],
    body('call $empty unreachable', '(func $empty)'),
    {},
    large.map((budget) => [budget, 'execution', budget - 3n]),
  ),
  onBudgets(
    'large-budgets-of-a-silent-trap',
    ['FUEL-PUBLISHED', 'FUEL-LEFT'],
    body('i32.const 1 i32.const 0 i32.div_s'),
    {},
    large.map((budget) => [budget, 'execution', budget]),
  ),
  onBudgets(
    'large-budgets-unlinked',
    ['FUEL-LEFT'],
    body('i32.const 1', unlinked),
    {},
    large.map((budget) => [budget, 'linker', budget]),
  ),
];

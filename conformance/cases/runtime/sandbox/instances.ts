import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';

const most = 2n ** 64n - 1n;

export const instances: readonly Case[] = [
  accepted(
    'runtime/instances-one',
    ['LIM-INSTANCES'],
    running(body('(i32.const 1)'), { limits: { max_instances: 1n } }),
    ended(1),
  ),
  changed(
    'runtime/instances-none',
    ['LIM-INSTANCES'],
    'runtime/instances-one',
    put(['limits', 'max_instances'], 0n),
    ended('limit'),
  ),
  accepted(
    'runtime/instances-most',
    ['LIM-INSTANCES'],
    running(body('(i32.const 2)'), { limits: { max_instances: most } }),
    ended(2),
  ),
  accepted(
    'runtime/instances-for-each-run',
    ['LIM-INSTANCES'],
    running(body('(i32.const 3)'), { limits: { max_instances: 1n }, fuelBudgets: [10n ** 9n, 10n ** 9n] }),
    ended(3, 3),
  ),
];

import type { Case } from '../../../../case.ts';
import { accepted } from '../../../../rows.ts';
import { body, ended, running } from '../../given.ts';
import { endless } from '../endless.ts';

/** More than any host uses up while it waits, whatever a unit pays for. */
const muchFuel = { fuelBudgets: [10n ** 18n] };
const hour = 3_600_000n;
const forever = '(loop (br 0)) i32.const 1';

/** Every turn takes the machine a while and next to no fuel: a clock that goes by the fuel stands still. */
const slow = '(loop (memory.fill (i32.const 0) (i32.const 1) (i32.const 16777216)) (br 0)) i32.const 1';

const stops: readonly Case[] = [
  ...endless.map(([id, module]) =>
    accepted(
      `runtime/time-stops-${id}`,
      ['TIME-STOP'],
      running(module, { ...muchFuel, timeoutMs: 50n }),
      ended('timed-out'),
    ),
  ),
  accepted(
    'runtime/time-stops-loop-that-takes-no-fuel',
    ['TIME-STOP'],
    running(body(slow, '(memory 256)'), { ...muchFuel, timeoutMs: 50n }),
    ended('timed-out'),
  ),
  accepted(
    'runtime/time-stops-loop-twice',
    ['TIME-STOP'],
    running(body(forever), { fuelBudgets: [10n ** 18n, 10n ** 18n], timeoutMs: 50n }),
    ended('timed-out', 'timed-out'),
  ),
  ...[0n, 1n, 2n, 500n].map((timeoutMs) =>
    accepted(
      `runtime/time-stops-loop-after-${timeoutMs}-ms`,
      ['TIME-STOP'],
      running(body(forever), { ...muchFuel, timeoutMs }),
      ended('timed-out'),
    ),
  ),
];

const fuelFirst: readonly Case[] = endless.map(([id, module]) =>
  accepted(
    `runtime/time-not-over-${id}`,
    ['TIME-FUEL-FIRST'],
    running(module, { fuelBudgets: [1n, 5_000n], timeoutMs: hour }),
    ended('limit', 'limit'),
  ),
);

export const stopCases: readonly Case[] = [...stops, ...fuelFirst];

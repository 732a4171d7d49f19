import type { Case } from '../../../../case.ts';
import { accepted } from '../../../../rows.ts';
import { body, ended, running } from '../../given.ts';

const forever = '(loop (br 0)) i32.const 1';

/** Around where clocks and timers have their ends. */
const longTimeouts = [2n ** 31n - 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n - 1n, 2n ** 63n, 2n ** 64n - 1n];

export const longCases: readonly Case[] = [
  accepted('runtime/time-none', ['TIME-NONE'], running(body('i32.const 7')), ended(7)),
  accepted('runtime/time-none-but-fuel', ['TIME-NONE'], running(body(forever)), ended('limit')),
  ...longTimeouts.flatMap((timeoutMs) => [
    accepted(`runtime/time-of-${timeoutMs}-ms`, ['TIME-NONE'], running(body('i32.const 7'), { timeoutMs }), ended(7)),
    // Long enough that a timer which took the number for a small one would ring.
    accepted(
      `runtime/time-of-${timeoutMs}-ms-but-fuel`,
      ['TIME-NONE', 'TIME-FUEL-FIRST'],
      running(body(forever), { timeoutMs }),
      ended('limit'),
    ),
  ]),
];

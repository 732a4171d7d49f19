import { expect, test } from 'vitest';
import * as op from '#fixtures/wasm/operators.ts';
import { capability, guest, runGuest } from './guest.ts';

const imports = [capability('http-count')];
const asks = [op.call(0), op.drop];
const forever = op.loop(op.none, [asks, op.br(0)]);
const times = (budget: number) => Math.max(0, Math.ceil(budget));

/** A guest that asks the host again and again, and how often it does so on a budget. */
const guests: readonly (readonly [what: string, module: Uint8Array<ArrayBuffer>, calls: (budget: number) => number])[] =
  [
    // Two units a turn, after one for the entry.
    ['a loop', guest([forever, op.i32Const(1)], { imports }), (budget) => times((budget - 1) / 2)],
    [
      'a recursion',
      guest([op.call(1), op.i32Const(1)], {
        imports,
        functions: [{ params: [], results: [], body: [asks, op.call(1)] }],
      }),
      (budget) => times(budget / 3 - 1),
    ],
    ['a tail call to itself', guest([asks, op.returnCall(1)], { imports }), (budget) => times((budget - 1) / 3)],
    [
      'a start function before an entrypoint that asks too',
      guest([asks, op.i32Const(1)], { imports, functions: [{ params: [], results: [], body: forever }], start: 1 }),
      (budget) => times((budget - 1) / 2),
    ],
  ];

test.each(guests)(
  '%s that has run dry has called the host as often as it paid for, and never again (FUEL-NO-CALL-AFTER)',
  (_, module, calls) => {
    for (let budget = 0; budget < 200; budget++) {
      for (const timeout of [undefined, { milliseconds: 1, now: () => 0 }]) {
        const { outcome, hostCalls, fuelLeft } = runGuest(module, {
          fuel: BigInt(budget),
          ...(timeout && { timeout }),
        });
        expect(outcome).toMatchObject({ class: 'limit', cause: { kind: 'out-of-fuel' } });
        expect([hostCalls.count, fuelLeft]).toEqual([calls(budget), 0n]);
      }
    }
  },
);

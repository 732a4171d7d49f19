import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Effort } from '#reference/audit/module/effort.ts';
import { readModule } from '#reference/audit/module/read-module.ts';
import { enableFeatures, engineFeatures } from '#reference/runtime/engine/features.ts';
import { prepareModule } from '#reference/runtime/engine/prepare.ts';
import { damaged } from '../runtime/hostile/damage.ts';
import { Random } from '../runtime/random.ts';
import { randomGuest } from '../runtime/random-guest.ts';

enableFeatures();
const features = engineFeatures();

function expectSameVerdict(bytes: Uint8Array<ArrayBuffer>): void {
  const read = readModule(bytes, new Effort());
  const prepared = prepareModule(bytes, features);
  // What an engine cannot take is a matter of metered code, and of no audit.
  if (!prepared.ok && prepared.failure.code === 'runtime.engine-refused') return;
  expect({ ok: read.ok, failure: prepared.ok ? undefined : prepared.failure }).toEqual({
    ok: prepared.ok,
    failure: prepared.ok ? undefined : prepared.failure,
  });
}

test('AUD-VALIDATION: an audit takes for a module what the runtime takes for one', () => {
  fc.assert(
    fc.property(fc.nat(2000), (seed) => expectSameVerdict(randomGuest(seed))),
    { numRuns: 300 },
  );
});

test('AUD-VALIDATION: also of what somebody damaged', () => {
  const property = fc.property(fc.nat(), fc.nat(1000), fc.nat(1000), (seed, one, other) => {
    expectSameVerdict(damaged(new Random(seed), randomGuest(one), randomGuest(other)));
  });
  fc.assert(property, { numRuns: 4000 });
});

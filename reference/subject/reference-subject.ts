import { names, runtime } from '#spec/constants.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import type { Feature } from '#spec/features.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Parameters, Subject } from '#spec/subject.ts';
import { referenceIdentity } from '../identity.ts';
import { engineFeatures } from '../runtime/engine/features.ts';
import { operations } from './operations.ts';
import { InputReader, MalformedInput } from './read-input.ts';

export const shippedParameters: Parameters = { names: names.shipped, runtime };

/** The reference as a subject like any other: asked through the protocol's operations, in this process. */
export function referenceSubject(parameters: Parameters = shippedParameters): Subject {
  const ofEngine = [...engineFeatures()].map((name): Feature => `wasm:${name}`);
  const features: readonly Feature[] = ['fuel:wasmtime', 'trap:class', ...ofEngine];
  return {
    ...referenceIdentity,
    operations: Object.keys(operations) as Operation[],
    features,
    parameters,
    call: async (operation, input) => answer(operation, input, parameters),
  };
}

/** A throw other than over the input's shape is a bug of ours, so it is left to surface. */
async function answer(operation: Operation, input: WireValue, parameters: Parameters): Promise<Reply> {
  if (!Object.hasOwn(operations, operation)) return { outcome: 'unsupported', feature: operation };
  try {
    const result = await operations[operation](new InputReader(input), parameters);
    if (result.ok) return { outcome: 'ok', value: result.value };
    return { outcome: 'reject', reason: result.failure.code, native: describeFailure(result.failure) };
  } catch (error) {
    if (error instanceof MalformedInput) return { outcome: 'fault', message: error.message };
    throw error;
  }
}

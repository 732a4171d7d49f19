import { expect, test } from 'vitest';
import type { Operation, WireValue } from '#spec/operations.ts';
import { workedExamples } from '#spec/schema/worked/operations.ts';
import { misfit } from './misfit.ts';

test.each(Object.keys(workedExamples) as Operation[])('the worked example fits: %s', (operation) => {
  expect(misfit(operation, workedExamples[operation].value)).toBeUndefined();
});

const [run] = workedExamples['runtime.run'].value.runs;
const running = (changes: WireValue): WireValue => ({ runs: [{ ...run, ...(changes as object) }] });
const { manifest } = workedExamples['manifest.parse'].value;
const described = (changes: readonly (readonly [string, WireValue])[]): WireValue => ({
  manifest: new Map<string, WireValue>([...(manifest as ReadonlyMap<string, WireValue>), ...changes]),
});

test.each<[string, Operation, WireValue]>([
  ['value is null, and must be of the type object', 'signature.verify', null],
  ['value.x is a member that the schema does not know', 'signature.verify', { x: 1n }],
  ['value.runs is missing', 'runtime.run', {}],
  ['value.runs is [], and must have 1 elements', 'runtime.run', { runs: [] }],
  ['value.runs[0].exitCode is 7.0, and must be of the type integer', 'runtime.run', running({ exitCode: 7 })],
  ['value.runs[0].fuelLeft is -1, and must be at least 0', 'runtime.run', running({ fuelLeft: -1n })],
  [
    'value.runs[0].fuelLeft is 18446744073709551616, and must be at most 18446744073709551615',
    'runtime.run',
    running({ fuelLeft: 2n ** 64n }),
  ],
  ['value.runs[0].stop is "fuel", and must be one of ["linker"', 'runtime.run', running({ stop: 'fuel' })],
  ['value.trustStore is missing', 'trust.add', {}],
  [
    'value.seed is "x", and must be of the type object',
    'key.parse',
    { ...workedExamples['key.parse'].value, seed: 'x' },
  ],
  ['value.keyId is "x", and must fit ^', 'key.parse', { ...workedExamples['key.parse'].value, keyId: 'x' }],
  ['value.manifest.x is a member that the schema does not know', 'manifest.parse', described([['x', null]])],
  ['value.manifest.manifest_version is "1", and must be', 'manifest.parse', described([['manifest_version', '1']])],
])('what does not fit is told: %s', (said, operation, value) => {
  expect(misfit(operation, value)).toContain(said);
});

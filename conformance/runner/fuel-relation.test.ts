import { expect, test } from 'vitest';
import type { WireValue } from '#spec/operations.ts';
import { fuelMismatch } from './fuel-relation.ts';

const done = (exitCode: WireValue, fuelLeft: WireValue) => ({ stop: null, exitCode, fuelLeft });
const dry = { stop: 'limit', exitCode: null, fuelLeft: 0n };
const mismatch = (budgets: readonly bigint[], ...runs: readonly WireValue[]) => fuelMismatch(budgets, { runs });

test.each<[string, readonly bigint[], readonly WireValue[]]>([
  ['nothing is enough', [0n, 5n], [dry, dry]],
  ['the last budget is enough', [1n, 5n, 10n], [dry, dry, done(7n, 3n)]],
  ['the price is the same on both', [8n, 10n], [done(7n, 1n), done(7n, 3n)]],
  ['the smaller one is overdrawn', [5n, 10n], [done(-1n, 0n), done(-1n, 3n)]],
  ['both are overdrawn', [5n, 6n], [done(-1n, 0n), done(-1n, 0n)]],
  ['nothing costs anything', [0n, 5n], [done(0n, 0n), done(0n, 5n)]],
  ['the budgets come in any order', [10n, 1n, 2n ** 64n - 1n], [done(7n, 3n), dry, done(7n, 2n ** 64n - 8n)]],
  ['one budget comes twice', [10n, 10n], [done(7n, 3n), done(7n, 3n)]],
])('runs hang together where %s', (_, budgets, runs) => {
  expect(fuelMismatch(budgets, { runs })).toBeUndefined();
  expect(fuelMismatch(budgets, new Map([['runs', runs.map((run) => new Map(Object.entries(run as object)))]]))).toBe(
    undefined,
  );
});

test('there is one run for each budget', () => {
  const one = ', and must have one run for each of the 2 fuelBudgets';
  expect(mismatch([1n, 2n], dry)).toBe(`value.runs has the length 1${one}`);
  expect(mismatch([1n, 2n], dry, dry, dry)).toBe(`value.runs has the length 3${one}`);
  expect(fuelMismatch([1n], { runs: 'dry' })).toBe('value.runs is "dry", and must be a list');
  expect(fuelMismatch([1n], null)).toBe('value.runs is nothing, and must be a list');
});

test.each<[string, WireValue]>([
  ['stop is "execution", and must be null or "limit"', { ...dry, stop: 'execution' }],
  ['stop is nothing, and must be null or "limit"', { exitCode: 7n, fuelLeft: 0n }],
  ['stop is nothing, and must be null or "limit"', 'limit'],
  ['fuelLeft is 3, and must be 0, since fuel stopped the run', { ...dry, fuelLeft: 3n }],
  ['fuelLeft is 11, and must be from 0 to the budget', done(7n, 11n)],
  ['fuelLeft is -1, and must be from 0 to the budget', done(7n, -1n)],
  ['fuelLeft is 1.0, and must be an integer', done(7n, 1)],
  ['fuelLeft is nothing, and must be an integer', { stop: null, exitCode: 7n }],
  ['exitCode is null, and must be an integer, since the run finished', done(null, 0n)],
])('a run is whole and within its budget, which is named: %s', (text, run) => {
  expect(mismatch([1n, 10n], dry, run)).toBe(`value.runs[1].${text} (fuelBudgets[1] = 10)`);
});

test('what finishes on a budget finishes on every larger one', () => {
  expect(mismatch([20n, 10n], dry, done(7n, 0n))).toBe(
    'value.runs[0].stop is "limit", and must be null, since value.runs[1] finished (fuelBudgets[0] = 20, fuelBudgets[1] = 10)',
  );
  expect(mismatch([10n, 10n], done(7n, 0n), dry)).toContain('value.runs[1].stop is "limit", and must be null');
});

test('what finished for a price finishes on every budget above it', () => {
  expect(mismatch([5n, 3n], done(7n, 3n), dry)).toBe(
    'value.runs[1].stop is "limit", and must be null, since value.runs[0] finished for 2 (fuelBudgets[1] = 3, fuelBudgets[0] = 5)',
  );
  expect(mismatch([5n, 2n], done(7n, 3n), dry)).toBeUndefined();
});

test('the exit code is the same on every budget', () => {
  expect(mismatch([10n, 20n], done(7n, 0n), done(8n, 10n))).toBe(
    'value.runs[1].exitCode is 8, and must be 7 as in value.runs[0] (fuelBudgets[1] = 20, fuelBudgets[0] = 10)',
  );
});

test('the price is the same on every budget', () => {
  expect(mismatch([10n, 20n], done(7n, 3n), done(7n, 12n))).toBe(
    'value.runs[1].fuelLeft is 12, and must be 13, since value.runs[0] has 3 left and the price is the same (fuelBudgets[1] = 20, fuelBudgets[0] = 10)',
  );
  expect(mismatch([10n, 20n], done(7n, 3n), done(7n, 0n))).toContain('value.runs[1].fuelLeft is 0, and must be 13');
  expect(mismatch([10n, 20n], done(7n, 0n), done(7n, 15n))).toContain('value.runs[0].fuelLeft is 0, and must be 5');
});

test('something is left of a budget far beyond the one that is enough', () => {
  expect(mismatch([10n, 10_000_001n], done(7n, 0n), done(7n, 0n))).toContain(
    'value.runs[1].fuelLeft is 0, and must be more',
  );
  expect(mismatch([10n, 10_000_000n], done(7n, 0n), done(7n, 0n))).toBeUndefined();
});

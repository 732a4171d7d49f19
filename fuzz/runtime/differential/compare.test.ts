import { expect, test } from 'vitest';
import * as op from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { capability, guest } from '../guest.ts';
import { compare } from './compare.ts';
import type { OracleAnswer, Refused } from './oracle.ts';
import type { Trial } from './trial.ts';

const limits = { memoryBytes: 65_536n, tableElements: 10n, instances: 1n };
const grants = { http: 2, secret: 0, storage: 0, channel: 0 };
const counting = guest(op.call(0), { imports: [capability('http-count')] });
const trial: Trial = { module: counting, entrypoints: ['run'], budgets: [10n], limits, grants };
const answer: OracleAnswer = { stop: null, exitCode: 2, fuelLeft: '8', trap: null, hostCalls: ['http-count()=2'] };
const noModule = { ...trial, module: wasmModule({ start: 0 }) };

function against(answers: readonly OracleAnswer[] | Refused, put: Trial = trial) {
  return compare({ run: async () => answers }, put);
}

test('where an oracle says the same of every run there is no difference, and the run in slices counts too', async () => {
  expect(await against([answer])).toEqual({ endings: new Map([['finished', 2]]) });
});

test.each<Partial<OracleAnswer>>([
  { exitCode: 3 },
  { fuelLeft: '7' },
  { hostCalls: [] },
  { stop: 'limit', exitCode: null },
  { trap: 'anything' },
])('where it says $0 there is one', async (other) => {
  const { difference } = await against([{ ...answer, ...other }]);
  expect(difference).toEqual({ entrypoint: 'run', budget: 10n, ours: answer, theirs: { ...answer, ...other } });
});

test('a module that only one of them takes is a difference, and one that neither takes is none', async () => {
  expect(await against({ refused: 'why' })).toMatchObject({ difference: { ours: 'a module', theirs: 'why' } });
  expect(await against([answer], noModule)).toMatchObject({ difference: { theirs: 'a module' } });
  expect(await against({ refused: 'why' }, noModule)).toMatchObject({ notRun: 'refused by both' });
});

test('where a stack ends is not compared', async () => {
  const endless = { ...trial, module: guest(op.call(0)), budgets: [2n ** 60n] };
  const elsewhere: OracleAnswer = {
    stop: 'execution',
    exitCode: null,
    fuelLeft: '1',
    trap: 'StackOverflow',
    hostCalls: [],
  };
  const notCompared = { endings: new Map([['stack exhausted, not compared', 2]]) };
  expect(await against([elsewhere], endless)).toEqual(notCompared);
  expect(await against([elsewhere])).toEqual(notCompared);
});

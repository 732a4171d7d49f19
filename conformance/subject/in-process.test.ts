import { expect, test } from 'vitest';
import type { Subject } from '#spec/subject.ts';
import { inProcess } from './in-process.ts';
import { connect } from './testing/puppet.ts';

const subject: Subject = {
  name: 'embedded',
  version: '2',
  operations: ['trust.load'],
  features: ['fuel:wasmtime', 'acme:turbo'],
  parameters: {
    names: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
    runtime: { version: '0.1.0', protocolMajor: 1n },
  },
  call: async (operation, input) => {
    if (input === null) throw new Error('no input');
    return { outcome: 'ok', value: [operation, input] };
  },
};

test('a library in this process is asked as a program is', async () => {
  const connection = await connect(inProcess(subject));
  expect(connection.greeting).toMatchObject({ name: 'embedded', version: '2', ops: ['trust.load'] });
  expect(connection.greeting.features).toEqual(['fuel:wasmtime', 'acme:turbo']);
  expect(connection.greeting.parameters).toBe(subject.parameters);
  expect(await connection.call('trust.load', 1n)).toEqual({ outcome: 'ok', value: ['trust.load', 1n] });
  expect(await connection.close()).toEqual([]);
});

test('a library that throws is at fault, which is no refusal', async () => {
  const connection = await connect(inProcess(subject));
  expect(await connection.call('trust.load', null)).toMatchObject({
    outcome: 'fault',
    message: /^threw Error: no input/,
  });
  expect(connection.open).toBe(true);
});

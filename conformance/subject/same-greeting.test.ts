import { expect, test } from 'vitest';
import type { Greeting } from '#spec/protocol.ts';
import { differingField } from './same-greeting.ts';

const greeting: Greeting = {
  name: 'subject',
  version: '1',
  language: 'c',
  ops: ['key.parse', 'trust.load'],
  features: [],
  parameters: {
    names: { sbomEntry: 'sbom.cdx.json', defaultEntrypoint: 'run' },
    runtime: { version: '0.1.0', protocolMajor: 1n },
  },
  concurrency: 1n,
};
const { names, runtime } = greeting.parameters;

test('a subject that says the same again is the same', () => {
  expect(differingField(greeting, structuredClone(greeting))).toBeUndefined();
});

test.each<[string, Partial<Greeting>]>([
  ['name', { name: 'other' }],
  ['version', { version: '2' }],
  ['language', { language: 'rust' }],
  ['ops', { ops: ['trust.load', 'key.parse'] }],
  ['ops', { ops: ['key.parse'] }],
  ['features', { features: ['fuel:wasmtime'] }],
  ['parameters.names.sbomEntry', { parameters: { runtime, names: { ...names, sbomEntry: 'x' } } }],
  ['parameters.names.defaultEntrypoint', { parameters: { runtime, names: { ...names, defaultEntrypoint: 'x' } } }],
  ['parameters.runtime.version', { parameters: { names, runtime: { ...runtime, version: '0.2.0' } } }],
  ['parameters.runtime.protocolMajor', { parameters: { names, runtime: { ...runtime, protocolMajor: 2n } } }],
  ['concurrency', { concurrency: 2n }],
])('a subject with another %s is another', (field, changes) => {
  expect(differingField(greeting, { ...greeting, ...changes })).toBe(field);
});

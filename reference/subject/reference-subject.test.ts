import { expect, test } from 'vitest';
import type { Operation, WireValue } from '#spec/operations.ts';
import { referenceSubject } from './reference-subject.ts';

const { call } = referenceSubject();

test.each(['nope', 'constructor', '__proto__', 'toString'])(
  'an operation nobody knows is unsupported: %s',
  async (name) => {
    expect(await call(name as Operation, {})).toEqual({ outcome: 'unsupported', feature: name });
  },
);

test.each<[string, WireValue]>([
  ['nothing', null],
  ['a number', 1n],
  ['a text', 'text'],
  ['a list', []],
  ['no field', {}],
  ['another type', { text: 'no bytes' }],
  ['a Map with another type', new Map([['text', null]])],
])('an input of the wrong shape is the fault of the caller: %s', async (_, input) => {
  expect(await call('manifest.parse', input)).toMatchObject({ outcome: 'fault', message: /^input/ });
});

test('fields may come in a Map or in a record', async () => {
  const text = Buffer.from('');
  const reply = { outcome: 'reject', reason: 'manifest.missing-key' };
  expect(await call('manifest.parse', { text })).toMatchObject(reply);
  expect(await call('manifest.parse', new Map([['text', text]]))).toMatchObject(reply);
});

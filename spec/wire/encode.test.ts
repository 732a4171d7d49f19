import { expect, test } from 'vitest';
import type { WireValue } from '../operations.ts';
import { encodeMessage } from './encode.ts';

const noBlobs = {
  put: () => {
    throw new Error('nothing here is large');
  },
};

test.each<[WireValue, string]>([
  [
    { type: 'call', id: 1n, input: { text: Buffer.from('hi'), none: null } },
    '{"type":"call","id":1,"input":{"text":{"$b64":"aGk="},"none":null}}',
  ],
  [new Map([['__proto__', [true, 2n ** 64n]]]), '{"__proto__":[true,18446744073709551616]}'],
  [{ float: 1, least: 5e-324 }, '{"float":1.0,"least":5e-324}'],
  [{ text: 'a\r\nb\u2028\u{1f600}' }, `{"text":"a\\r\\nb\u2028\u{1f600}"}`],
  [{ file: Buffer.from('skip aGk= skip').subarray(5, 9) }, '{"file":{"$b64":"YUdrPQ=="}}'],
])('a message is one line: %#', (message, line) => {
  expect(encodeMessage(message, noBlobs)).toBe(line);
});

test('only bytes that a message cannot hold become a blob', () => {
  const put: number[] = [];
  const sink = {
    put: (bytes: Uint8Array) => {
      put.push(bytes.length);
      return 'its hash';
    },
  };
  expect(encodeMessage({ a: new Uint8Array(32_769) }, sink)).toBe('{"a":{"$blob":"its hash","size":32769}}');
  encodeMessage({ a: new Uint8Array(32_768) }, sink);
  expect(put).toEqual([32_769]);
});

test('a value that is deeper than any stack is written all the same', () => {
  let value: WireValue = [];
  for (let level = 1; level < 200_000; level++) value = level % 2 === 0 ? [value] : { a: value };
  expect(encodeMessage(value, noBlobs)).toHaveLength(100_000 * 2 + 100_000 * 6);
});

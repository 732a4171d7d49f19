import { expect, test } from 'vitest';
import { wireLimits } from '#spec/protocol.ts';
import { parseLine } from '#spec/wire/parse-line.ts';
import { byeLine, callLine, helloLine } from './messages.ts';

const noBlobs = { put: () => 'none' };

test('what is said to a subject is one line each', () => {
  expect(helloLine('4711', '/in é', '/out')).toBe(
    '{"type":"hello","protocol":{"min":1,"max":1},"nonce":"4711","blobs":{"inputs":"/in é","outputs":"/out"}}\n',
  );
  const call = { id: 7n, operation: 'trust.load', input: { store: Buffer.from('hi') }, deadlineMs: 30_000 } as const;
  expect(callLine(call, noBlobs)).toBe(
    '{"type":"call","id":7,"op":"trust.load","input":{"store":{"$b64":"aGk="}},"deadlineMs":30000}\n',
  );
  for (const line of [byeLine, callLine(call, noBlobs)]) {
    expect(parseLine(Buffer.from(line.trimEnd()))).toMatchObject({ ok: true, repeated: [] });
  }
});

test('a line that is longer than the protocol allows is never sent', () => {
  const call = (length: number) =>
    callLine({ id: 1n, operation: 'trust.add', input: 'é'.repeat(length), deadlineMs: 1 }, noBlobs);
  expect(call(500_000).length).toBeGreaterThan(500_000);
  expect(() => call(wireLimits.lineBytes / 2)).toThrow('no line can hold');
});

import { expect, test } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

function split(limit: number, chunks: readonly Uint8Array[]) {
  const splitter = new LineSplitter(limit);
  const lines = chunks.flatMap((chunk) =>
    splitter.take(Buffer.from(chunk)).map((line) => Buffer.from(line).toString()),
  );
  return { lines, rest: Buffer.from(splitter.unfinished).toString(), isTooLong: splitter.isTooLong };
}

test('lines are the same wherever the bytes are cut, within a character too', () => {
  const bytes = Buffer.from('{"a":"é😀"}\n\nzweite\nrest');
  const whole = split(100, [bytes]);
  expect(whole).toEqual({ lines: ['{"a":"é😀"}', '', 'zweite'], rest: 'rest', isTooLong: false });
  for (let first = 0; first <= bytes.length; first++) {
    for (let second = first; second <= bytes.length; second++) {
      const chunks = [bytes.subarray(0, first), bytes.subarray(first, second), bytes.subarray(second)];
      expect(split(100, chunks)).toEqual(whole);
    }
  }
});

test('a line of the greatest length is read, and one byte more is too long', () => {
  for (const size of [1, 3, 8]) {
    const chunks = (text: string) =>
      text.match(new RegExp(`.{1,${size}}`, 'gs'))?.map((part) => Buffer.from(part)) ?? [];
    expect(split(8, chunks('x\n12345678\ny\n'))).toMatchObject({ lines: ['x', '12345678', 'y'], isTooLong: false });
    expect(split(8, chunks('x\n123456789\ny\n'))).toMatchObject({ lines: ['x'], isTooLong: true });
  }
});

test('a line is found too long before it ends, and nothing is kept of what follows', () => {
  const splitter = new LineSplitter(1000);
  const chunk = Buffer.alloc(64, 'x');
  let taken = 0;
  for (; !splitter.isTooLong; taken += chunk.length) splitter.take(chunk);
  expect(taken).toBe(1024);
  expect(splitter.take(Buffer.from('\na line\n'))).toEqual([]);
  expect(splitter.unfinished.length).toBeLessThanOrEqual(1000);
});

test('a line that comes byte by byte is not copied for each of them', () => {
  const splitter = new LineSplitter(1024 * 1024);
  const byte = Buffer.from('x');
  for (let count = 0; count < 1024 * 1024; count++) splitter.take(byte);
  expect(splitter.take(Buffer.from('\n')).map(({ length }) => length)).toEqual([1024 * 1024]);
});

test('a line outlives the chunk that it began in', () => {
  const splitter = new LineSplitter(100);
  splitter.take(Buffer.from('first '));
  const [line] = splitter.take(Buffer.from('line\nsecond'));
  splitter.take(Buffer.from(' line\n'));
  expect(Buffer.from(line ?? []).toString()).toBe('first line');
});

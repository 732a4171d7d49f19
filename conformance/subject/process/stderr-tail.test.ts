import { expect, test } from 'vitest';
import { StderrTail } from './stderr-tail.ts';

test('what was written to standard error is kept, harmless on a terminal', () => {
  const tail = new StderrTail();
  for (const part of ['a\r\n\tb', '\u001b[2J\u202e', '\r']) tail.add(Buffer.from(part));
  tail.add(Buffer.from([0xff]));
  expect(tail.text()).toBe('a\n\tb\ufffd[2J\ufffd\ufffd\ufffd');
  expect(tail.hasFlooded).toBe(false);
});

test.each([1, 1000, 8192, 100_000])('of much only the end is kept, in parts of %d bytes', (size) => {
  const tail = new StderrTail();
  const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, index) => 97 + (index % 26)));
  for (let at = 0; at < bytes.length; at += size) tail.add(bytes.subarray(at, at + size));
  expect(tail.text()).toBe(`[${40_000 - 8192} bytes before this are not kept]\n${bytes.subarray(-8192)}`);
  expect(tail.hasFlooded).toBe(true);
});

test('each call begins anew, and a flood is remembered', () => {
  const tail = new StderrTail();
  tail.add(Buffer.alloc(5000, 'x'));
  tail.restart();
  tail.add(Buffer.alloc(5000, 'y'));
  expect(tail.hasFlooded).toBe(false);
  tail.add(Buffer.alloc(5000, 'z'));
  tail.restart();
  expect(tail.text()).toBe('');
  expect(tail.hasFlooded).toBe(true);
});

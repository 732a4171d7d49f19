import { expect, test } from 'vitest';
import { splitLines } from './split-lines.ts';

async function split(chunks: readonly string[], most = 8) {
  const input = (async function* () {
    for (const chunk of chunks) yield Buffer.from(chunk);
  })();
  const lines: string[] = [];
  for await (const line of splitLines(input, most))
    lines.push(line === 'too-long' ? line : Buffer.from(line).toString());
  return lines;
}

test.each([
  ['nothing', [], []],
  ['two lines in one chunk', ['a\nb\n'], ['a', 'b']],
  ['a line over three chunks', ['a', 'b', 'c\nd', '\n'], ['abc', 'd']],
  ['empty lines', ['\n', '\n\n'], ['', '', '']],
  ['no line feed at the end', ['a\nb'], ['a', 'b']],
  ['a carriage return, which stays', ['a\r\n'], ['a\r']],
  ['as long as it may be', ['12345678\n1234', '5678\n'], ['12345678', '12345678']],
  ['too long in one chunk', ['a\n123456789\nb\n'], ['a', 'too-long']],
  ['too long in two chunks', ['12345', '6789\nb\n'], ['too-long']],
  ['too long without an end', ['12345', '6789', 'b'], ['too-long']],
])('a stream is divided at its line feeds: %s', async (_, chunks, lines) => {
  expect(await split(chunks)).toEqual(lines);
});

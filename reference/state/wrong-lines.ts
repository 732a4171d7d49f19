import { closeSync, openSync, readSync } from 'node:fs';
import { longestLine, problemOf } from './audit-line.ts';
import { isFile } from './folders.ts';
import type { WrongLine } from './snapshot.ts';

const mostReported = 1000;
const chunkLength = 64 * 1024;

/** STATE-LOG-WRONG-LINE: the whole log is read, and one line of it is held. Throws what node:fs throws. */
export function findWrongLines(path: string): readonly WrongLine[] {
  if (!isFile(path)) return [];
  const wrong: WrongLine[] = [];
  const report = (line: number, problem: WrongLine['problem'] | undefined) => {
    if (problem !== undefined) wrong.push({ line, problem });
  };
  let line = 1;
  let parts: Buffer[] = [];
  let length = 0;
  for (const chunk of chunksOf(path)) {
    let from = 0;
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, from)) {
      length += at - from;
      parts.push(chunk.subarray(from, at));
      report(line, length >= longestLine ? 'too-long' : problemOf(Buffer.concat(parts)));
      if (wrong.length >= mostReported) return wrong;
      [from, parts, length, line] = [at + 1, [], 0, line + 1];
    }
    length += chunk.length - from;
    if (length < longestLine) parts.push(Buffer.from(chunk.subarray(from)));
  }
  if (length > 0) report(line, 'torn');
  return wrong;
}

function* chunksOf(path: string): Generator<Buffer> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(chunkLength);
    for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk)) yield chunk.subarray(0, count);
  } finally {
    closeSync(file);
  }
}

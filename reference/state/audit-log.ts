import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';
import { longestLine, problemOf } from './audit-line.ts';
import { isFile } from './folders.ts';
import type { Layout } from './layout.ts';
import { StateTrouble } from './trouble.ts';

const lineBreak = 0x0a;

/** Runs `work` on the open file, and flushes it. Throws what node:fs throws. */
function withFile<T>(path: string, work: (file: number) => T): T {
  // Made beforehand, since no mode of opening makes a file and lets it be written anywhere but at its end.
  if (!isFile(path)) closeSync(openSync(path, 'a', 0o600));
  const file = openSync(path, 'r+');
  try {
    const value = work(file);
    fsyncSync(file);
    return value;
  } finally {
    closeSync(file);
  }
}

export function logLength(path: string): number {
  if (!isFile(path)) return 0;
  const file = openSync(path, 'r');
  try {
    return fstatSync(file).size;
  } finally {
    closeSync(file);
  }
}

/**
 * STATE-LOG-APPEND: the lines stand behind the first `before` bytes, however often this is done. What a crash left of
 * them in parts is completed; what somebody else left there instead is moved aside.
 */
export function appendLines({ log, tornLog }: Layout, before: number, lines: Uint8Array): void {
  withFile(log, (file) => {
    const length = fstatSync(file).size;
    // A log that somebody has cut since is one that begins anew; the lines may be its last ones by now.
    const start = length >= before ? before : endsWith(file, length, lines) ? length - lines.length : length;
    const there = readAt(file, start, Math.min(length - start, lines.length));
    if (Buffer.compare(there, lines) === 0) return;
    if (Buffer.compare(there, lines.subarray(0, length - start)) !== 0) {
      moveAside(file, start, length, tornLog);
      writeAt(file, start, lines);
    } else {
      writeAt(file, length, lines.subarray(length - start));
    }
  });
}

/** STATE-LOG-TORN: what stands behind the last whole line is moved aside, and so is a last line that was changed. */
export function cutTornTail({ log, tornLog }: Layout): void {
  if (logLength(log) === 0 || !isTorn(log)) return;
  withFile(log, (file) => {
    const length = fstatSync(file).size;
    const start = startOfLastLine(file, length);
    // Too long for a line of ours: closed, so that what comes next has a line of its own.
    if (start === undefined) writeAt(file, length, Uint8Array.of(lineBreak));
    else moveAside(file, start, length, tornLog);
  });
}

function isTorn(log: string): boolean {
  const file = openSync(log, 'r');
  try {
    const length = fstatSync(file).size;
    const start = startOfLastLine(file, length);
    const last = readAt(file, length - 1, 1)[0];
    if (start === undefined) return last !== lineBreak;
    return last !== lineBreak || problemOf(readAt(file, start, length - start - 1)) !== undefined;
  } finally {
    closeSync(file);
  }
}

/** Undefined where that line is longer than a line can be. */
function startOfLastLine(file: number, length: number): number | undefined {
  const from = Math.max(0, length - longestLine - 1);
  const tail = readAt(file, from, length - from);
  const at = tail.subarray(0, -1).lastIndexOf(lineBreak);
  if (at >= 0) return from + at + 1;
  return from === 0 ? 0 : undefined;
}

/** Kept before it is cut, so that a crash in between keeps it twice and never loses it. */
function moveAside(file: number, start: number, length: number, tornLog: string): void {
  withFile(tornLog, (torn) => {
    const chunk = 64 * 1024;
    let to = fstatSync(torn).size;
    for (let at = start; at < length; at += chunk) {
      const bytes = readAt(file, at, Math.min(chunk, length - at));
      writeAt(torn, to, bytes);
      to += bytes.length;
    }
    writeAt(torn, to, Uint8Array.of(lineBreak));
  });
  ftruncateSync(file, start);
}

function endsWith(file: number, length: number, lines: Uint8Array): boolean {
  const start = length - lines.length;
  return start >= 0 && Buffer.compare(readAt(file, start, lines.length), lines) === 0;
}

function readAt(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const count = readSync(file, bytes, read, length - read, position + read);
    if (count === 0) throw new StateTrouble('audit.ndjson', 'it became shorter while it was read');
    read += count;
  }
  return bytes;
}

function writeAt(file: number, position: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written, position + written);
  }
}

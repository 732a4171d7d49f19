import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { diskProblem } from './problem.ts';

export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly identity: string }
  | { readonly kind: 'too-large'; readonly actual: number }
  | { readonly kind: 'not-a-file' }
  | { readonly kind: 'problem'; readonly detail: string };

/** A regular file of at most `limit` bytes. Never waits for a pipe, nor holds more than the limit of a file that grows. */
export function readRegularFile(path: string, limit: number): FileRead {
  let file: number | undefined;
  try {
    // Looked at before it is opened, because opening some devices does something to them.
    if (!statSync(path).isFile()) return { kind: 'not-a-file' };
    file = openSync(path, constants.O_RDONLY | nonBlocking);
    const state = fstatSync(file, { bigint: true });
    if (!state.isFile()) return { kind: 'not-a-file' };
    if (state.size > limit) return { kind: 'too-large', actual: Number(state.size) };
    const bytes = readUpTo(file, Number(state.size), limit);
    if (bytes.length > limit) return { kind: 'too-large', actual: bytes.length };
    return { kind: 'read', bytes, identity: `${state.dev}:${state.ino}` };
  } catch (error) {
    return { kind: 'problem', detail: diskProblem(error) };
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** For a pipe that takes the file's place after the first look: opening it would wait for a writer. Windows has neither. */
const nonBlocking = constants.O_NONBLOCK ?? 0;

/** One byte more than expected is asked for, so that a file of the expected size shows its end. */
function readUpTo(file: number, expected: number, limit: number): Uint8Array {
  let bytes = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const count = readSync(file, bytes, length, bytes.length - length, null);
    length += count;
    if (count === 0 || length > limit) return bytes.subarray(0, length);
    if (length === bytes.length) {
      const larger = Buffer.allocUnsafe(Math.min(limit + 1, 2 * bytes.length));
      bytes.copy(larger);
      bytes = larger;
    }
  }
}

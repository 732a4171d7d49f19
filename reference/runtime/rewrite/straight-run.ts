import type { ByteReader } from './byte-reader.ts';
import { kind } from './opcodes.ts';
import type { Renames } from './renames.ts';

/**
 * Passes over the operators that most code is made of, as far as they stand in their shortest form and neither move
 * control nor can be known to fail, and answers what they cost. All others are left to be read with care, and so are
 * those that the table excludes. Where the local that has moved is named is noted, where it can be.
 */
export function passStraightRun(
  reader: ByteReader,
  kinds: Uint8Array,
  hasFirstPage: boolean,
  moved: number,
  renames: Renames | undefined,
): number {
  const { bytes } = reader;
  let { at } = reader;
  let passed = 0;
  for (;;) {
    const operator = kinds[bytes[at] ?? 0];
    let next = at + 1;
    if (operator === kind.local) {
      const index = bytes[next] ?? 0xff;
      if (index >= 0x80) break;
      if (index === moved) {
        if (renames === undefined) break;
        renames.add(next);
      }
      next++;
    } else if (operator === kind.index) {
      if ((bytes[next] ?? 0xff) >= 0x80) break;
      next++;
    } else if (operator === kind.i32) {
      next = afterConstant(bytes, next);
      if (next < 0) break;
    } else if (operator === kind.access) {
      if (!hasFirstPage || (bytes[next] ?? 0xff) >= 0x40 || (bytes[next + 1] ?? 0xff) >= 0x80) break;
      next += 2;
    } else if (operator !== kind.plain) {
      if (operator !== kind.free) break;
      passed--;
    }
    at = next;
    passed++;
  }
  reader.at = at;
  return passed;
}

function afterConstant(bytes: Uint8Array, start: number): number {
  for (let at = start; at < start + 4; at++) if ((bytes[at] ?? 0xff) < 0x80) return at + 1;
  return -1;
}

import type { ByteReader } from './byte-reader.ts';
import { kind, kindOf } from './opcodes.ts';

/**
 * Passes over the operators that most code is made of, as far as they stand in their shortest form and neither move
 * control nor can be known to fail, and answers how many they are. All others are left to be read with care.
 */
export function passStraightRun(reader: ByteReader, hasFirstPage: boolean): number {
  const { bytes } = reader;
  let { at } = reader;
  let passed = 0;
  for (;;) {
    const operator = kindOf[bytes[at] ?? 0];
    let next = at + 1;
    if (operator === kind.index) {
      if ((bytes[next] ?? 0xff) >= 0x80) break;
      next++;
    } else if (operator === kind.i32) {
      next = afterConstant(bytes, next);
      if (next < 0) break;
    } else if (operator === kind.access) {
      if (!hasFirstPage || (bytes[next] ?? 0xff) >= 0x40 || (bytes[next + 1] ?? 0xff) >= 0x80) break;
      next += 2;
    } else if (operator !== kind.plain) break;
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

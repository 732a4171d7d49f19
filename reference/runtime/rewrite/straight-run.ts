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
    if (operator === kind.plain) at++;
    else if (operator === kind.index) {
      if ((bytes[at + 1] ?? 0xff) >= 0x80) break;
      at += 2;
    } else if (operator === kind.i32) {
      at = afterConstant(bytes, at + 1);
      if (at < 0) break;
    } else if (operator === kind.access && hasFirstPage) {
      if ((bytes[at + 1] ?? 0xff) >= 0x40 || (bytes[at + 2] ?? 0xff) >= 0x80) break;
      at += 3;
    } else break;
    passed++;
    reader.at = at;
  }
  return passed;
}

function afterConstant(bytes: Uint8Array, start: number): number {
  for (let at = start; at < start + 4; at++) if ((bytes[at] ?? 0xff) < 0x80) return at + 1;
  return -1;
}

import type { OptionalFeature } from '../failure.ts';
import type { ByteReader } from './byte-reader.ts';
import { skipImmediates } from './immediates.ts';
import { excludedFeature, kindOf } from './opcodes.ts';

/** Sums, differences and products of i32 and of i64. */
const arithmetic: readonly number[] = [0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e];
const constants: readonly number[] = [0x41, 0x42, 0x43, 0x44, 0xd0, 0xd2];

/** Only imported globals may be asked: the others have no value yet that every engine agrees on. */
export function skipConstant(reader: ByteReader, importedGlobals: number, uses: Set<OptionalFeature>): void {
  while (reader.fault === undefined) {
    const offset = reader.at;
    const opcode = reader.u8();
    if (opcode === 0x0b) return;
    if (opcode === 0x23) {
      if (reader.u32() >= importedGlobals) {
        reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'gc' });
      }
    } else if (opcode === 0xfd) {
      if (reader.u32() !== 0x0c) reader.malformed('no constant expression');
      reader.skip(16);
    } else if (arithmetic.includes(opcode)) uses.add('extended-const');
    else if (constants.includes(opcode)) skipImmediates(reader, kindOf[opcode] ?? 0);
    else if (opcode === 0xfb)
      reader.stop({ code: 'runtime.excluded-feature', offset, feature: excludedFeature(opcode) });
    else reader.malformed('no constant expression');
  }
}

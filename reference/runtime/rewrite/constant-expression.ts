import type { OptionalFeature } from '#spec/runtime.ts';
import type { ByteReader } from './byte-reader.ts';
import { skipImmediates } from './immediates.ts';
import { excludedFeature, kind, kindOf } from './opcodes.ts';

/** Sums, differences and products of i32 and of i64. */
const arithmetic: readonly number[] = [0x6a, 0x6b, 0x6c, 0x7c, 0x7d, 0x7e];
const constants: readonly number[] = [0x41, 0x42, 0x43, 0x44, 0xd0];

/** What a constant expression, or a segment of elements, refers to. */
export interface ConstantScope {
  readonly importedGlobals: number;
  readonly uses: Set<OptionalFeature>;
  /** Told of each function, by its index, and of where that stands; it has just been read. */
  mention(index: number, start: number): void;
}

/** Only imported globals may be asked: the others have no value yet that every engine agrees on. */
export function skipConstant(reader: ByteReader, scope: ConstantScope): void {
  while (reader.fault === undefined) {
    const offset = reader.at;
    const opcode = reader.u8();
    if (opcode === 0x0b) return;
    if (opcode === 0x23) {
      if (reader.u32() >= scope.importedGlobals) {
        reader.stop({ code: 'runtime.excluded-feature', offset, feature: 'gc' });
      }
    } else if (opcode === 0xfd) {
      if (reader.u32() !== 0x0c) reader.invalid();
      reader.skip(16);
    } else if (arithmetic.includes(opcode)) scope.uses.add('extended-const');
    else if (opcode === 0xd2) scope.mention(reader.u32(), offset + 1);
    else if (constants.includes(opcode)) skipImmediates(reader, kindOf[opcode] ?? 0);
    else if (kindOf[opcode] === kind.excluded)
      reader.stop({ code: 'runtime.excluded-feature', offset, feature: excludedFeature(opcode) });
    else reader.invalid();
  }
}

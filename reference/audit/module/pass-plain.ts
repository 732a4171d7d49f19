import type { ByteReader } from '../../runtime/rewrite/byte-reader.ts';
import { givesValue, type StepTable, usualSteps } from './operator-steps.ts';

/** A function that is being read. */
export interface Course {
  readonly reader: ByteReader;
  /** How far four bytes can be read at once. */
  readonly limit: number;
}

const { steps, exceptions } = usualSteps;

/** In the place of an offset: the operator has to be looked at. */
const stuck = -1;

/** Most code consists of operators whose length is known from their first byte; the loop is as short as can be. */
export function passPlain({ reader, limit }: Course, view: DataView, table: StepTable): void {
  const { steps, exceptions } = table;
  let { at } = reader;
  while (at < limit) {
    const next = view.getInt32(at, true);
    const opcode = next & 0xff;
    if ((next & (exceptions[opcode] ?? 0)) === 0) at += steps[opcode] ?? 1;
    else {
      const after = passUnusual(reader.bytes, at, next, table);
      if (after === stuck) break;
      at = after;
    }
  }
  reader.at = at;
}

/**
 * The same for two functions at once, until one of them ends or has an operator to be looked at; that function is answered
 * then. Where an operator stands is known only when the one before has been looked up, and while a processor waits for one
 * function it can go on with the other.
 */
export function passPlainOfBoth<T extends Course>(one: T, other: T, view: DataView): T | undefined {
  const { bytes } = one.reader;
  const oneLimit = one.limit;
  const otherLimit = other.limit;
  let oneAt = one.reader.at;
  let otherAt = other.reader.at;
  let waiting: T | undefined;
  while (oneAt < oneLimit && otherAt < otherLimit) {
    const oneNext = view.getInt32(oneAt, true);
    const otherNext = view.getInt32(otherAt, true);
    const oneOpcode = oneNext & 0xff;
    const otherOpcode = otherNext & 0xff;
    const oneUnusual = oneNext & (exceptions[oneOpcode] ?? 0);
    const otherUnusual = otherNext & (exceptions[otherOpcode] ?? 0);
    if (oneUnusual === 0) oneAt += steps[oneOpcode] ?? 1;
    else {
      const after = passUnusual(bytes, oneAt, oneNext, usualSteps);
      if (after === stuck) {
        waiting = one;
        break;
      }
      oneAt = after;
    }
    if (otherUnusual === 0) otherAt += steps[otherOpcode] ?? 1;
    else {
      const after = passUnusual(bytes, otherAt, otherNext, usualSteps);
      if (after === stuck) {
        waiting = other;
        break;
      }
      otherAt = after;
    }
  }
  one.reader.at = oneAt;
  other.reader.at = otherAt;
  return waiting;
}

/** Where the operator ends that stands there, with immediates that are longer than usual, or of another kind. */
function passUnusual(bytes: Uint8Array, at: number, next: number, { steps, exceptions, goesOn }: StepTable): number {
  const opcode = next & 0xff;
  const longer = goesOn[opcode] ?? 0;
  const step = steps[opcode] ?? 1;
  if (longer === givesValue) {
    const isCommon = (next & 0xff_00) >= 0x7b_00 && (next & 0xff_00) <= 0x7f_00;
    return isCommon ? at + step : stuck;
  }
  if ((next & (exceptions[opcode] ?? 0)) !== longer) return stuck;
  let last = at + step;
  // Most numbers that are longer have two bytes, and the second one has been read already.
  if (step !== 2 || (next & 0x80_00_00) !== 0) while ((bytes[last] ?? 0) >= 0x80) last++;
  return last + 1;
}

import { kind, kindOf } from '../../runtime/rewrite/opcodes.ts';

/** How the code between two operators is passed over, by the first byte of the operator. */
export interface StepTable {
  /** How far it is to the next operator, where the immediates stand in their shortest form. */
  readonly steps: Uint8Array;
  /** The bits of the operator and of the two bytes behind it that say that they do not. One to be looked at has a bit of its own. */
  readonly exceptions: Int32Array;
  /** The one of them that says no more than that the last immediate, a number, goes on; zero where there is no such. */
  readonly goesOn: Int32Array;
}

/** The bit that says that another byte of a number follows, in the first and in the second byte behind an operator. */
const [longerFirst, longerSecond] = [0x80_00, 0x80_00_00];
/** In the alignment of an access it says that a memory is named. */
const named = 0x40_00;
/** In the place of such a bit: the block may give one value of a common type. */
export const givesValue = -1;
/** Of a block without values all bits behind the operator but this one are zero. */
const typed = 0xbf_00;

type Row = readonly [step: number, exceptions: number, goesOn?: number];

function rowOf(operator: number, opcode: number): Row {
  switch (operator) {
    case kind.free:
    case kind.plain:
    case kind.unreachable:
    case kind.return:
    case kind.else:
    case kind.end:
      return [1, 0];
    case kind.local:
    case kind.index:
    case kind.i32:
    case kind.i64:
    case kind.br:
    case kind.brIf:
    case kind.call:
    case kind.returnCall:
    case kind.refFunc:
    case kind.memorySize:
    case kind.memoryGrow:
      return [2, longerFirst, longerFirst];
    case kind.block:
    case kind.loop:
    case kind.if:
      return [2, typed, givesValue];
    case kind.access:
      return [3, longerFirst | longerSecond | named, longerSecond];
    case kind.callIndirect:
    case kind.returnCallIndirect:
      return [3, longerFirst | longerSecond];
    case kind.f32:
      return [5, 0];
    case kind.f64:
      return [9, 0];
    default:
      return [1, opcode];
  }
}

function tableOf(isLookedAt: (operator: number) => boolean): StepTable {
  const [steps, exceptions, goesOn] = [new Uint8Array(256), new Int32Array(256), new Int32Array(256)];
  for (const [opcode, operator] of kindOf.entries()) {
    const row: Row = isLookedAt(operator) ? [1, opcode] : rowOf(operator, opcode);
    const [step, bits, longer = 0] = row;
    steps[opcode] = step;
    exceptions[opcode] = bits;
    goesOn[opcode] = longer;
  }
  return { steps, exceptions, goesOn };
}

const openers: readonly number[] = [kind.block, kind.loop, kind.if];
const counted: readonly number[] = [...openers, kind.end, kind.call, kind.callIndirect];

/** For code that cannot nest deeply, nor keep many values. */
export const usualSteps = tableOf(() => false);
/** For code that may nest deeply: it is told how many blocks are opened. */
export const blockSteps = tableOf((operator) => openers.includes(operator));
/** For all other: it is told how many are open, and all calls. */
export const carefulSteps = tableOf((operator) => counted.includes(operator));

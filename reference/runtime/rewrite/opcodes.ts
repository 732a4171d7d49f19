import type { ExcludedFeature } from '#spec/runtime.ts';

/** How an operator is read and metered. Whatever has no line below is outside of the profile. */
export const kind = {
  excluded: 0,
  /** Costs nothing, has no immediates. */
  free: 1,
  plain: 2,
  /** One index. */
  index: 3,
  i32: 4,
  i64: 5,
  f32: 6,
  f64: 7,
  /** A load or store; `accessWidth` says of how many bytes. */
  access: 8,
  memorySize: 9,
  memoryGrow: 10,
  selectTyped: 11,
  refNull: 12,
  unreachable: 13,
  block: 14,
  loop: 15,
  if: 16,
  else: 17,
  end: 18,
  br: 19,
  brIf: 20,
  brTable: 21,
  return: 22,
  call: 23,
  callIndirect: 24,
  returnCall: 25,
  returnCallIndirect: 26,
  bulk: 27,
  vector: 28,
  refFunc: 29,
  local: 30,
} as const;

/** Tables are asked, and integers are divided, or made of floats. */
const trapping = [
  [0x25, 0x26],
  [0x6d, 0x70],
  [0x7f, 0x82],
  [0xa8, 0xab],
  [0xae, 0xb1],
] as const;

export const kindOf = new Uint8Array(256);
kindOf.fill(kind.plain, 0x45, 0xc5);
kindOf.fill(kind.access, 0x28, 0x3f);
kindOf.fill(kind.local, 0x20, 0x23);
kindOf.fill(kind.index, 0x23, 0x27);
const single: readonly (readonly [opcode: number, kind: number])[] = [
  [0x00, kind.unreachable],
  [0x01, kind.free],
  [0x02, kind.block],
  [0x03, kind.loop],
  [0x04, kind.if],
  [0x05, kind.else],
  [0x0b, kind.end],
  [0x0c, kind.br],
  [0x0d, kind.brIf],
  [0x0e, kind.brTable],
  [0x0f, kind.return],
  [0x10, kind.call],
  [0x11, kind.callIndirect],
  [0x12, kind.returnCall],
  [0x13, kind.returnCallIndirect],
  [0x1a, kind.free],
  [0x1b, kind.plain],
  [0x1c, kind.selectTyped],
  [0x3f, kind.memorySize],
  [0x40, kind.memoryGrow],
  [0x41, kind.i32],
  [0x42, kind.i64],
  [0x43, kind.f32],
  [0x44, kind.f64],
  [0xd0, kind.refNull],
  [0xd1, kind.plain],
  [0xd2, kind.refFunc],
  [0xfc, kind.bulk],
  [0xfd, kind.vector],
];
for (const [opcode, value] of single) kindOf[opcode] = value;

/** Which operators may trap, as 1; those that move control apart, which have their own ways to settle what is owed. */
export const mayTrap = kindOf.map((operator, opcode) => {
  const reaches = operator === kind.access || operator === kind.bulk || operator === kind.vector;
  return reaches || trapping.some(([first, last]) => opcode >= first && opcode <= last) ? 1 : 0;
});

/** The operators that a straight run may consist of while a trap would show that something is owed to the host. */
export const calmKindOf = kindOf.map((operator, opcode) => (mayTrap[opcode] ? kind.excluded : operator));

const widths = [4, 8, 4, 8, 1, 1, 2, 2, 1, 1, 2, 2, 4, 4, 4, 8, 4, 8, 1, 2, 1, 2, 4];

/** The bytes that a load or store of the kind `access` touches. */
export function accessWidth(opcode: number): number {
  return widths[opcode - 0x28] ?? 0;
}

/** The indices that follow the second byte of a bulk operator; the conversions that share its prefix have none. */
export const bulkIndices = [0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1, 1, 1] as const;
export const tableGrow = 15;

/** The bulk operators that move as much as the length on top of the operand stack says. */
export const moving = {
  memoryInit: 8,
  memoryCopy: 10,
  memoryFill: 11,
  tableInit: 12,
  tableCopy: 14,
  tableFill: 17,
} as const;

export function excludedBulk(number: number): ExcludedFeature {
  return number >= 19 && number <= 22 ? 'wide-arithmetic' : 'unknown-opcode';
}

export function excludedFeature(opcode: number): ExcludedFeature {
  if ((opcode >= 0x06 && opcode <= 0x0a) || opcode === 0x18 || opcode === 0x19 || opcode === 0x1f) return 'exceptions';
  if (opcode === 0x14 || opcode === 0x15 || (opcode >= 0xd4 && opcode <= 0xd6)) return 'function-references';
  if (opcode === 0xd3 || opcode === 0xfb) return 'gc';
  if (opcode >= 0xe0 && opcode <= 0xe6) return 'stack-switching';
  return opcode === 0xfe ? 'threads' : 'unknown-opcode';
}

/** What follows the number of a vector operator. */
export type VectorImmediate =
  | { readonly kind: 'none' | 'lane' | 'sixteen-bytes' | 'relaxed' | 'unknown' }
  | { readonly kind: 'access' | 'access-lane'; readonly width: number };

const firstRelaxed = 0x100;
const lastRelaxed = 0x113;
const unassigned = [
  0x9a, 0xa2, 0xa5, 0xa6, 0xaf, 0xb0, 0xb2, 0xb3, 0xb4, 0xbb, 0xc2, 0xc5, 0xc6, 0xcf, 0xd0, 0xd2, 0xd3, 0xd4, 0xe2,
  0xee,
];

const table: VectorImmediate[] = Array.from({ length: 256 }, () => ({ kind: 'none' }));
const unknown: VectorImmediate = { kind: 'unknown' };
const relaxed: VectorImmediate = { kind: 'relaxed' };

const loadsAndStores = [16, 8, 8, 8, 8, 8, 8, 1, 2, 4, 8, 16];
for (const [number, width] of loadsAndStores.entries()) table[number] = { kind: 'access', width };
table[0x0c] = { kind: 'sixteen-bytes' };
table[0x0d] = { kind: 'sixteen-bytes' };
table.fill({ kind: 'lane' }, 0x15, 0x23);
for (const [i, width] of [1, 2, 4, 8, 1, 2, 4, 8].entries()) table[0x54 + i] = { kind: 'access-lane', width };
table[0x5c] = { kind: 'access', width: 4 };
table[0x5d] = { kind: 'access', width: 8 };
for (const number of unassigned) table[number] = unknown;

export function vectorImmediate(number: number): VectorImmediate {
  if (number >= firstRelaxed && number <= lastRelaxed) return relaxed;
  return table[number] ?? unknown;
}

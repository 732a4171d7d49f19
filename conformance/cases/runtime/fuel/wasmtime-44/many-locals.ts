import type { Case } from '../../../../case.ts';
import { costs, looked, lookedAt } from './priced.ts';

/** From the 129th on the index of a local takes two bytes. */
const many = `(local ${'i32 '.repeat(200)})`;

type Row = readonly [id: string, code: string, units: number];

const rows: readonly Row[] = [
  ['first', '(local.set 0 (i32.const 5)) (drop (local.get 0))', 3],
  ['of-one-byte', '(local.set 127 (i32.const 5)) (drop (local.get 127))', 3],
  ['of-two-bytes', '(local.set 128 (i32.const 5)) (drop (local.tee 128 (local.get 128)))', 4],
  ['last', '(local.set 199 (i32.const 5)) (drop (local.get 199))', 3],
];

export const manyLocalsCases: readonly Case[] = rows.map(([id, code, units]) =>
  costs(`many-locals-${id}`, ['FUEL-COST'], looked(`${many} ${code}`), lookedAt(units)),
);

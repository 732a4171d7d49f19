import type { OptionalFeature } from '#spec/runtime.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { onBudgets, plenty, type Row } from './priced.ts';

type Program = readonly [id: string, feature: OptionalFeature, code: string, fields: string, rows: readonly Row[]];

const silently: readonly Row[] = [
  [1n, 'limit', 0n],
  [2n, 'execution', 2n],
  [plenty, 'execution', plenty],
];
const told: readonly Row[] = [
  [3n, 'limit', 0n],
  [4n, 'execution', 1n],
  [plenty, 'execution', plenty - 3n],
];

const far = 'i64.const 1 i32.load';
const programs: readonly Program[] = [
  [
    'extended-constants',
    'extended-const',
    '(loop) global.get 0',
    '(global i32 (i32.sub (i32.mul (i32.const 2) (i32.const 3)) (i32.const 5)))',
    [
      [1n, 'limit', 0n],
      [2n, 1, 0n],
      [plenty, 1, plenty - 2n],
    ],
  ],
  [
    'several-memories',
    'multi-memory',
    `(memory.fill $b (i32.const 0) (i32.const 1) (i32.const 9))
     (memory.copy $a $b (i32.const 0) (i32.const 0) (i32.const 9))
     (drop (memory.size $b)) (drop (memory.grow $b (i32.const 1))) (i32.load8_u $a (i32.const 8)) (loop)`,
    '(memory $a 1) (memory $b 1 2)',
    [
      [14n, 'limit', 0n],
      [15n, 1, 1n],
      [plenty, 1, plenty - 14n],
    ],
  ],
  [
    'second-memory-outside-always',
    'multi-memory',
    'i32.const 0 i32.load 1 offset=65536',
    '(memory 1) (memory 1 1)',
    told,
  ],
  [
    'first-memory-outside-by-address',
    'multi-memory',
    'i32.const 1 i32.load 0 offset=65536',
    '(memory 1) (memory 1 1)',
    silently,
  ],
  [
    'memory-of-64-bits',
    'memory64',
    `(drop (memory.grow (i64.const 1))) (memory.fill (i64.const 0) (i32.const 1) (i64.const 100000))
     (loop) (i32.load8_u (i64.const 99999))`,
    '(memory i64 1 2)',
    [
      [7n, 'limit', 0n],
      [8n, 1, 0n],
      [plenty, 1, plenty - 9n],
    ],
  ],
  ['memory-of-64-bits-outside-always', 'memory64', 'i64.const 0 i32.load offset=65533', '(memory i64 1 1)', told],
  [
    'memory-of-64-bits-outside-by-32-bits',
    'memory64',
    'i64.const 0 i32.load offset=4294967295',
    '(memory i64 1 1)',
    told,
  ],
  // Outside whatever the address too, but only offsets of 32 bits are told of.
  ['memory-of-64-bits-outside-by-more', 'memory64', `${far} offset=4294967296`, '(memory i64 1 1)', silently],
  ['memory-of-64-bits-without-maximum', 'memory64', `${far} offset=4294967295`, '(memory i64 1)', silently],
  [
    'table-of-64-bits',
    'table64',
    '(drop (table.grow $t (ref.null func) (i64.const 5))) (drop (table.size $t)) i32.const 1 (loop)',
    '(table $t i64 1 funcref)',
    [
      [6n, 'limit', 0n],
      [7n, 1, 1n],
      [plenty, 1, plenty - 6n],
    ],
  ],
];

/** The rule where a host has more than the profile asks of it. */
export const optionalCases: readonly Case[] = programs.map(([id, feature, code, fields, rows]) =>
  onBudgets(`optional-${id}`, ['FUEL-COST', 'FUEL-PUBLISHED'], body(code, fields), {}, rows, [`wasm:${feature}`]),
);

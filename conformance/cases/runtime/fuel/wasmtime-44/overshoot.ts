import { capabilityModule } from '#spec/constants.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { onBudgets, plenty, type Row } from './priced.ts';

const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const hundred = 'i32.const 1 drop '.repeat(100);
const proves: readonly RequirementId[] = ['FUEL-CHECKS', 'FUEL-EXHAUSTED', 'FUEL-LEFT'];

type Program = readonly [id: string, code: string, fields: string, rows: readonly Row[]];

/** Between two looks a guest goes on beyond its budget. If it ends there it has finished, with nothing left. */
const programs: readonly Program[] = [
  [
    'straight-line',
    `${hundred} i32.const 9`,
    '',
    [
      [0n, 'limit', 0n],
      [1n, 'limit', 0n],
      [2n, 9, 0n],
      [50n, 9, 0n],
      [101n, 9, 0n],
      [102n, 9, 0n],
      [103n, 9, 1n],
      [plenty, 9, plenty - 102n],
    ],
  ],
  [
    'then-a-call',
    `${hundred} call $f i32.const 9`,
    '(func $f)',
    [
      [2n, 'limit', 0n],
      [102n, 'limit', 0n],
      [103n, 'limit', 0n],
      [104n, 9, 0n],
      [105n, 9, 1n],
    ],
  ],
  [
    'in-a-callee',
    'call $f i32.const 9',
    `(func $f ${hundred})`,
    [
      [3n, 'limit', 0n],
      [4n, 9, 0n],
      [103n, 9, 0n],
      [104n, 9, 0n],
      [105n, 9, 1n],
    ],
  ],
  [
    'in-a-callee-then-a-call',
    'call $f call $g i32.const 9',
    `(func $f ${hundred}) (func $g)`,
    [
      [4n, 'limit', 0n],
      [105n, 'limit', 0n],
      [106n, 9, 0n],
      [107n, 9, 1n],
    ],
  ],
  [
    'through-the-host',
    `${hundred} call $count drop i32.const 9`,
    count,
    [
      [1n, 'limit', 0n],
      [2n, 9, 0n],
      [103n, 9, 0n],
      [104n, 9, 1n],
    ],
  ],
  [
    'through-memory',
    '(drop (memory.grow (i32.const 1))) (memory.fill (i32.const 0) (i32.const 7) (i32.const 9)) (i32.load8_u (i32.const 8))',
    '(memory 1)',
    [
      [1n, 'limit', 0n],
      [2n, 7, 0n],
      [9n, 7, 0n],
      [10n, 7, 1n],
    ],
  ],
  [
    'of-one-turn',
    `(local i32) (loop ${hundred}
      (br_if 0 (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 1))) (i32.const 2)))) local.get 0`,
    '',
    [
      [1n, 'limit', 0n],
      [2n, 'limit', 0n],
      [108n, 'limit', 0n],
      [109n, 2, 0n],
      [215n, 2, 0n],
      [216n, 2, 0n],
      [217n, 2, 1n],
    ],
  ],
];

export const overshootCases: readonly Case[] = programs.map(([id, code, fields, rows]) =>
  onBudgets(`beyond-${id}`, proves, body(code, fields), { grants: { http_hosts: ['a.example'] } }, rows),
);

import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { computes, inText, plenty } from './given.ts';

const size = '(table.size)';
const grow = (by: number) => `(table.grow (ref.null func) (i32.const ${by}))`;
const limited = (elements: bigint) => ({ limits: { max_table_elements: elements } });
const limit = (elements: bigint) => put(['limits', 'max_table_elements'], elements);

export const tableGrowth: readonly Case[] = [
  accepted(
    'runtime/table-grows-to-limit',
    ['LIM-TABLE', 'LIM-TABLE-GROW'],
    running(body(grow(1), '(table 99999 funcref)')),
    ended(99_999),
  ),
  changed(
    'runtime/table-grows-beyond-limit',
    ['LIM-TABLE-GROW'],
    'runtime/table-grows-to-limit',
    inText('(i32.const 1)', '(i32.const 2)'),
    ended(-1),
  ),
  changed(
    'runtime/table-grows-at-limit',
    ['LIM-TABLE-GROW'],
    'runtime/table-grows-to-limit',
    inText('99999', '100000'),
    ended(-1),
  ),
  changed(
    'runtime/table-grows-by-minus-one',
    ['LIM-TABLE-GROW'],
    'runtime/table-grows-to-limit',
    inText('(i32.const 1)', '(i32.const -1)'),
    ended(-1),
  ),
  changed(
    'runtime/table-grows-with-lower-limit',
    ['LIM-TABLE-GROW'],
    'runtime/table-grows-to-limit',
    limit(99_999n),
    ended(-1),
  ),
  computes('runtime/table-grows-by-nothing-at-limit', ['LIM-TABLE-GROW'], grow(0), 100_000, '(table 100000 funcref)'),
  computes(
    'runtime/table-size-after-denial',
    ['LIM-TABLE-GROW'],
    `(drop ${grow(100_000)}) ${size}`,
    2,
    '(table 2 funcref)',
  ),
  computes(
    'runtime/table-grows-after-denial',
    ['LIM-TABLE-GROW'],
    `(drop ${grow(100_000)}) ${grow(1)}`,
    2,
    '(table 2 funcref)',
  ),
  computes(
    'runtime/table-content-after-denial',
    ['LIM-TABLE-GROW'],
    '(drop (table.grow (ref.func $f) (i32.const 100000))) (call_indirect (result i32) (i32.const 0))',
    6,
    '(table 1 funcref) (elem (i32.const 0) $f) (func $f (result i32) (i32.const 6))',
  ),
  accepted(
    'runtime/tables-grow-apart',
    ['LIM-TABLE'],
    running(
      body(
        '(drop (table.grow 0 (ref.null func) (i32.const 2))) (table.grow 1 (ref.null func) (i32.const 2))',
        '(table 1 funcref) (table 1 funcref)',
      ),
      limited(3n),
    ),
    ended(1),
  ),
  accepted(
    'runtime/table-compiled-grows-until-denied',
    ['LIM-TABLE', 'LIM-TABLE-GROW'],
    running(guest('tables'), { entrypoint: 'until_denied', ...plenty, ...limited(2999n) }),
    ended(2000),
  ),
];

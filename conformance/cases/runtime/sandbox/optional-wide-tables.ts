import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { computes, inText } from './given.ts';

const optional = ['RT-OPTIONAL'] as const;

const growTable = (by: string) => `(i32.wrap_i64 (table.grow (ref.null func) (i64.const ${by})))`;

export const wideTables: readonly Case[] = [
  computes(
    'runtime/wide-table-is-called',
    optional,
    '(call_indirect (result i32) (i64.const 1))',
    5,
    '(func $five (result i32) (i32.const 5)) (table i64 2 funcref) (elem (i64.const 1) $five)',
  ),
  computes('runtime/wide-table-size', optional, '(i32.wrap_i64 (table.size))', 3, '(table i64 3 funcref)'),
  accepted(
    'runtime/wide-table-grows-to-limit',
    ['LIM-TABLE'],
    running(body(growTable('1'), '(table i64 99999 funcref)')),
    ended(99_999),
  ),
  changed(
    'runtime/wide-table-grows-too-far',
    ['LIM-TABLE-GROW'],
    'runtime/wide-table-grows-to-limit',
    inText('(i64.const 1)', '(i64.const 2)'),
    ended(-1),
  ),
  changed(
    'runtime/wide-table-grows-around',
    ['LIM-TABLE-GROW'],
    'runtime/wide-table-grows-to-limit',
    inText('(i64.const 1)', '(i64.const -1)'),
    ended(-1),
  ),
  changed(
    'runtime/wide-table-above-limit',
    ['LIM-TABLE-START'],
    'runtime/wide-table-grows-to-limit',
    inText('99999', '100001'),
    ended('linker'),
  ),
  accepted(
    'runtime/wide-table-maximum',
    ['LIM-DECLARED-MAXIMUM'],
    running(body('(i32.wrap_i64 (table.size))', '(table i64 1 0xffff_ffff_ffff_ffff funcref)')),
    ended(1),
  ),
];

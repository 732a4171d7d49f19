import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { computes, inText } from './given.ts';

const optional = ['RT-OPTIONAL'] as const;

export const calculatedConstants: readonly Case[] = [
  accepted(
    'runtime/sum-as-constant',
    optional,
    running(body('(global.get 0)', '(global i32 (i32.add (i32.const 1) (i32.const 2)))')),
    ended(3),
  ),
  changed('runtime/product-as-constant', optional, 'runtime/sum-as-constant', inText('i32.add', 'i32.mul'), ended(2)),
  changed(
    'runtime/difference-as-constant',
    optional,
    'runtime/sum-as-constant',
    inText('i32.add', 'i32.sub'),
    ended(-1),
  ),
  computes(
    'runtime/sum-of-64-bits-as-constant',
    optional,
    '(i32.wrap_i64 (global.get 0))',
    6,
    '(global i64 (i64.mul (i64.add (i64.const 1) (i64.const 2)) (i64.sub (i64.const 4) (i64.const 2))))',
  ),
  computes(
    'runtime/sum-as-place-of-data',
    optional,
    '(i32.load8_u (i32.const 10))',
    65,
    '(memory 1) (data (i32.add (i32.const 4) (i32.const 6)) "A")',
  ),
];

import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { computes, inText } from './given.ts';

const optional = ['RT-OPTIONAL'] as const;

const wide = (code: string, fields = '(memory i64 1)') => body(code, fields);
const grownBy = (pages: string) => `(i32.wrap_i64 (memory.grow (i64.const ${pages})))`;

export const wideMemories: readonly Case[] = [
  computes(
    'runtime/wide-memory-is-used',
    optional,
    '(i64.store (i64.const 65528) (i64.const 77)) (i32.wrap_i64 (i64.load offset=8 (i64.const 65520)))',
    77,
    '(memory i64 1)',
  ),
  computes('runtime/wide-memory-size', optional, '(i32.wrap_i64 (memory.size))', 3, '(memory i64 3)'),
  computes(
    'runtime/wide-memory-filled',
    optional,
    '(memory.fill (i64.const 1) (i32.const 5) (i64.const 4)) (i32.load (i64.const 1))',
    0x05050505,
    '(memory i64 1)',
  ),
  computes(
    'runtime/wide-memory-with-data',
    optional,
    '(i32.load8_u (i64.const 65535))',
    66,
    '(memory i64 1) (data (i64.const 65535) "B")',
  ),
  accepted(
    'runtime/wide-memory-of-limit',
    ['RT-OPTIONAL', 'LIM-MEMORY'],
    running(wide('(i32.wrap_i64 (memory.size))', '(memory i64 1024)')),
    ended(1024),
  ),
  changed(
    'runtime/wide-memory-above-limit',
    ['LIM-MEMORY-START'],
    'runtime/wide-memory-of-limit',
    inText('i64 1024', 'i64 1025'),
    ended('limit'),
  ),
  changed(
    'runtime/wide-memory-far-above-limit',
    ['LIM-MEMORY-START'],
    'runtime/wide-memory-of-limit',
    inText('i64 1024', 'i64 0x1_0000_0000_0000'),
    ended('limit'),
  ),
  accepted(
    'runtime/wide-memory-maximum',
    ['LIM-DECLARED-MAXIMUM'],
    running(wide('(i32.wrap_i64 (memory.size))', '(memory i64 2 0x1_0000_0000_0000)')),
    ended(2),
  ),
  accepted(
    'runtime/wide-memory-grows-to-limit',
    ['LIM-MEMORY'],
    running(wide(grownBy('1'), '(memory i64 1023)')),
    ended(1023),
  ),
  changed(
    'runtime/wide-memory-grows-too-far',
    ['LIM-MEMORY-GROW'],
    'runtime/wide-memory-grows-to-limit',
    inText('(i64.const 1)', '(i64.const 2)'),
    ended(-1),
  ),
  changed(
    'runtime/wide-memory-grows-around',
    ['LIM-MEMORY-GROW'],
    'runtime/wide-memory-grows-to-limit',
    inText('(i64.const 1)', '(i64.const -1)'),
    ended(-1),
  ),
  accepted(
    'runtime/wide-memory-growth-denied-in-64-bits',
    ['LIM-MEMORY-GROW'],
    running(wide('(i64.eq (memory.grow (i64.const 2)) (i64.const -1))', '(memory i64 1023)')),
    ended(1),
  ),
  accepted(
    'runtime/wide-memory-offset-of-16-bits',
    optional,
    running(wide('(i32.load8_u offset=0xffff (i64.const 0))')),
    ended(0),
  ),
  changed(
    'runtime/wide-memory-offset-of-33-bits',
    optional,
    'runtime/wide-memory-offset-of-16-bits',
    inText('0xffff', '0x1_0000_0000'),
    ended('execution'),
  ),
];

/** Only a host that has several memories as well can be asked. */
export const wideBesideNarrow = computes(
  'runtime/wide-memory-copied-to-narrow',
  optional,
  '(i32.store8 $wide (i64.const 3) (i32.const 9)) (memory.copy $narrow $wide (i32.const 0) (i64.const 3) (i32.const 1)) (i32.load8_u $narrow (i32.const 0))',
  9,
  '(memory $wide i64 1) (memory $narrow 1)',
);

import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { computes, inText, plenty } from './given.ts';

const page = 65_536n;
const size = '(memory.size)';
const grow = (by: number | string) => `(memory.grow (i32.const ${by}))`;
const limited = (bytes: bigint) => ({ limits: { max_memory_bytes: bytes } });
const limit = (bytes: bigint) => put(['limits', 'max_memory_bytes'], bytes);

export const memoryGrowth: readonly Case[] = [
  accepted(
    'runtime/memory-grows-to-limit',
    ['LIM-MEMORY', 'LIM-MEMORY-GROW'],
    running(body(grow(1), '(memory 1023)')),
    ended(1023),
  ),
  changed(
    'runtime/memory-grows-beyond-limit',
    ['LIM-MEMORY-GROW'],
    'runtime/memory-grows-to-limit',
    inText('(i32.const 1)', '(i32.const 2)'),
    ended(-1),
  ),
  changed(
    'runtime/memory-grows-at-limit',
    ['LIM-MEMORY-GROW'],
    'runtime/memory-grows-to-limit',
    inText('1023', '1024'),
    ended(-1),
  ),
  changed(
    'runtime/memory-grows-by-65536',
    ['LIM-MEMORY-GROW'],
    'runtime/memory-grows-to-limit',
    inText('(i32.const 1)', '(i32.const 65536)'),
    ended(-1),
  ),
  changed(
    'runtime/memory-grows-by-minus-one',
    ['LIM-MEMORY-GROW'],
    'runtime/memory-grows-to-limit',
    inText('(i32.const 1)', '(i32.const -1)'),
    ended(-1),
  ),
  changed(
    'runtime/memory-grows-by-lowest',
    ['LIM-MEMORY-GROW'],
    'runtime/memory-grows-to-limit',
    inText('(i32.const 1)', '(i32.const 0x80000000)'),
    ended(-1),
  ),
  changed(
    'runtime/memory-grows-with-lower-limit',
    ['LIM-MEMORY-GROW', 'LIM-PAGES'],
    'runtime/memory-grows-to-limit',
    limit(1024n * page - 1n),
    ended(-1),
  ),
  computes('runtime/memory-grows-by-nothing-at-limit', ['LIM-MEMORY-GROW'], grow(0), 1024, '(memory 1024)'),
  computes(
    'runtime/memory-grows-in-steps',
    ['LIM-MEMORY'],
    `(drop ${grow(1)}) (drop ${grow(2)}) ${size}`,
    4,
    '(memory 1)',
  ),
  computes('runtime/memory-size-after-denial', ['LIM-MEMORY-GROW'], `(drop ${grow(1025)}) ${size}`, 1, '(memory 1)'),
  computes(
    'runtime/memory-content-after-denial',
    ['LIM-MEMORY-GROW'],
    `(i32.store (i32.const 65532) (i32.const 6)) (drop ${grow(2000)}) (i32.load (i32.const 65532))`,
    6,
    '(memory 1)',
  ),
  computes(
    'runtime/memory-grows-after-denial',
    ['LIM-MEMORY-GROW'],
    `(drop ${grow(2000)}) ${grow(1)}`,
    1,
    '(memory 1)',
  ),
  computes(
    'runtime/memory-used-to-last-byte',
    ['LIM-MEMORY'],
    `(drop ${grow(1023)}) (i32.store8 (i32.const 67108863) (i32.const 7)) (i32.load8_u (i32.const 67108863))`,
    7,
    '(memory 1)',
  ),
  computes(
    'runtime/memory-tells-of-denial',
    ['LIM-MEMORY-GROW'],
    `(if (i32.eq ${grow(1024)} (i32.const -1)) (then (return (i32.const 9)))) (i32.const 1)`,
    9,
    '(memory 1)',
  ),
  accepted(
    'runtime/memory-grows-from-nothing',
    ['LIM-MEMORY'],
    running(body(grow(1), '(memory 0)'), limited(page)),
    ended(0),
  ),
  changed(
    'runtime/memory-grows-from-nothing-to-nothing',
    ['LIM-MEMORY-GROW'],
    'runtime/memory-grows-from-nothing',
    limit(0n),
    ended(-1),
  ),
  accepted(
    'runtime/memory-compiled-grows-until-denied',
    ['LIM-MEMORY', 'LIM-MEMORY-GROW'],
    running(guest('memory'), { entrypoint: 'until_denied', ...plenty, ...limited(4n * page) }),
    ended(4),
  ),
];

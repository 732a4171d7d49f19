import type { Case } from '../../../case.ts';
import { accepted, changed, put } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { computes, inText } from './given.ts';

const page = 65_536n;
const most = 2n ** 64n - 1n;
const size = '(memory.size)';
const grow = (by: number | string) => `(memory.grow (i32.const ${by}))`;
const limited = (bytes: bigint) => ({ limits: { max_memory_bytes: bytes } });
const limit = (bytes: bigint) => put(['limits', 'max_memory_bytes'], bytes);

export const memoryBegins: readonly Case[] = [
  accepted(
    'runtime/memory-of-limit',
    ['LIM-MEMORY', 'LIM-MEMORY-START'],
    running(body(size, '(memory 1024)')),
    ended(1024),
  ),
  changed(
    'runtime/memory-above-limit',
    ['LIM-MEMORY-START'],
    'runtime/memory-of-limit',
    inText('1024', '1025'),
    ended('limit'),
  ),
  changed(
    'runtime/memory-far-above-limit',
    ['LIM-MEMORY-START'],
    'runtime/memory-of-limit',
    inText('1024', '65536'),
    ended('limit'),
  ),
  changed(
    'runtime/memory-of-limit-less-a-byte',
    ['LIM-PAGES', 'LIM-MEMORY-START'],
    'runtime/memory-of-limit',
    limit(1024n * page - 1n),
    ended('limit'),
  ),
  accepted(
    'runtime/memory-none-where-none-is-allowed',
    ['LIM-MEMORY'],
    running(body(size, '(memory 0)'), limited(0n)),
    ended(0),
  ),
  changed(
    'runtime/memory-page-where-none-is-allowed',
    ['LIM-MEMORY-START'],
    'runtime/memory-none-where-none-is-allowed',
    inText('(memory 0)', '(memory 1)'),
    ended('limit'),
  ),
  accepted('runtime/memory-not-asked-for', ['LIM-MEMORY'], running(body('(i32.const 1)'), limited(0n)), ended(1)),
  accepted(
    'runtime/memory-one-byte-below-a-page',
    ['LIM-PAGES'],
    running(body(size, '(memory 0)'), limited(page - 1n)),
    ended(0),
  ),
  changed(
    'runtime/memory-page-with-a-byte-too-few',
    ['LIM-PAGES'],
    'runtime/memory-one-byte-below-a-page',
    inText('(memory 0)', '(memory 1)'),
    ended('limit'),
  ),
  accepted(
    'runtime/memory-of-one-page',
    ['LIM-PAGES', 'LIM-MEMORY'],
    running(body(size, '(memory 1)'), limited(page)),
    ended(1),
  ),
  changed(
    'runtime/memory-of-one-page-and-a-byte',
    ['LIM-PAGES'],
    'runtime/memory-of-one-page',
    limit(page - 1n),
    ended('limit'),
  ),
  accepted(
    'runtime/memory-limit-of-a-page-and-a-half',
    ['LIM-PAGES'],
    running(body(size, '(memory 1)'), limited(page + page / 2n)),
    ended(1),
  ),
  changed(
    'runtime/memory-two-pages-in-one-and-a-half',
    ['LIM-PAGES'],
    'runtime/memory-limit-of-a-page-and-a-half',
    inText('(memory 1)', '(memory 2)'),
    ended('limit'),
  ),
  accepted(
    'runtime/memory-largest-limit',
    ['LIM-MEMORY'],
    running(body(grow(1), '(memory 3)'), limited(most)),
    ended(3),
  ),
  accepted('runtime/memory-compiled-of-limit', ['LIM-MEMORY'], running(guest('memory-of-limit')), ended(1024)),
  accepted(
    'runtime/memory-compiled-above-limit',
    ['LIM-MEMORY-START'],
    running(guest('memory-above-limit')),
    ended('limit'),
  ),
  accepted(
    'runtime/memory-compiled-within-its-limit',
    ['LIM-MEMORY'],
    running(guest('memory-above-limit'), limited(1025n * page)),
    ended(1025),
  ),
];

export const memoryMaximums: readonly Case[] = [
  accepted(
    'runtime/memory-maximum-above-limit',
    ['LIM-DECLARED-MAXIMUM'],
    running(body(size, '(memory 1 65536)')),
    ended(1),
  ),
  accepted(
    'runtime/memory-maximum-where-none-is-allowed',
    ['LIM-DECLARED-MAXIMUM'],
    running(body(size, '(memory 0 65536)'), limited(0n)),
    ended(0),
  ),
  computes('runtime/memory-maximum-reached', ['LIM-MEMORY-GROW'], grow(1), -1, '(memory 1 1)'),
  computes('runtime/memory-grows-to-maximum', ['LIM-MEMORY'], grow(2), 1, '(memory 1 3)'),
  computes('runtime/memory-grows-beyond-maximum', ['LIM-MEMORY-GROW'], grow(3), -1, '(memory 1 3)'),
  computes('runtime/memory-maximum-beyond-limit-is-no-help', ['LIM-MEMORY-GROW'], grow(1024), -1, '(memory 1 65536)'),
  computes('runtime/memory-maximum-of-nothing', ['LIM-MEMORY-GROW'], grow(1), -1, '(memory 0 0)'),
];

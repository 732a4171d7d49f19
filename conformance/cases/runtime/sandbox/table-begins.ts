import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put } from '../../../rows.ts';
import { body, ended, guest, running } from '../given.ts';
import { computes, inText } from './given.ts';

const most = 2n ** 64n - 1n;
const size = '(table.size)';
const grow = (by: number) => `(table.grow (ref.null func) (i32.const ${by}))`;
const limited = (elements: bigint) => ({ limits: { max_table_elements: elements } });
const limit = (elements: bigint) => put(['limits', 'max_table_elements'], elements);

const huge = { limits: { max_table_elements: 20_000_000n } };

export const tableBegins: readonly Case[] = [
  accepted(
    'runtime/table-of-limit',
    ['LIM-TABLE', 'LIM-TABLE-START'],
    running(body(size, '(table 100000 funcref)')),
    ended(100_000),
  ),
  changed(
    'runtime/table-above-limit',
    ['LIM-TABLE-START'],
    'runtime/table-of-limit',
    inText('100000', '100001'),
    ended('linker'),
  ),
  changed(
    'runtime/table-far-above-limit',
    ['LIM-TABLE-START'],
    'runtime/table-of-limit',
    inText('100000', '4294967295'),
    ended('linker'),
  ),
  changed(
    'runtime/table-with-lower-limit',
    ['LIM-TABLE-START'],
    'runtime/table-of-limit',
    limit(99_999n),
    ended('linker'),
  ),
  accepted(
    'runtime/table-none-where-none-is-allowed',
    ['LIM-TABLE'],
    running(body(size, '(table 0 funcref)'), limited(0n)),
    ended(0),
  ),
  changed(
    'runtime/table-element-where-none-is-allowed',
    ['LIM-TABLE-START'],
    'runtime/table-none-where-none-is-allowed',
    inText('(table 0', '(table 1'),
    ended('linker'),
  ),
  accepted('runtime/table-not-asked-for', ['LIM-TABLE'], running(body('(i32.const 1)'), limited(0n)), ended(1)),
  accepted(
    'runtime/table-second-of-limit',
    ['LIM-TABLE'],
    running(body('(table.size 1)', '(table 7 funcref) (table 8 funcref)'), limited(8n)),
    ended(8),
  ),
  changed(
    'runtime/table-second-above-limit',
    ['LIM-TABLE-START'],
    'runtime/table-second-of-limit',
    inText('(table 8', '(table 9'),
    ended('linker'),
  ),
  changed(
    'runtime/table-first-above-limit',
    ['LIM-TABLE-START'],
    'runtime/table-second-of-limit',
    inText('(table 7', '(table 9'),
    ended('linker'),
  ),
  accepted(
    'runtime/table-largest-limit',
    ['LIM-TABLE'],
    running(body(grow(1), '(table 3 funcref)'), limited(most)),
    ended(3),
  ),
  accepted('runtime/table-compiled-of-limit', ['LIM-TABLE'], running(guest('table-of-limit')), ended(100_000)),
  accepted(
    'runtime/table-compiled-above-limit',
    ['LIM-TABLE-START'],
    running(guest('table-above-limit')),
    ended('linker'),
  ),
  observed(
    'runtime/tables-of-many-elements',
    ['LIM-ALL-TABLES'],
    'accepted',
    running(body(size, '(table 10000001 funcref)'), huge),
  ),
  observed(
    'runtime/tables-of-many-elements-together',
    ['LIM-ALL-TABLES'],
    'accepted',
    running(body(size, '(table 6000000 funcref) (table 6000000 funcref)'), huge),
  ),
];

export const tableMaximums: readonly Case[] = [
  accepted(
    'runtime/table-maximum-above-limit',
    ['LIM-DECLARED-MAXIMUM'],
    running(body(size, '(table 1 4294967295 funcref)')),
    ended(1),
  ),
  accepted(
    'runtime/table-maximum-where-none-is-allowed',
    ['LIM-DECLARED-MAXIMUM'],
    running(body(size, '(table 0 10 funcref)'), limited(0n)),
    ended(0),
  ),
  computes('runtime/table-maximum-reached', ['LIM-TABLE-GROW'], grow(1), -1, '(table 2 2 funcref)'),
  computes('runtime/table-grows-to-maximum', ['LIM-TABLE'], grow(3), 2, '(table 2 5 funcref)'),
  computes('runtime/table-grows-beyond-maximum', ['LIM-TABLE-GROW'], grow(4), -1, '(table 2 5 funcref)'),
];

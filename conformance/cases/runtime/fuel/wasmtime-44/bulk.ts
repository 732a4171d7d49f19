import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, looked, lookedAt } from './priced.ts';

type Group = readonly [id: string, code: string, units: number, fields?: string];

const memory = '(memory 1)';
const table = '(table $t 100 funcref)';
const bytes = `(data $d "${'x'.repeat(1000)}")`;
const slots = `(func $f) (elem $e func ${'$f '.repeat(100)})`;

/** What moves much is as dear as what moves nothing. */
const groups: readonly Group[] = [
  ['memory-size', 'memory.size drop', 1, memory],
  ['memory-grow-by-nothing', '(memory.grow (i32.const 0)) drop', 2, memory],
  ['memory-grow-by-a-page', '(memory.grow (i32.const 1)) drop', 2, memory],
  ['memory-grow-by-hundred-pages', '(memory.grow (i32.const 100)) drop', 2, memory],
  ['memory-grow-refused', '(memory.grow (i32.const 65535)) drop', 2, memory],
  ['memory-fill-of-nothing', '(memory.fill (i32.const 0) (i32.const 1) (i32.const 0))', 4, memory],
  ['memory-fill-of-a-byte', '(memory.fill (i32.const 0) (i32.const 1) (i32.const 1))', 4, memory],
  ['memory-fill-of-a-page', '(memory.fill (i32.const 0) (i32.const 1) (i32.const 65536))', 4, memory],
  ['memory-fill-of-16-mib', '(memory.fill (i32.const 0) (i32.const 1) (i32.const 16777216))', 4, '(memory 256)'],
  ['memory-copy-of-nothing', '(memory.copy (i32.const 0) (i32.const 1) (i32.const 0))', 4, memory],
  ['memory-copy-of-half-a-page', '(memory.copy (i32.const 0) (i32.const 32768) (i32.const 32768))', 4, memory],
  ['memory-init-of-nothing', '(memory.init $d (i32.const 0) (i32.const 0) (i32.const 0))', 4, `${memory} ${bytes}`],
  [
    'memory-init-of-a-segment',
    '(memory.init $d (i32.const 0) (i32.const 0) (i32.const 1000))',
    4,
    `${memory} ${bytes}`,
  ],
  ['data-drop', 'data.drop $d data.drop $d', 2, `${memory} ${bytes}`],
  ['table-get', '(table.get $t (i32.const 0)) drop', 2, table],
  ['table-set', '(table.set $t (i32.const 0) (ref.null func))', 3, table],
  ['table-size', 'table.size $t drop', 1, table],
  ['table-grow-by-nothing', '(table.grow $t (ref.null func) (i32.const 0)) drop', 3, table],
  ['table-grow-by-thousand', '(table.grow $t (ref.null func) (i32.const 1000)) drop', 3, table],
  ['table-grow-refused', '(table.grow $t (ref.null func) (i32.const 1000000)) drop', 3, table],
  ['table-fill-of-nothing', '(table.fill $t (i32.const 0) (ref.null func) (i32.const 0))', 4, table],
  ['table-fill-of-all', '(table.fill $t (i32.const 0) (ref.null func) (i32.const 100))', 4, table],
  ['table-copy-of-half', '(table.copy $t $t (i32.const 0) (i32.const 50) (i32.const 50))', 4, table],
  ['table-init-of-a-segment', '(table.init $t $e (i32.const 0) (i32.const 0) (i32.const 100))', 4, `${table} ${slots}`],
  ['elem-drop', 'elem.drop $e elem.drop $e', 2, `${table} ${slots}`],
];

const fill = '(memory.fill (i32.const 0) (i32.const 1) (i32.const 65536))';

export const bulkCases: readonly Case[] = [
  ...groups.map(([id, code, units, fields]) =>
    costs(`bulk-${id}`, ['FUEL-COST', 'FUEL-FLAT'], looked(code, fields), lookedAt(units)),
  ),
  // FUEL-CHECKS: a later version of the same engine looks before it moves much.
  costs(
    'bulk-is-not-looked-at',
    ['FUEL-FLAT', 'FUEL-CHECKS'],
    body(`${fill} ${fill} (drop (memory.grow (i32.const 2))) i32.const 1`, memory),
    { gives: 1, total: 12, least: 2 },
  ),
];

import type { Case } from '../../../case.ts';
import { shows, texts } from './rows.ts';

const list = ['A2R-LIST'] as const;
const table = ['A2R-TABLE'] as const;
const rowsNamed = ['A2R-TABLE-ROWS-NAMED'] as const;
const chart = ['A2R-CHART'] as const;
const chartTable = ['A2R-CHART-TABLE'] as const;

const threePoints = [
  { label: 'Mon', value: 9n },
  { label: 'Tue', value: 23n },
  { label: 'Wed', value: 0.5 },
];

export const componentPageCases: readonly Case[] = [
  shows(
    'list',
    list,
    'list',
    { items: ['one', 2n, null] },
    {
      blocks: [{ list: { ordered: false, items: [['one'], ['2'], ['null']] } }],
    },
  ),
  shows(
    'list-ordered',
    list,
    'list',
    { ordered: true, items: ['one', 'two'] },
    {
      blocks: [{ list: { ordered: true, items: [['one'], ['two']] } }],
    },
  ),
  shows(
    'list-is-no-markdown',
    list,
    'list',
    { items: ['**a**', '- b', '[c](/d)'] },
    {
      lists: [{ ordered: false, items: [['**a**'], ['- b'], ['[c](/d)']] }],
    },
  ),
  shows('list-with-an-empty-item', list, 'list', { items: ['', 'x'] }, { lists: [{ items: [[], ['x']] }] }),
  shows('list-of-nothing', list, 'list', { items: [] }, { lists: [], tables: [] }),
  shows(
    'table',
    [...table, 'A2R-TABLE-NAME', ...rowsNamed],
    'table',
    {
      columns: ['City', 'Rain'],
      rows: [
        ['Oslo', 3n],
        ['Rome', 0n],
      ],
    },
    {
      tables: [
        {
          name: 'it',
          columns: ['City', 'Rain'],
          heads: ['Oslo', 'Rome'],
          rows: [
            ['Oslo', '3'],
            ['Rome', '0'],
          ],
        },
      ],
    },
  ),
  shows(
    'table-of-one-column',
    [...table, ...rowsNamed],
    'table',
    { columns: ['A'], rows: [['x'], ['y']] },
    {
      tables: [{ columns: ['A'], heads: ['x', 'y'], rows: [['x'], ['y']] }],
    },
  ),
  shows(
    'table-columns-alike',
    table,
    'table',
    { columns: ['A', 'A', ''], rows: [['1', '2', '3']] },
    {
      tables: [{ columns: ['A', 'A', ''], rows: [['1', '2', '3']] }],
    },
  ),
  shows(
    'table-cells-missing',
    table,
    'table',
    { columns: ['A', 'B'], rows: [['1'], [], ['1', '2', '3']] },
    {
      tables: [
        {
          columns: ['A', 'B'],
          rows: [
            ['1', ''],
            ['', ''],
            ['1', '2'],
          ],
        },
      ],
    },
  ),
  shows(
    'table-is-no-markdown',
    table,
    'table',
    { columns: ['*A*'], rows: [['`1`']] },
    {
      tables: [{ columns: ['*A*'], rows: [['`1`']] }],
    },
  ),
  shows(
    'table-without-rows',
    [...table, 'A2R-TABLE-EMPTY'],
    'table',
    { columns: ['City', 'Rain'] },
    {
      tables: [{ columns: ['City', 'Rain'] }],
      bare: false,
    },
  ),
  shows(
    'chart',
    chart,
    'chart',
    { title: 'Rain by day', series: threePoints },
    {
      images: ['Rain by day'],
      says: texts('Rain by day'),
    },
  ),
  shows('chart-of-nothing', chart, 'chart', { title: 'Silence' }, { images: ['Silence'], says: texts('Silence') }),
  shows(
    'chart-table',
    chartTable,
    'chart',
    { title: 'Rain by day', series: threePoints },
    {
      tables: [
        {
          rows: [
            ['Mon', '9'],
            ['Tue', '23'],
            ['Wed', '0.5'],
          ],
        },
      ],
    },
  ),
  shows(
    'chart-table-bounds',
    chartTable,
    'chart',
    { series: [{ value: 2_000_000n }, { value: -1n }, { value: 1e-7 }] },
    {
      tables: [
        {
          rows: [
            ['Point 1', '1000000'],
            ['Point 2', '0'],
            ['Point 3', '1e-7'],
          ],
        },
      ],
    },
  ),
];

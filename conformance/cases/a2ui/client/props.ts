import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { ellipsis, props, times } from './rows.ts';

const component = ['A2C-COMPONENT'] as const;

const texts: readonly (readonly [string, JsonModel, string])[] = [
  ['number', 5n, ''],
  ['null', null, ''],
  ['empty', '', ''],
  ['padded', '\n a b\t', 'a b'],
  ['markup', '<b onclick="x">&amp;</b>', '<b onclick="x">&amp;</b>'],
  ['controls-kept', 'a\u0000\u202eb', 'a\u0000\u202eb'],
  ['at-the-limit', 'v'.repeat(512), 'v'.repeat(512)],
  ['beyond-the-limit', 'v'.repeat(513), `${'v'.repeat(511)}${ellipsis}`],
];

const tones: readonly (readonly [string, JsonModel, string])[] = [
  ['muted', 'muted', 'muted'],
  ['success', 'success', 'success'],
  ['critical', 'critical', 'critical'],
  ['normal', 'normal', 'normal'],
  ['folded', ' CRITICAL ', 'critical'],
  ['unknown', 'loud', 'normal'],
  ['number', 1n, 'normal'],
];

const textCases: readonly Case[] = [
  ...texts.map(([name, value, expected]) =>
    props(
      `text-${name}`,
      ['A2C-TEXT', 'A2C-CUT', ...component],
      'text',
      { value },
      { tone: 'normal', value: expected },
    ),
  ),
  props(
    'text-pair-at-the-cut',
    ['A2C-WHOLE-CHARACTERS'],
    'text',
    { value: `${'v'.repeat(510)}😀z` },
    { tone: 'normal', value: `${'v'.repeat(510)}${ellipsis}` },
  ),
  props(
    'text-pair-before-the-cut',
    ['A2C-CUT'],
    'text',
    { value: `${'v'.repeat(509)}😀zz` },
    { tone: 'normal', value: `${'v'.repeat(509)}😀${ellipsis}` },
  ),
  ...tones.map(([name, tone, expected]) =>
    props(`tone-${name}`, ['A2C-FOLD', ...component], 'text', { tone, value: 'v' }, { tone: expected, value: 'v' }),
  ),
  props('markdown-value', component, 'markdown', { value: '# a', markdown: 'b' }, { value: '# a' }),
  props('markdown-empty-value-counts', component, 'markdown', { value: '', markdown: 'b' }, { value: '' }),
  props('markdown-other-name', component, 'markdown', { value: 1n, markdown: ' b ' }, { value: 'b' }),
  props('markdown-none', component, 'markdown', {}, { value: '' }),
  props('markdown-at-the-limit', component, 'markdown', { value: 'm'.repeat(12_000) }, { value: 'm'.repeat(12_000) }),
  props(
    'markdown-beyond-the-limit',
    component,
    'markdown',
    { value: 'm'.repeat(12_001) },
    { value: `${'m'.repeat(11_999)}${ellipsis}` },
  ),
];

const shown: readonly (readonly [string, JsonModel, string])[] = [
  ['integer', 1n, '1'],
  ['double', 0.5, '0.5'],
  ['whole-double', 2, '2'],
  ['large-double', 1e21, '1e+21'],
  ['small-double', 1e-7, '1e-7'],
  ['minus-zero', -0, '0'],
  ['null', null, 'null'],
  ['true', true, 'true'],
  ['not-trimmed', '  s ', '  s '],
  ['empty', '', ''],
  ['object', { a: [1n, 'b', null] }, '{"a":[1,"b",null]}'],
  ['nested-quotes', ['"\\'], '["\\"\\\\"]'],
  ['proto', { ['__proto__']: 1n }, '{"__proto__":1}'],
  ['empty-list', [], '[]'],
  ['at-the-limit', 'i'.repeat(512), 'i'.repeat(512)],
  ['beyond-the-limit', 'i'.repeat(513), `${'i'.repeat(511)}${ellipsis}`],
  ['long-list', times(600, () => 1n), `[${'1,'.repeat(255)}${ellipsis}`],
];

const listCases: readonly Case[] = [
  ...shown.map(([name, item, expected]) =>
    props(`item-${name}`, ['A2C-SHOW', ...component], 'list', { items: [item] }, { ordered: false, items: [expected] }),
  ),
  props(
    'list-ordered',
    ['A2C-FLAG', ...component],
    'list',
    { ordered: true, items: ['a'] },
    { ordered: true, items: ['a'] },
  ),
  ...[
    ['text', 'true'],
    ['one', 1n],
    ['null', null],
  ].map(([name, ordered]) =>
    props(
      `list-ordered-${name}`,
      ['A2C-FLAG'],
      'list',
      { ordered: ordered as JsonModel, items: [] },
      { ordered: false, items: [] },
    ),
  ),
  props('list-items-missing', component, 'list', {}, { ordered: false, items: [] }),
  props('list-items-object', component, 'list', { items: { '0': 'a' } }, { ordered: false, items: [] }),
  props(
    'list-256',
    component,
    'list',
    { items: times(256, (n) => `i${n}`) },
    { ordered: false, items: times(256, (n) => `i${n}`) },
  ),
  props(
    'list-257',
    ['A2C-FIRST', ...component],
    'list',
    { items: times(257, (n) => `i${n}`) },
    { ordered: false, items: times(256, (n) => `i${n}`) },
  ),
];

const table = ['A2C-TABLE'] as const;
const tableCases: readonly Case[] = [
  props(
    'table-plain',
    table,
    'table',
    { columns: ['a', ' b '], rows: [['1', 2n]] },
    { columns: ['a', 'b'], rows: [['1', '2']] },
  ),
  props(
    'table-columns-odd',
    table,
    'table',
    { columns: ['', 1n], rows: ['x', [1n], [1n, 2n, 3n]] },
    {
      columns: ['', 'Column 2'],
      rows: [
        ['', ''],
        ['1', ''],
        ['1', '2'],
      ],
    },
  ),
  props('table-no-columns', table, 'table', { rows: [['a', 'b']] }, { columns: ['Value'], rows: [['a']] }),
  props('table-columns-no-list', table, 'table', { columns: 'a', rows: 'b' }, { columns: ['Value'], rows: [] }),
  props(
    'table-cells-shown',
    ['A2C-SHOW', ...table],
    'table',
    {
      columns: ['a', 'b'],
      rows: [
        [null, { x: 1n }],
        [' s ', false],
      ],
    },
    {
      columns: ['a', 'b'],
      rows: [
        ['null', '{"x":1}'],
        [' s ', 'false'],
      ],
    },
  ),
  props(
    'table-16-columns',
    table,
    'table',
    { columns: times(16, (n) => `c${n}`), rows: [] },
    { columns: times(16, (n) => `c${n}`), rows: [] },
  ),
  props(
    'table-17-columns',
    ['A2C-FIRST', ...table],
    'table',
    { columns: times(17, (n) => `c${n}`), rows: [times(17, (n) => `v${n}`)] },
    { columns: times(16, (n) => `c${n}`), rows: [times(16, (n) => `v${n}`)] },
  ),
  props(
    'table-256-rows',
    table,
    'table',
    { columns: ['a'], rows: times(256, (n) => [`r${n}`]) },
    { columns: ['a'], rows: times(256, (n) => [`r${n}`]) },
  ),
  props(
    'table-257-rows',
    ['A2C-FIRST', ...table],
    'table',
    { columns: ['a'], rows: times(257, (n) => [`r${n}`]) },
    { columns: ['a'], rows: times(256, (n) => [`r${n}`]) },
  ),
  props(
    'table-column-at-the-limit',
    table,
    'table',
    { columns: ['c'.repeat(256)], rows: [] },
    { columns: ['c'.repeat(256)], rows: [] },
  ),
  props(
    'table-column-beyond-the-limit',
    table,
    'table',
    { columns: ['c'.repeat(257)], rows: [] },
    { columns: [`${'c'.repeat(255)}${ellipsis}`], rows: [] },
  ),
  props(
    'table-equal-columns',
    table,
    'table',
    { columns: ['a', 'a'], rows: [['1', '2']] },
    { columns: ['a', 'a'], rows: [['1', '2']] },
  ),
];

const values: readonly (readonly [string, JsonModel, JsonModel])[] = [
  ['minus-one', -1n, 0n],
  ['largest', 1_000_000n, 1_000_000n],
  ['beyond-the-largest', 1_000_000.5, 1_000_000n],
  ['far-beyond', 18446744073709551615n, 1_000_000n],
  ['text', '7', 0n],
  ['null', null, 0n],
  ['half', 0.5, 0.5],
  ['whole-double', 7, 7n],
];

const chartCases: readonly Case[] = [
  ...values.map(([name, value, expected]) =>
    props(
      `chart-value-${name}`,
      ['A2C-NUMBER', 'A2C-WHOLE-NUMBERS', ...component],
      'chart',
      { title: 't', series: [{ label: 'a', value }] },
      { title: 't', series: [{ label: 'a', value: expected }] },
    ),
  ),
  props(
    'chart-defaults',
    component,
    'chart',
    { series: [null, {}, { label: 3n }] },
    {
      title: 'Chart',
      series: [
        { label: 'Point 2', value: 0n },
        { label: 'Point 3', value: 0n },
      ],
    },
  ),
  props('chart-title-empty', component, 'chart', { title: ' ', series: [] }, { title: '', series: [] }),
  props('chart-series-no-list', component, 'chart', { title: 't', series: { '0': {} } }, { title: 't', series: [] }),
  props(
    'chart-64',
    component,
    'chart',
    { title: 't', series: times(64, (n) => ({ label: `p${n}`, value: 1n })) },
    { title: 't', series: times(64, (n) => ({ label: `p${n}`, value: 1n })) },
  ),
  props(
    'chart-65',
    ['A2C-FIRST', ...component],
    'chart',
    { title: 't', series: times(65, (n) => ({ label: `p${n}`, value: 1n })) },
    { title: 't', series: times(64, (n) => ({ label: `p${n}`, value: 1n })) },
  ),
  props(
    'chart-equal-labels',
    component,
    'chart',
    { title: 't', series: times(2, () => ({ label: 'p', value: 1n })) },
    { title: 't', series: times(2, () => ({ label: 'p', value: 1n })) },
  ),
];

export const propsCases: readonly Case[] = [...textCases, ...listCases, ...tableCases, ...chartCases];

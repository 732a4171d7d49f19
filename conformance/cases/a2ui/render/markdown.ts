import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { bullets, heading, line, numbered, type Proves, shows } from './rows.ts';

type Row = readonly [id: string, source: string, blocks: readonly WireValue[]];

const lines: readonly Row[] = [
  ['one-line', 'Plain.', [line('Plain.')]],
  ['lines-are-not-joined', 'One\ntwo\n\nthree', [line('One'), line('two'), line('three')]],
  ['line-ends', 'a\r\nb\rc', [line('a'), line('b'), line('c')]],
  [
    'headings',
    '# a\n## b\n### c\n#### d\n##### e',
    [heading(1n, 'a'), heading(2n, 'b'), heading(3n, 'c'), heading(4n, 'd'), line('##### e')],
  ],
  ['heading-without-a-blank', '#a', [line('#a')]],
  ['heading-indented', 'x\n # a', [line('x'), line('# a')]],
  ['heading-without-content', '#', [line('#')]],
  ['heading-closed', '# a #', [heading(1n, 'a #')]],
  ['heading-behind-a-tab', '#\ta', [heading(1n, 'a')]],
  ['items', '- a\n* b', [bullets(['a'], ['b'])]],
  ['items-apart', '- a\n\n- b', [bullets(['a']), bullets(['b'])]],
  ['items-of-one', '- a', [bullets(['a'])]],
  ['items-indented', '- a\n    - b', [bullets(['a'], ['b'])]],
  ['items-with-plus', '+ a', [line('+ a')]],
  ['items-without-a-blank', '-a\n*', [line('-a'), line('*')]],
  ['item-marker-and-a-blank', 'x\n- \ny', [line('x'), line('-'), line('y')]],
  ['item-without-content', 'x\n-  \n- b', [line('x'), bullets([], ['b'])]],
  ['items-numbered', '1. a\n9. b\n007. c', [numbered(['a'], ['b'], ['c'])]],
  ['items-of-two-kinds', '- a\n1. b\n- c', [bullets(['a']), numbered(['b']), bullets(['c'])]],
  ['numbers-without-a-dot', '1) a\n1.a', [line('1) a'), line('1.a')]],
  ['numbers-of-other-scripts', '\u0663. a', [line('\u0663. a')]],
  ['rule', '---', [line('---')]],
  ['quote-and-fence', '> a\n```\nb\n```', [line('> a'), line('```'), line('b'), line('```')]],
  ['table-of-pipes', '| a | b |\n|---|---|', [line('| a | b |'), line('|---|---|')]],
  ['item-behind-a-no-break-space', '-\u00a0a', [bullets(['a'])]],
  ['item-with-a-line-separator', '- a\u2028b', [line('- a\u2028b')]],
];

const inline: readonly Row[] = [
  ['code', 'a `b` c', [line('a ', { code: 'b' }, ' c')]],
  ['strong', '**a b**', [line({ strong: 'a b' })]],
  ['emphasis', '*a b*', [line({ emphasis: 'a b' })]],
  ['code-is-literal', '`**x**`', [line({ code: '**x**' })]],
  ['strong-is-literal', '**`x`**', [line({ strong: '`x`' })]],
  ['three-stars', '***x***', [line('*', { strong: 'x' }, '*')]],
  ['star-in-strong', '**a*b**', [line('*', { emphasis: 'a' }, 'b**')]],
  ['four-stars', '****', [line('****')]],
  ['two-backticks', '``a``', [line('`', { code: 'a' }, '`')]],
  ['mark-without-an-end', '*a **b `c', [line({ emphasis: 'a ' }, '*b `c')]],
  ['escapes', '\\*x\\*', [line('\\', { emphasis: 'x\\' })]],
  ['underscores', '_a_ __b__ ~~c~~', [line('_a_ __b__ ~~c~~')]],
  ['html', '<b>x</b> &lt; &amp;', [line('<b>x</b> &lt; &amp;')]],
  ['address-by-itself', 'https://e.example <https://e.example>', [line('https://e.example <https://e.example>')]],
  ['in-a-heading', '## a *b*', [heading(2n, 'a ', { emphasis: 'b' })]],
  ['in-an-item', '- `a`\n- **b**', [bullets([{ code: 'a' }], [{ strong: 'b' }])]],
  ['label-without-an-end', `${'['.repeat(400)}x`, [line(`${'['.repeat(400)}x`)]],
];

function rows(proves: Proves, all: readonly Row[]): readonly Case[] {
  return all.map(([id, value, blocks]) => shows(`markdown-${id}`, proves, 'markdown', { value }, { blocks }));
}

export const markdownCases: readonly Case[] = [
  ...rows(['A2R-MD-LINES'], lines),
  ...rows(['A2R-MD-INLINE'], inline),
  shows('markdown-empty', ['A2R-MD-EMPTY'], 'markdown', { value: '' }, { bare: false }),
  shows(
    'markdown-of-many-brackets',
    ['A2R-MD-INLINE'],
    'markdown',
    { value: '['.repeat(12_000) },
    {
      blocks: [line('['.repeat(12_000))],
    },
  ),
];

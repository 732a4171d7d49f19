import { expect, test } from 'vitest';
import { parseChapter } from './chapter.ts';
import { describeComplaint } from './complaint.ts';

const good = `> **TEA-HOT** · MUST · core · since 1.0
> Tea MUST be served
> hot.
> Why: cold tea is another drink. Fails as \`tea.cold\`, \`tea.lukewarm\`.
`;

function complaints(text: string, file = 'spec/trust.md'): readonly string[] {
  return parseChapter({ file, text }).complaints.map(describeComplaint);
}

test('a block gives a requirement, with its sentence on one line and its codes apart from the reason', () => {
  expect(parseChapter({ file: 'spec/trust.md', text: `# Tea\n\n${good}` })).toEqual({
    requirements: [
      {
        file: 'spec/trust.md',
        line: 3,
        id: 'TEA-HOT',
        keyword: 'MUST',
        set: 'core',
        area: 'trust',
        since: '1.0',
        text: 'Tea MUST be served hot.',
        why: 'cold tea is another drink.',
        failsAs: ['tea.cold', 'tea.lukewarm'],
        outside: null,
      },
    ],
    tombstones: [],
    examples: [],
    complaints: [],
  });
});

test('a line may say why a requirement is outside the protocol', () => {
  const text = good.replace(/\n$/, '\n> Outside the protocol: no operation\n> tastes it.\n');
  const [requirement] = parseChapter({ file: 'spec/trust.md', text }).requirements;
  expect(requirement?.outside).toBe('no operation tastes it.');
  expect(requirement?.failsAs).toEqual(['tea.cold', 'tea.lukewarm']);
});

test('a withdrawn id leaves a tombstone with its reason', () => {
  const text = '> **TEA-OLD** · withdrawn · 1.1\n> Nobody drinks it.\n';
  expect(parseChapter({ file: 'spec/trust.md', text }).tombstones).toEqual([
    { file: 'spec/trust.md', line: 1, id: 'TEA-OLD', withdrawn: '1.1', reason: 'Nobody drinks it.' },
  ]);
});

test.each([
  ['Tea MUST be hot.', 'a MUST outside a requirement block'],
  ['Tea SHALL be hot.', 'a SHALL outside a requirement block'],
  ['> Tea MUST be hot, as the saying goes.', 'a MUST outside a requirement block'],
  ['| tea | MUST be hot |', 'a MUST outside a requirement block'],
  ['- Tea SHOULD be hot.', 'a SHOULD outside a requirement block'],
  ['Tea MAY be sweet.', 'a MAY outside a requirement block'],
])('a normative word outside a block is refused: %s', (text, problem) => {
  expect(complaints(`# Tea\n\n${text}\n`)).toEqual([
    `spec/trust.md:3: ${problem}; give it a block, or say it in other words`,
  ]);
});

test('a MUST that is spoken of in a code span or shown in a fence is no requirement', () => {
  expect(complaints('The word `MUST`.\n\n```text\nTea MUST be hot.\n```\n\nA mustard, a Must.\n')).toEqual([]);
});

test.each([
  ['> **TEA-HOT** · core · since 1.0', 'TEA-HOT has no keyword'],
  ['> **TEA-HOT**', 'TEA-HOT has no keyword'],
  ['> **TEA-HOT** · core · MUST · since 1.0', 'TEA-HOT has a malformed first line'],
  ['> **TEA-HOT** · MUST · hardcore · since 1.0', 'TEA-HOT has a malformed first line'],
  ['> **TEA-HOT** · MUST · core · 1.0', 'TEA-HOT has a malformed first line'],
  ['> **TEA-HOT** · MUST · core · since soon', 'TEA-HOT has a malformed first line'],
  ['> **TEA-HOT** · MUST · core · since 1.0 · late', 'TEA-HOT has a malformed first line'],
  ['> **TEA-HOT** the MUST · core · since 1.0', 'TEA-HOT has no keyword'],
  ['> **TEA-HOT** the · MUST · core · since 1.0', 'TEA-HOT has a malformed first line'],
])('a block with a wrong first line is refused: %s', (first, problem) => {
  const [found, ...more] = complaints(good.replace(/^.*\n/, `${first}\n`));
  expect(found).toContain(`spec/trust.md:1: ${problem};`);
  expect(more).toEqual([]);
});

test.each([
  ['MUST', 'Tea is hot.', 'is a MUST whose sentence does not say MUST'],
  ['MUST', 'Tea MUST NOT be cold.', 'is a MUST whose sentence does not say MUST'],
  ['MUST NOT', 'Tea MUST be hot.', 'is a MUST NOT whose sentence does not say MUST NOT'],
  ['MUST', 'Tea `MUST` be hot.', 'is a MUST whose sentence does not say MUST'],
  ['SHOULD', 'Tea SHOULD NOT be cold.', 'is a SHOULD whose sentence does not say SHOULD'],
  ['MAY', 'Tea must be hot.', 'is a MAY whose sentence does not say MAY'],
  ['SHOULD', 'Tea SHOULD be hot and MUST be wet.', 'is a SHOULD whose sentence says MUST'],
  ['MAY', 'Tea MAY be sweet and SHOULD be hot.', 'is a MAY whose sentence says SHOULD'],
])('keyword and sentence have to agree: %s, %s', (keyword, sentence, problem) => {
  const text = `> **TEA-HOT** · ${keyword} · core · since 1.0\n> ${sentence}\n> Why: taste.\n`;
  const [found, ...more] = complaints(text);
  expect(found).toContain(`TEA-HOT ${problem};`);
  expect(more).toEqual([]);
});

test.each([
  ['MUST', 'Tea MUST be hot and MUST NOT be boiling.'],
  ['MUST NOT', 'Tea MUST\n> NOT be cold.'],
  ['SHOULD NOT', 'Tea SHOULD NOT be sweet.'],
  ['MAY', 'Tea MAY be sweet.'],
])('keyword and sentence agree: %s, %s', (keyword, sentence) => {
  expect(complaints(`> **TEA-HOT** · ${keyword} · core · since 1.0\n> ${sentence}\n> Why: taste.\n`)).toEqual([]);
});

test.each([
  ['Why: cold tea is another drink. ', 'Fails as', 'gives no reason'],
  ['Why: cold tea', 'Why: it MUST be so, cold tea', 'has a MUST after its sentence'],
  ['`tea.cold`, `tea.lukewarm`', 'tea.cold', 'has a Fails as without a code or before Why:'],
  ['lukewarm`.', 'lukewarm`', 'has a Fails as without a code or before Why:'],
  ['> hot.', '> hot. Fails as `tea.icy`.', 'has a Fails as without a code or before Why:'],
  ['> Why', '> Outside the protocol:\n> Why', 'is outside the protocol without a reason'],
  ['> hot.', '> hot.\n> **TEA-WET** · MUST · core · since 1.0', 'has another requirement in its quote'],
])('a block with a wrong body is refused: %s becomes %s', (part, other, problem) => {
  const [found] = complaints(good.replace(part, other));
  expect(found).toContain(`spec/trust.md:1: TEA-HOT ${problem};`);
});

test.each([
  '  > **TEA-HOT** · MAY · core',
  '**TEA-HOT** · core',
  '> Tea:\n> **TEA-HOT** · core',
  '> ** TEA-HOT ** · core',
])('the first line of a block where none can stand is refused: %j', (text) => {
  expect(complaints(text)[0]).toContain('this looks like a requirement and is none;');
});

test('a line that Markdown would take for a part of the block is refused', () => {
  expect(complaints(`${good}It follows.\n`)[0]).toContain('spec/trust.md:5: Markdown takes this line for a part');
});

test('a chapter that belongs to no area holds no requirement', () => {
  expect(complaints(good, 'spec/introduction.md')[0]).toContain(
    'spec/introduction.md:1: this chapter belongs to no area',
  );
});

test.each([
  ['> **TEA-OLD** · withdrawn · soon\n> Nobody drinks it.\n', 'TEA-OLD is withdrawn in no edition'],
  ['> **TEA-OLD** · withdrawn\n> Nobody drinks it.\n', 'TEA-OLD is withdrawn in no edition'],
  ['> **TEA-OLD** · withdrawn · 1.1\n', 'TEA-OLD is withdrawn without a reason'],
])('a malformed tombstone is refused: %s', (text, problem) => {
  expect(complaints(text)[0]).toContain(problem);
});

test('a fence that never ends is refused, since it swallows the blocks below it', () => {
  expect(complaints(`\`\`\`toml\n${good}`)).toEqual(['spec/trust.md:1: the fenced block never ends; close it']);
});

test.each([
  ['```yaml example tea/one proves=TEA-HOT', 'is marked yaml'],
  ['```toml example proves=TEA-HOT', 'has no id'],
  ['```toml example Tea/One proves=TEA-HOT', 'has no id'],
  ['```toml example tea/one', 'tea/one is malformed'],
  ['```toml example tea/one proves=', 'tea/one is malformed'],
  ['```toml example tea/one proves=TEA-HOT proves=TEA-HOT', 'tea/one is malformed'],
  ['```toml example tea/one proves=TEA-HOT fails=tea.cold', 'tea/one is malformed'],
  ['```diff example tea/one proves=TEA-HOT fails=tea.cold', 'tea/one is malformed'],
  ['```json example tea/one proves=TEA-HOT', 'tea/one is malformed'],
  ['  ```toml example tea/one proves=TEA-HOT', 'tea/one is indented'],
])('an example marker that does not parse is refused: %s', (marker, problem) => {
  const [found, ...more] = complaints(`${marker}\na = 1\n\`\`\`\n`);
  expect(found).toContain(`spec/trust.md:1: the example ${problem};`);
  expect(more).toEqual([]);
});

test('a fence without the word example is only shown', () => {
  expect(parseChapter({ file: 'spec/trust.md', text: '```toml\na = 1\n```\n' }).examples).toEqual([]);
});

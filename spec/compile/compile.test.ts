import { expect, test } from 'vitest';
import type { CaseSummary } from './cases.ts';
import { compileChapters } from './compile.ts';
import { proveChapters } from './prove.ts';
import { sortTree } from './tree.ts';

const chapter = `> **TEA-HOT** · MUST · core · since 1.0
> Tea MUST be hot.
> Why: taste. Fails as \`tea.cold\`.

> **CUP** · MUST · hardened · since 1.0
> Tea MUST be in a cup.
> Why: else it is gone.
> Outside the protocol: no operation drinks.

> **TEA-OLD** · withdrawn · 1.1
> Nobody drinks it.

\`\`\`toml example tea/hot proves=TEA-HOT
heat = 9
\`\`\`
`;

const reasons = new Map([['tea.cold', { area: 'trust', requirement: 'TEA-HOT', variant: null, family: 'Tea' }]]);

function compile(text: string, ledger: ReadonlyMap<string, string> = new Map()) {
  return compileChapters({
    chapters: [{ file: 'spec/trust.md', text }],
    ledgerFile: { file: 'spec/ids.json', text: '' },
    ledger,
    reasons,
    schemas: new Set(),
  });
}

test('the chapters give typed ids in byte order, rows for every language, examples and the ledger', () => {
  const { complaints, files } = compile(chapter);
  expect(complaints).toEqual([]);
  expect(files.get('spec/generated/requirement-ids.ts')).toContain("= [\n  'CUP',\n  'TEA-HOT',\n] as const;");
  expect(files.get('spec/generated/requirements.ts')).toContain('"outside":"no operation drinks."');
  expect(files.get('spec/generated/examples.ts')).toContain('"text":"heat = 9\\n"');
  expect(JSON.parse(files.get('spec/ids.json') ?? '')).toEqual({
    CUP: 'declared',
    'TEA-HOT': 'declared',
    'TEA-OLD': 'withdrawn',
  });
  expect(JSON.parse(files.get('spec/requirements.json') ?? '')).toMatchObject({
    requirements: [
      { id: 'CUP', outsideTheProtocol: 'no operation drinks.' },
      { id: 'TEA-HOT', failsAs: ['tea.cold'], outsideTheProtocol: null },
    ],
    withdrawn: [{ id: 'TEA-OLD', withdrawn: '1.1' }],
  });
});

test('chapters with a complaint give no ids, so that a slip in one block does not break every import', () => {
  for (const files of [
    compile(chapter.replace('· MUST', '· must')).files,
    compile('', new Map([['CUP', 'declared']])).files,
  ]) {
    expect([...files.keys()]).toEqual(['spec/reasons.json']);
  }
});

test('a block that is malformed is not also reported as vanished', () => {
  const { complaints } = compile(chapter.replace('· MUST', '· must'), new Map([['TEA-HOT', 'declared']]));
  expect(complaints.map(({ problem }) => problem)).toEqual(['TEA-HOT has no keyword']);
});

const hotCase: CaseSummary = { kind: 'accepted', id: 'tea/hot', proves: ['TEA-HOT'] };

function prove(cases: readonly CaseSummary[]) {
  const { requirements, tombstones } = compile(chapter);
  const tree = sortTree([
    { file: 'reference/tea.test.ts', text: "test('tea is in a cup (CUP)', () => {" },
    { file: 'reference/tea.ts', text: "// TEA-HOT: else it is another drink.\nfail({ code: 'tea.cold' });" },
    { file: 'spec/generated/requirement-ids.ts', text: "'TEA-WRONG'" },
    { file: 'spec/trust.md', text: chapter },
  ]);
  return proveChapters({ requirements, tombstones, reasons, confirmed: new Map(), tree, cases });
}

test('the trace joins requirements with cases, tests and code', () => {
  const { files } = prove([hotCase]);
  expect(JSON.parse(files.get('reports/trace.json') ?? '')).toEqual({
    counts: {
      core: { requirements: 1, proven: 1, observed: 0, outside: 0, unproven: 0 },
      documented: { requirements: 0, proven: 0, observed: 0, outside: 0, unproven: 0 },
      hardened: { requirements: 1, proven: 0, observed: 0, outside: 1, unproven: 0 },
    },
    requirements: [
      {
        id: 'CUP',
        keyword: 'MUST',
        set: 'hardened',
        area: 'trust',
        state: 'outside',
        cases: [],
        tests: ['reference/tea.test.ts: tea is in a cup (CUP)'],
        code: [],
      },
      {
        id: 'TEA-HOT',
        keyword: 'MUST',
        set: 'core',
        area: 'trust',
        state: 'proven',
        cases: ['tea/hot'],
        tests: [],
        code: ['reference/tea.ts'],
      },
    ],
  });
  expect(files.get('reports/trace.md')).toContain('| TEA-HOT | MUST | core | proven | 1 | 0 | reference/tea.ts |');
});

test('the proof collects the complaints of every join', () => {
  expect(prove([hotCase]).complaints.map(({ problem }) => problem)).toEqual([
    'TEA-HOT was never confirmed against its cases',
    'CUP was never confirmed against its cases',
  ]);
  expect(prove([]).complaints.map(({ problem }) => problem)).toContain('TEA-HOT is a MUST without a case');
});

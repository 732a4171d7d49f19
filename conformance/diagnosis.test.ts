import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { diagnoses } from './diagnosis.ts';
import { renderVerdictTable } from './runner/verdict-table.ts';

const chapter = readFileSync('spec/protocol.md', 'utf8');
const section = chapter.slice(chapter.indexOf('\n## 7. Diagnoses'), chapter.indexOf('\n## 8.'));
const rows = [...section.matchAll(/^\| `([a-z0-9.-]+)` \| (.*) \|$/gm)].map(([, code, advice = '']) => ({
  code,
  advice,
}));

test('the chapter of the protocol has the advice of every diagnosis, and marks what is only a warning', () => {
  const expected = Object.entries(diagnoses).map(([code, { severity, advice }]) => ({
    code,
    advice: severity === 'warning' ? `Warning. ${advice}` : advice,
  }));
  expect(rows).toEqual(expected);
});

test('the chapter holds the table of verdicts as the runner has it', () => {
  expect(chapter).toContain(`\n${renderVerdictTable()}\n`);
});

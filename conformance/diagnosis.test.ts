import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type DiagnosisCode, diagnoses } from './diagnosis.ts';
import { renderVerdictTable } from './runner/verdict-table.ts';

const chapter = readFileSync('spec/protocol.md', 'utf8');
const section = chapter.slice(chapter.indexOf('\n## 7. Diagnoses'), chapter.indexOf('\n## 8.'));
const rows = [...section.matchAll(/^\| `([a-z0-9.-]+)` \| (.*) \|$/gm)].map(([, code, advice = '']) => ({
  code,
  advice,
}));

test('the chapter of the protocol says what to do about every diagnosis, in the order of the list', () => {
  expect(rows.map(({ code }) => code)).toEqual(Object.keys(diagnoses));
});

test('the chapter marks the diagnoses that are only warnings', () => {
  const marked = rows.filter(({ advice }) => advice.startsWith('Warning. ')).map(({ code }) => code);
  const codes = Object.keys(diagnoses) as DiagnosisCode[];
  expect(marked).toEqual(codes.filter((code) => diagnoses[code].severity === 'warning'));
});

test('the chapter holds the table of verdicts as the runner has it', () => {
  expect(chapter).toContain(`\n${renderVerdictTable()}\n`);
});

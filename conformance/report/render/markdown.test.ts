import { expect, test } from 'vitest';
import type { Report } from '../lines.ts';
import { failingReport, goldenReport } from '../testing/golden-report.ts';
import { failed, passed, runReport, someCases } from '../testing/reports.ts';
import { renderMarkdown } from './markdown.ts';

const many = failingReport(20_000);

test('with 20,000 failures the page stays below 900 KiB and says what it leaves out', () => {
  const page = renderMarkdown(many);
  expect(Buffer.byteLength(page)).toBeLessThan(900 * 1024);
  const rows = page.match(/^\| `artifact\/case-\d+` \|/gm)?.length ?? 0;
  const more = [...page.matchAll(/^… and (\d+) more$/gm)].map(([, count]) => Number(count));
  expect(rows + more.reduce((sum, count) => sum + count, 0)).toBe(20_000);
  expect(rows).toBeGreaterThan(100);
});

test('every requirement that is not met shows some of its failures, however many another one has', () => {
  const lines = many.cases.map((line, index) =>
    index === 19_999
      ? ({ ...line, requirements: ['TRUST-ADD'] } as const)
      : ({ ...line, requirements: ['MAN-UTF8'] } as const),
  );
  const page = renderMarkdown({ ...many, cases: lines });
  expect(page).toContain('| `artifact/case-19999` |');
});

test('the verdict comes first, then the failures with what is needed to see them again', () => {
  const report = runReport(someCases(3), (id) =>
    id.endsWith('1') ? { ...failed(id), twin: 'trust/case-0', edit: 'key: removed' } : passed(id),
  );
  const page = renderMarkdown(report, { subjectCommand: './adapter' });
  expect(page.split('\n')[0]).toBe('# Not conformant: `adapter` `1.2.3`');
  expect(page).toContain('### TRUST-ADD · MUST');
  expect(page).toContain(
    '| `trust/case-1` | `ok` | `reject X`<br>it says `E_X` | `trust/case-0`<br>`key: removed` | `palyra-conformance run --case trust/case-1 -- ./adapter` |',
  );
});

test('a case of a fresh run is asked again with its seed', () => {
  const report = runReport(someCases(1), failed, { seed: 'abc', frozen: false });
  expect(renderMarkdown(report)).toContain('`palyra-conformance run --case trust/case-0 --seed abc -- ./my-adapter`');
});

test('a page without failures, and one without any case, has no empty section', () => {
  expect(renderMarkdown(runReport(someCases(1)))).not.toMatch(/What failed|baseline|adapter\n/);
  const empty: Report = { ...goldenReport, cases: [] };
  expect(renderMarkdown(empty)).not.toContain('\n| case |');
});

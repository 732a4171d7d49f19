import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import type { CaseLine, Report } from '../lines.ts';
import { goldenReport, hostile } from '../testing/golden-report.ts';
import { failed, passed, runReport, someCases } from '../testing/reports.ts';
import { renderJunit } from './junit.ts';

const schema = readFileSync(new URL('../testing/junit.xsd', import.meta.url), 'utf8');

async function problemsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: { fileName: 'report.xml', contents: xml }, schema });
  return errors.map(({ rawMessage }) => rawMessage);
}

const withTexts = (text: string): Report => {
  const line: CaseLine = {
    ...failed(text),
    observed: { outcome: 'crash', text, reason: text, native: text, stderr: text },
    expected: { outcome: 'ok', text },
    twin: text,
    edit: text,
    note: text,
  };
  const cases = [line, { ...line, known: text }, { ...line, verdict: 'unsupported' } as const];
  const { header, footer } = goldenReport;
  return {
    header: { ...header, subject: { ...header.subject, name: text, version: text } },
    cases,
    footer: { ...footer, stopped: text, diagnoses: [{ code: 'exit.code', count: 1, detail: text }] },
  };
};

test('the golden report and one without cases are valid by the schema', async () => {
  expect(await problemsOf(renderJunit(goldenReport))).toEqual([]);
  expect(await problemsOf(renderJunit({ ...goldenReport, cases: [] }))).toEqual([]);
});

test('the schema finds what is wrong', async () => {
  expect(await problemsOf(renderJunit(goldenReport).replace(' classname="manifest.MAN-UTF8"', ''))).toHaveLength(1);
  expect(await problemsOf('<testsuites tests="-1"/>')).not.toEqual([]);
});

test('whatever a subject says, the file stays XML, and no text becomes markup', async () => {
  const texts = fc.sample(fc.oneof(fc.string({ unit: 'binary' }), fc.constant(hostile), noise()), {
    numRuns: 60,
    seed: 1,
  });
  const plain = renderJunit(withTexts('x'));
  const documents = texts.map((text) => renderJunit(withTexts(text)));
  for (const document of documents) expect(elementsOf(document)).toEqual(elementsOf(plain));
  // One call for all of them, since starting the validator is what takes long.
  const bodies = documents.map((document) =>
    document.slice(document.indexOf('<testsuite ')).replace(/<\/testsuites>\s*$/, ''),
  );
  expect(await problemsOf(`<testsuites>${bodies.join('')}</testsuites>`)).toEqual([]);
});

test('a case is counted as what it is shown as', () => {
  const report = runReport(
    someCases(4),
    (id) =>
      ({
        'trust/case-0': passed(id),
        'trust/case-1': failed(id),
        'trust/case-2': { ...failed(id), observed: { outcome: 'timeout', text: 'timeout' } } as const,
      })[id] ?? { ...failed(id), known: 'issue 1' },
  );
  const xml = renderJunit(report);
  expect(xml).toContain('<testsuite name="trust" tests="4" failures="1" errors="1" skipped="1">');
  expect(xml).toContain('<skipped message="known failure (issue 1): expected ok, observed reject X"/>');
  expect(xml).not.toMatch(/\btime(stamp)?=/);
});

/** Each kind of character that XML cannot hold or that means something in it. */
function noise() {
  return fc
    .array(fc.constantFrom(']]>', '<', '&', '"', "'", '\u0000', '\ufffe', '\ud800', '\udc00', '\r\n', '\t', '\u0085'))
    .map((parts) => parts.join(''));
}

function elementsOf(xml: string): readonly string[] {
  return xml.match(/<\/?[a-z-]+/g) ?? [];
}

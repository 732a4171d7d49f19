import { expect, test } from 'vitest';
import type { Report } from '../lines.ts';
import { goldenReport } from '../testing/golden-report.ts';
import { renderBadge } from './badge.ts';

const badge = (report: Report) => JSON.parse(renderBadge(report));

test.each([
  ['conformant', 'conformant', 'brightgreen'],
  ['passed', 'passed', 'green'],
  ['incomplete', 'incomplete', 'orange'],
] as const)('%s is shown as %s in %s', (verdict, message, color) => {
  const footer = { ...goldenReport.footer, verdict, requirements: [] };
  expect(badge({ ...goldenReport, footer })).toEqual({ schemaVersion: 1, label: 'Palyra skills', message, color });
});

test('what is not met is counted', () => {
  expect(badge(goldenReport)).toMatchObject({ message: 'not conformant, 3 unmet', color: 'red' });
});

test('a badge of a part says which', () => {
  const plan = { ...goldenReport.header.plan, sets: ['core'], areas: ['manifest', 'trust'] } as const;
  const report = { ...goldenReport, header: { ...goldenReport.header, plan } };
  expect(badge(report).message).toBe('not conformant, 3 unmet (core; manifest + trust)');
});

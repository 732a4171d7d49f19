import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compareReports } from '../../compare/compare-reports.ts';
import { renderComparisonHtml } from '../render-comparison.ts';
import { violations } from '../testing/axe.ts';
import { chromiumPath, startBrowser, type TestBrowser } from '../testing/browser.ts';
import { hostileCase, hostileText } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { number } from '../view/words.ts';

const before = sampleReport({ failures: 12 });
const all = number(before.cases.length);
const after = sampleReport({ failures: 5 });
const differing = before.cases.filter(({ verdict }, index) => verdict !== after.cases[index]?.verdict);
const html = comparisonOf({ before, after });
const hostileReport = sampleReport({ size: 200, failures: 20, alter: hostileCase });
const hostile = comparisonOf({
  [hostileText]: hostileReport,
  b: hostileReport,
  c: before,
  d: after,
  e: before,
  f: after,
});

function comparisonOf(reports: Readonly<Record<string, typeof before>>): string {
  const named = Object.entries(reports).map(([name, report]) => ({ name, report }));
  const compared = compareReports(named, { mixed: true });
  if (!compared.ok) throw new Error(JSON.stringify(compared));
  return renderComparisonHtml(compared.comparison);
}

describe.skipIf(chromiumPath === undefined)('a comparison in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  test('it opens with what differs, and the address keeps what was chosen', async () => {
    const { page, problems } = await browser.open(html);
    await page.getByText('Cases', { exact: true }).click();
    await page.getByRole('status').getByText(`${differing.length} of ${all} cases`).waitFor();
    await page.getByText('Only differences').click();
    await page.getByRole('status').getByText(`${all} of ${all} cases`).waitFor();
    await page.reload();
    await page.getByRole('status').getByText(`${all} of ${all} cases`).waitFor();
    await page.goBack();
    await page.getByRole('status').getByText(`${differing.length} of ${all} cases`).waitFor();
    expect(problems).toEqual([]);
  });

  test('without scripts there are the subjects and what differs', async () => {
    const { page } = await browser.open(html, '', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    for (const part of ['before', 'after', 'Not conformant', ...differing.map(({ id }) => id)]) {
      expect(text).toContain(part);
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the ${colorScheme}`, async () => {
      const { page } = await browser.open(html, '#rows=cases', { colorScheme });
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await violations(page)).toEqual([]);
    });
  }

  test('any number of subjects with any names fits a telephone, and nothing they say is executed', async () => {
    const { page, problems } = await browser.open(hostile, '#rows=cases&show=all', {
      viewport: { width: 360, height: 740 },
    });
    await page.locator('.compared-row').first().waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1280);
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(problems).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../render.ts';
import { violations } from '../testing/axe.ts';
import { chromiumPath, startBrowser, type TestBrowser } from '../testing/browser.ts';
import { hostileCase, hostileSubject, hostileText } from '../testing/hostile.ts';
import { sampleReport } from '../testing/sample-report.ts';

const diagnoses = [{ code: 'line.carriage-return', detail: 'line 1' }] as const;
const failing = renderHtml(sampleReport({ size: 400, failures: 12, notRun: 5, diagnoses, stopped: 'it left' }));
const hostile = renderHtml(
  sampleReport({ size: 300, failures: 30, alter: hostileCase, subject: hostileSubject, stopped: hostileText }),
);
const everyView = ['#view=requirements', '#view=causes', '#view=cases&verdict=fail'];
const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 740 };

describe.skipIf(chromiumPath === undefined)('a report for everybody', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const viewport of [desktop, phone]) {
      test(`axe finds nothing in the ${colorScheme} at ${viewport.width} pixels`, async () => {
        const { page } = await browser.open(failing, '', { colorScheme, viewport });
        for (const view of everyView) {
          await visit(page, view);
          expect(await violations(page)).toEqual([]);
        }
        await page.getByRole('link', { name: 'Link to this case' }).first().click();
        await page.getByRole('heading', { level: 3 }).first().waitFor();
        expect(await violations(page)).toEqual([]);
      });
    }
  }

  test('no view is wider than a telephone, whatever a subject says', async () => {
    const { page } = await browser.open(hostile, '', { viewport: phone });
    for (const view of everyView) {
      await visit(page, view);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    }
  });

  test('nothing that a subject says is executed or asked for', async () => {
    const { page, problems } = await browser.open(hostile);
    for (const view of everyView) {
      await visit(page, view);
      await page.getByRole('link', { name: 'Link to this case' }).first().click();
      await page.getByRole('heading', { level: 3 }).first().waitFor();
      await page.goBack();
    }
    await page.locator('.case').first().hover();
    expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
    expect(await page.evaluate('document.querySelectorAll("script").length')).toBe(2);
    expect(await page.evaluate('document.querySelectorAll("img, iframe, [onerror], [onmouseover]").length')).toBe(0);
    expect(problems).toEqual([]);
  });
});

/** Goes to a view and opens everything down to a case. */
async function visit(page: Page, view: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(view)}`);
  await page.locator('.list .row').first().waitFor();
  await page.evaluate(`for (const kind of ['facets', 'area', 'requirement', 'cause', 'case']) {
    for (const row of [...document.querySelectorAll('details.' + kind)].slice(0, 3)) {
      row.open = true;
      row.dispatchEvent(new Event('toggle'));
    }
  }`);
  await page.evaluate(
    "for (const row of document.querySelectorAll('.observations details, .facts details')) row.open = true",
  );
  await page.getByText('Ask this case again').first().waitFor();
}

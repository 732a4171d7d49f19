import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requirements } from '#spec/generated/requirements.ts';
import { renderHtml } from '../render.ts';
import { chromiumPath, startBrowser, type TestBrowser } from '../testing/browser.ts';
import { sampleReport } from '../testing/sample-report.ts';

const html = renderHtml(sampleReport({ size: 5000, failures: 3000 }));

/** As many elements as a page of a few hundred rows has; 5,000 cases in full would be a hundred times that. */
const most = 5000;
/** Where no other view is asked for, the rows are the requirements, all of them and each of one line. */
const mostOfRequirements = 10 * requirements.length;

describe.skipIf(chromiumPath === undefined)('a report of 5,000 cases in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const elements = (page: Page) => page.evaluate<number>('document.querySelectorAll("*").length');

  test('no view and no filter puts more on the page than somebody can look through', async () => {
    const { page } = await browser.open(html);
    for (const view of [
      '#view=requirements',
      '#view=causes',
      '#view=cases',
      '#q=a',
      '#verdict=fail',
      '#area=manifest',
    ]) {
      await page.evaluate(`new Promise((done) => {
        addEventListener('hashchange', done, { once: true });
        location.hash = '${view}';
      }).then(() => undefined)`);
      expect(await elements(page)).toBeLessThan(/view=ca/.test(view) ? most : mostOfRequirements);
    }
  });

  test('a requirement of hundreds of cases opens with some of them', async () => {
    const { page } = await browser.open(html, '#q=MAN-TOML&view=requirements');
    const all = await page.locator('.requirement .amount').allInnerTexts();
    expect(all.some((text) => /\d{3}/.test(text))).toBe(true);
    for (const row of await page.locator('.requirement > summary').all()) await row.click();
    expect(await elements(page)).toBeLessThan(most);
  });

  test('more of a list comes when asked, and the reader goes on where it begins', async () => {
    const { page } = await browser.open(html, '#view=cases');
    expect(await page.locator('.case').count()).toBe(100);
    await page.getByRole('button', { name: 'Show 100 more of 4,900' }).click();
    expect(await page.locator('.case').count()).toBe(200);
    expect(
      await page.evaluate('[...document.querySelectorAll(".case > summary")].indexOf(document.activeElement)'),
    ).toBe(100);
  });

  test('the list is made once for a word, not once for each letter', async () => {
    const { page } = await browser.open(html, '#view=cases');
    await page.evaluate(`globalThis.made = 0;
      new MutationObserver((changes) => { made += changes.filter(({ addedNodes }) => addedNodes.length > 0).length; })
        .observe(document.querySelector('.list'), { childList: true })`);
    await page.evaluate(`for (const end of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const field = document.getElementById('search');
      field.value = 'manifest'.slice(0, end);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
    await page.waitForURL(/q=manifest/);
    expect(await page.evaluate('made')).toBe(1);
  });
});

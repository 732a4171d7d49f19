import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../render.ts';
import { chromiumPath, startBrowser, type TestBrowser } from '../testing/browser.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { number } from '../view/words.ts';

const report = sampleReport({ failures: 12 });
const html = renderHtml(report);
const all = number(report.cases.length);
const failed = report.cases.filter(({ verdict }) => verdict === 'fail');
const inTrust = failed.filter(({ id }) => id.startsWith('trust/'));

describe.skipIf(chromiumPath === undefined)('the filters of a report in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const told = (page: Page, amount: number | string) =>
    page.getByRole('status').getByText(`${amount} of ${all} cases`).waitFor();
  const fragment = (page: Page) => new URL(page.url()).hash;

  test('what is chosen stands in the address, survives a reload, and the back button undoes it', async () => {
    const { page, problems } = await browser.open(html);
    await page.getByText('All cases').click();
    await page.locator('.chip', { hasText: 'failed' }).click();
    await told(page, failed.length);
    await page.locator('.chip', { hasText: 'trust' }).click();
    await told(page, inTrust.length);
    expect(fragment(page)).toBe('#view=cases&verdict=fail&area=trust');
    await page.reload();
    await told(page, inTrust.length);
    expect(await page.getByRole('checkbox', { name: 'trust' }).isChecked()).toBe(true);
    expect(await page.locator('.list summary').count()).toBe(inTrust.length);
    await page.goBack();
    await told(page, failed.length);
    expect(await page.getByRole('checkbox', { name: 'trust' }).isChecked()).toBe(false);
    await page.goBack();
    await told(page, all);
    expect(problems).toEqual([]);
  });

  test('a typed word is one step, however many letters it has', async () => {
    const { page } = await browser.open(html);
    await page.getByRole('searchbox').pressSequentially('host-space', { delay: 5 });
    await page.getByRole('searchbox').blur();
    await page.waitForURL(/#q=host-space$/);
    await page.getByText('Clear filters').waitFor();
    await page.goBack();
    await told(page, all);
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  test('filters that nothing fits say so and can be cleared', async () => {
    const { page } = await browser.open(html, '#q=nothing-is-called-this');
    await page.getByText('Nothing fits these filters.').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await told(page, all);
  });

  test('the numbers of the summary lead to what they count', async () => {
    const { page } = await browser.open(html);
    await page.getByRole('link', { name: '12 failed' }).click();
    await told(page, 12);
    await page.getByRole('table').getByRole('link', { name: 'not met' }).first().click();
    await page.waitForURL(/#set=core&area=manifest$/);
    expect(await page.locator('.area > summary').count()).toBe(1);
  });

  test('the list is found again as it was left after a look at one case', async () => {
    const { page } = await browser.open(html, '#view=cases&verdict=fail');
    await page.locator('.case > summary').nth(3).click();
    await page.getByRole('link', { name: 'Link to this case' }).click();
    await page.getByRole('heading', { level: 3, name: failed[3]?.id ?? '' }).waitFor();
    await page.goBack();
    await page.locator('.case[open]').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Link to this case');
  });

  test('a case leads to the next one that the filters leave', async () => {
    const { page } = await browser.open(html, `#verdict=fail&case=${failed[0]?.id}`);
    await page.getByText('1 of 12', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.getByRole('heading', { level: 3, name: failed[1]?.id ?? '' }).waitFor();
    await page.getByRole('link', { name: 'All results' }).click();
    await told(page, 12);
  });

  test('a link to a case that the report does not have says so', async () => {
    const { page, problems } = await browser.open(html, '#case=no/such<b>case');
    await page.getByText('This report has no such case.').waitFor();
    expect(problems).toEqual([]);
  });
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderHtml } from '../render.ts';
import { chromiumPath, startBrowser, type TestBrowser } from '../testing/browser.ts';
import { sampleReport } from '../testing/sample-report.ts';

const html = renderHtml(sampleReport({ failures: 12 }));

describe.skipIf(chromiumPath === undefined)('a report by keyboard', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  const focused = (page: Page) =>
    page.evaluate<string>(
      'document.activeElement.innerText || document.activeElement.id || document.activeElement.value',
    );

  test('the first stop leads to the report and leaves the address alone', async () => {
    const { page } = await browser.open(html, '#verdict=fail');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(page.url()).toContain('#verdict=fail');
  });

  test('a slash leads to the search field, and is a letter there', async () => {
    const { page } = await browser.open(html);
    await page.keyboard.press('/');
    await page.keyboard.type('artifact/');
    expect(await page.getByRole('searchbox').inputValue()).toBe('artifact/');
  });

  test('arrow keys walk through the tree, open and close it', async () => {
    const { page } = await browser.open(html);
    const area = page.locator('.area > summary').first();
    await area.focus();
    await page.keyboard.press('ArrowDown');
    const requirement = await focused(page);
    expect(requirement).toContain('not met');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toMatch(/^\s*failed/);
    await page.keyboard.press('ArrowLeft');
    expect(await focused(page)).toBe(requirement);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).not.toMatch(/^\s*failed/);
    await page.keyboard.press('ArrowUp');
    expect(await focused(page)).toBe(requirement);
  });

  test('Tab reaches everything, shows where it is, and comes out at the other end', async () => {
    const { page } = await browser.open(html, '#view=cases&verdict=fail');
    await page.locator('.case > summary').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Copy' }).first().waitFor();
    await page.evaluate('document.querySelector(".skip").focus()');
    const seen: string[] = [];
    for (let stop = 0; stop < 200; stop++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<string | null>(whereFocusIs);
      if (at === null) break;
      seen.push(at);
    }
    expect(seen.length).toBeLessThan(200);
    expect(seen.filter((stop) => stop.startsWith('invisible'))).toEqual([]);
    for (const name of ['Theme: system', 'search', 'All cases', 'Copy', 'Link to this case', 'MAN-BULK']) {
      expect(seen.join('\n')).toContain(name);
    }
  });
});

/** Null once the focus has left the page; of a hidden box that a chip stands for, the chip is what must be outlined. */
const whereFocusIs = `(() => {
  const at = document.activeElement;
  if (at === document.body) return null;
  const shown = at.matches('.choice input') ? at.nextElementSibling : at;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const name = (shown.innerText || at.id).replace(/\\s+/g, ' ').trim();
  return outlineStyle === 'none' || outlineWidth === '0px' ? 'invisible: ' + name : name;
})()`;

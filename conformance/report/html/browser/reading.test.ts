import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visible } from '../../render/visible.ts';
import { renderHtml } from '../render.ts';
import { chromiumPath, startBrowser, type TestBrowser } from '../testing/browser.ts';
import { sampleReport } from '../testing/sample-report.ts';
import { number } from '../view/words.ts';

const report = sampleReport({ failures: 300, diagnoses: [{ code: 'exit.signal', detail: 'SIGABRT' }] });
const html = renderHtml(report, { subjectCommand: './skillkit --stdio' });
const all = number(report.cases.length);
const failed = report.cases.filter(({ verdict }) => verdict === 'fail');
const crashed = failed.find(({ observed, twin }) => observed.stderr !== undefined && twin !== undefined);
if (crashed === undefined) throw new Error('the sample has no crash of a refused case');

describe.skipIf(chromiumPath === undefined)('a report in a browser', () => {
  let browser: TestBrowser;
  beforeAll(async () => {
    browser = await startBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  test('it opens from a file without a complaint and asks for nothing else', async () => {
    const { page, problems } = await browser.open(html);
    await page.getByRole('heading', { level: 1, name: 'Not conformant' }).waitFor();
    await page.getByText(`${failed.length} of ${all} cases failed`).waitFor();
    await page.getByText('the subject was ended by a signal while a call was open').first().waitFor();
    await page.getByRole('status').getByText(`${all} of ${all} cases`).waitFor();
    expect(problems).toEqual([]);
  });

  test('without scripts there is the verdict, the counts and the first 200 failures', async () => {
    const { page } = await browser.open(html, '', { javaScriptEnabled: false });
    const text = await page.locator('main').innerText();
    expect(text).toContain('Not conformant');
    expect(text).toContain(`${failed.length} failed`);
    expect(text).toContain(failed[199]?.id);
    expect(text).not.toContain(failed[200]?.id);
    expect(text).toContain(`… and ${failed.length - 200} more`);
  });

  test('a case shows what was expected, what came, its twin, the change, the clause and how to ask it again', async () => {
    const { page } = await browser.open(html, `#case=${crashed.id}`);
    const text = await page.locator('.single').innerText();
    for (const part of [
      crashed.expected.reason,
      'the subject was ended by a signal while a call was open',
      crashed.twin,
      'passed',
      visible(crashed.edit ?? ''),
      "thread 'main' panicked",
      crashed.requirements[0],
      'Why: ',
      `palyra-conformance run --case ${crashed.id} -- ./skillkit --stdio`,
      `palyra-conformance extract ${crashed.id} ./case`,
    ]) {
      expect(text).toContain(part);
    }
  });

  test('a command is copied', async () => {
    const { page } = await browser.open(html, `#case=${crashed.id}`);
    await page.evaluate('navigator.clipboard.writeText = async (text) => { globalThis.copied = text; }');
    await page.getByRole('button', { name: 'Copy: Ask this case again' }).click();
    await page.getByText('Copied', { exact: true }).waitFor();
    expect(await page.evaluate('copied')).toContain(`--case ${crashed.id}`);
  });

  test('where a file may not copy, the command is selected instead', async () => {
    const { page } = await browser.open(html, `#case=${crashed.id}`);
    await page.evaluate('navigator.clipboard.writeText = async () => { throw new Error("not from a file"); }');
    await page.getByRole('button', { name: 'Copy: Ask this case again' }).click();
    await page.getByText('Selected').waitFor();
    expect(await page.evaluate('String(getSelection())')).toContain(`--case ${crashed.id}`);
  });

  test('it follows the device into the dark, and the reader out of it', async () => {
    const { page } = await browser.open(html, '', { colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await ground()).toBe('rgb(21, 23, 26)');
    await page.getByRole('button', { name: 'Theme: system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).waitFor();
    expect(await ground()).toBe('rgb(253, 253, 252)');
    await page.reload();
    expect(await ground()).toBe('rgb(253, 253, 252)');
  });

  test('paper has no controls on it', async () => {
    const { page } = await browser.open(html);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('search').isVisible()).toBe(false);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(253, 253, 252)');
  });

  test('nothing moves for those who do not want it', async () => {
    const { page } = await browser.open(html, '', { reducedMotion: 'reduce' });
    const turning = "getComputedStyle(document.querySelector('.row summary'), '::before').transitionDuration";
    expect(await page.evaluate(turning)).toBe('0s');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await page.evaluate(turning)).toBe('0.12s');
  });
});

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { goldenReport } from '../testing/golden-report.ts';
import { renderHtml } from './render.ts';
import { hostileCase, hostileSubject, hostileText } from './testing/hostile.ts';
import { sampleReport } from './testing/sample-report.ts';
import type { PageData } from './view/model.ts';

const twelve = renderHtml(sampleReport({ failures: 12 }));
const hostile = renderHtml(
  sampleReport({ size: 200, alter: hostileCase, subject: hostileSubject, stopped: hostileText }),
);

test('the policy of the page allows its own script and style and nothing else', () => {
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(twelve)?.[1]?.replaceAll('&#39;', "'");
  const hashOf = (pattern: RegExp) => {
    const text = pattern.exec(twelve)?.[1] ?? '';
    return `sha256-${createHash('sha256').update(text).digest('base64')}`;
  };
  const script = hashOf(/<script type="module">([\s\S]*?)<\/script>/);
  const style = hashOf(/<style>([\s\S]*?)<\/style>/);
  expect(policy).toBe(
    `default-src 'none'; script-src '${script}'; style-src '${style}'; img-src data:; base-uri 'none'; form-action 'none'`,
  );
});

test('the verdict, the counts, the adapter and every area are there before any script runs', () => {
  const report = sampleReport({ failures: 12, diagnoses: [{ code: 'exit.signal', detail: 'SIGABRT in call 7' }] });
  const text = renderHtml(report).replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>|<[^>]*>/g, '');
  const said = [
    'Not conformant',
    `12 of ${report.cases.length.toLocaleString('en')} cases failed`,
    '12 failed',
    'SIGABRT in call 7',
    'manifest',
  ];
  for (const part of said) expect(text).toContain(part);
  expect(text).toMatch(/[1-9]\d* not met/);
});

test('every verdict and every outcome finds its place', () => {
  const embedded = /id="data">([\s\S]*?)<\/script>/.exec(renderHtml(goldenReport))?.[1];
  const { cases } = JSON.parse(embedded ?? '') as PageData;
  const kind = ({ verdict, observed }: { verdict: string; observed: { outcome: string } }) => [
    verdict,
    observed.outcome,
  ];
  expect(cases.map(kind)).toEqual(goldenReport.cases.map(kind));
});

test('nothing in the markup leads out of the file', () => {
  const links = [...twelve.matchAll(/\s(?:href|src|action|srcset|poster)="([^"]*)"/g)].map(([, url]) => url);
  expect(links.filter((url) => !/^(?:#|data:image\/svg)/.test(url ?? ''))).toEqual([]);
  expect(twelve).not.toMatch(/@import|url\(/);
});

test('the same report gives the same page', () => {
  expect(renderHtml(sampleReport({ failures: 12 }))).toBe(twelve);
});

test('whatever a subject says, the page has two scripts and no handler', () => {
  expect(hostile.match(/<script/g)).toHaveLength(2);
  expect(hostile.match(/<img|<iframe|<object|\son\w+="/g)).toBeNull();
  expect(hostile).not.toMatch(/[\u202e\u2028\u2029\u200b\0\u001b]|\p{Cs}/u);
});

test('a page of 5,000 cases with a long story each stays within a few megabytes', () => {
  const story = (id: string) => `${id} ${'and then it failed '.repeat(400)}`;
  const report = sampleReport({
    size: 5000,
    alter: (line) => ({
      ...line,
      verdict: 'fail',
      observed: { outcome: 'fault', text: 'fault', stderr: story(line.id) },
    }),
  });
  expect(renderHtml(report).length).toBeLessThan(9_000_000);
});

test('a report of another version of the suite is shown as far as it is understood', () => {
  const report = sampleReport({ size: 10 });
  const of = (id: string) => ({ id, keyword: 'MUST', set: 'core', status: 'met' }) as never;
  const strange = {
    ...report,
    footer: {
      ...report.footer,
      requirements: [of('NEW-ONE')],
      diagnoses: [{ code: 'new.one' as never, count: 1, detail: '' }],
    },
  };
  expect(renderHtml(strange)).toContain('does not have this requirement');
});

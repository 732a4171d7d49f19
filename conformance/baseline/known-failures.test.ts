import { expect, test } from 'vitest';
import { describeFileProblem } from '../blocks/problem.ts';
import { describeFinding } from './finding.ts';
import { startBaseline } from './known-failures.ts';
import { unexplained } from './parse.ts';
import { baselineOf, entryText, lineOf, linesOf } from './testing/lines.ts';
import { updateBaseline } from './update.ts';

const ids = ['a/1', 'a/2', 'a/3', 'b/1'];
const today = '2031-06-15';

function hold(baseline: ReturnType<typeof baselineOf>, seen: Readonly<Record<string, string>>) {
  const check = startBaseline(baseline, today, ids);
  const known = linesOf(seen).map((line) => check.reasonFor(line));
  for (const line of linesOf(seen)) check.see(line);
  return { known, findings: check.finish().map(describeFinding) };
}

test('a failure is known by its id or by a glob, with its outcome and reason', () => {
  const baseline = baselineOf(entryText('a/1', 'reject trust.store-json'), entryText('b/*', 'ok'));
  expect(hold(baseline, { 'a/1': 'reject trust.store-json', 'a/2': 'ok', 'b/1': 'ok' })).toEqual({
    known: ['why a/1', undefined, 'why b/*'],
    findings: [],
  });
});

test('a failure of another kind is not known, and its entry contradicts the run', () => {
  const baseline = baselineOf(entryText('a/1', 'reject trust.store-json'), entryText('b/1', 'crash'));
  expect(hold(baseline, { 'a/1': 'reject trust.store-key', 'b/1': 'unsupported' })).toEqual({
    known: [undefined, undefined],
    findings: [
      'line 1, a/1: a/1 ended with "reject trust.store-key" and not with "reject trust.store-json"; look into it, then correct the entry',
      'line 6, b/1: b/1 ended with "unsupported" and not with "crash"; look into it, then correct the entry',
    ],
  });
});

test('a long reason is known by its beginning, even where it is cut in the middle of a letter', () => {
  const reason = `${'x'.repeat(199)}\u{1f600}`;
  const update = updateBaseline(
    '',
    [{ ...lineOf('a/1', 'reject'), observed: { outcome: 'reject', reason, text: '' } }],
    ids,
  );
  if (!update.ok) throw new Error(update.problems.map(describeFileProblem).join());
  const check = startBaseline(baselineOf(update.text), today, ids);
  expect(check.reasonFor({ ...lineOf('a/1', 'reject'), observed: { outcome: 'reject', reason, text: '' } })).toBe(
    unexplained,
  );
  expect(check.unexplained.map((entry) => entry.case)).toEqual(['a/1']);
});

test('a case that passes, or that cannot fail, has no place in a baseline', () => {
  const baseline = baselineOf(entryText('a/*', 'ok'), entryText('b/1', 'ok'));
  expect(hold(baseline, { 'a/1': 'pass', 'a/2': 'ok', 'a/3': 'observed', 'b/1': 'observed' }).findings).toEqual([
    'line 1, a/*: a/1 does not fail any more; remove the entry, or narrow its glob',
    'line 6, b/1: b/1 does not fail any more; remove the entry, or narrow its glob',
  ]);
});

test('an entry without a case is out of date whatever was asked', () => {
  const baseline = baselineOf(entryText('a/4', 'ok'), entryText('c/*', 'ok'), entryText('a/1', 'ok'));
  expect(hold(baseline, { 'b/1': 'pass' }).findings).toEqual([
    'line 1, a/4: there is no such case; remove the entry',
    'line 6, c/*: no case has such a name; remove the entry, or correct its glob',
  ]);
});

test('a case that was not asked says nothing of its entry', () => {
  const baseline = baselineOf(entryText('a/1', 'ok'), entryText('a/*', 'ok'));
  expect(hold(baseline, { 'a/1': 'not-run', 'b/1': 'pass' })).toEqual({
    known: [undefined, undefined],
    findings: [],
  });
});

test('an entry excuses up to its last day, and is out of date from then on', () => {
  const lasts = baselineOf(entryText('a/1', 'ok', `expires = ${today}\n`));
  expect(hold(lasts, { 'a/1': 'ok' })).toEqual({ known: ['why a/1'], findings: [] });
  const over = baselineOf(entryText('a/1', 'ok', 'expires = 2031-06-14\n'));
  expect(hold(over, { 'a/1': 'ok' })).toEqual({
    known: [undefined],
    findings: ['line 1, a/1: it was to be dealt with by 2031-06-14; fix the failure, or give the entry a later date'],
  });
});

test('two entries that disagree on a case excuse nothing; two that agree do', () => {
  const disagree = baselineOf(entryText('a/*', 'ok'), entryText('a/1', 'crash'));
  expect(hold(disagree, { 'a/1': 'crash' })).toEqual({
    known: [undefined],
    findings: [
      'line 1, a/*: a/1 ended with "crash" and not with "ok"; look into it, then correct the entry',
      'line 6, a/1: the entry on line 1 expects another outcome of a/1; correct one of the two',
    ],
  });
  expect(hold(baselineOf(entryText('a/*', 'ok'), entryText('a/1', 'ok')), { 'a/1': 'ok' })).toEqual({
    known: ['why a/*'],
    findings: [],
  });
});

test('of many cases the first few are named, and no more are kept', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `a/${index}`);
  const check = startBaseline(baselineOf(entryText('a/*', 'ok')), today, many);
  for (const id of many) check.see(lineOf(id, 'pass'));
  expect(check.finish()).toMatchObject([{ kind: 'passing', seen: { count: 20_000, ids: ['a/0', 'a/1', 'a/2'] } }]);
});

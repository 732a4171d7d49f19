import { expect, test } from 'vitest';
import { type CaseSummary, checkCases } from './cases.ts';
import { describeComplaint } from './complaint.ts';

const proves = ['TEA-HOT'];
const hot: CaseSummary = { kind: 'accepted', id: 'tea/hot', proves };
const cold: CaseSummary = { kind: 'rejected', id: 'tea/cold', proves, twin: 'tea/hot' };
const stale: CaseSummary = { kind: 'rejected', id: 'tea/stale', proves, twin: 'tea/hot' };

function check(...cases: readonly CaseSummary[]): readonly string[] {
  const sources = [{ file: 'conformance/cases/tea.ts', text: "\n  rejected('tea/cold', proves)," }];
  return checkCases(cases, new Set(proves), sources).map(describeComplaint);
}

test('cases with ids of their own, beside twins that exist, are in order', () => {
  expect(check(hot, { kind: 'changed', id: 'tea/hotter', proves, twin: 'tea/hot' })).toEqual([]);
  expect(
    check(hot, cold, stale, { kind: 'ordered', id: 'tea/order', proves, first: 'tea/cold', second: 'tea/stale' }),
  ).toEqual([]);
});

test('two cases with one id are refused', () => {
  expect(check(hot, hot)).toEqual([
    'conformance/cases/index.ts:1: the case tea/hot has the id of another case; give it one of its own',
  ]);
});

test('a rejected case without a twin is refused, where the case is written', () => {
  expect(check(cold)).toEqual([
    'conformance/cases/tea.ts:2: the case tea/cold has no accepted twin tea/hot; name an accepted case that is one edit away',
  ]);
});

test.each(['rejected', 'observed'] as const)('a rejected case whose twin is %s is refused', (kind) => {
  const twin: CaseSummary =
    kind === 'rejected' ? { ...cold, id: 'tea/hot', twin: 'tea/warm' } : { kind, id: 'tea/hot', proves };
  const warm: CaseSummary = { kind: 'accepted', id: 'tea/warm', proves };
  expect(check(warm, twin, cold)[0]).toContain('the case tea/cold has no accepted twin tea/hot;');
});

test('a changed case stands beside an accepted one too', () => {
  const hotter: CaseSummary = { ...cold, kind: 'changed', id: 'tea/hotter', twin: 'tea/cold' };
  expect(check(hot, cold, hotter)[0]).toContain('the case tea/hotter has no accepted twin tea/cold;');
});

test('a case that proves an unknown id, or nothing, is refused', () => {
  expect(check({ ...hot, proves: ['TEA-SWEET'] })[0]).toContain('proves TEA-SWEET, which no chapter declares;');
  expect(check({ ...hot, proves: [] })[0]).toContain('proves nothing;');
});

test('an ordered case needs two rejected ones of one twin', () => {
  const ordered: CaseSummary = { kind: 'ordered', id: 'tea/order', proves, first: 'tea/cold', second: 'tea/hot' };
  expect(check(hot, cold, ordered)[0]).toContain('the case tea/order orders tea/cold and tea/hot;');
  const warm: CaseSummary = { kind: 'accepted', id: 'tea/warm', proves };
  const other: CaseSummary = { ...stale, twin: 'tea/warm' };
  expect(check(hot, warm, cold, other, { ...ordered, second: 'tea/stale' })[0]).toContain(
    'orders tea/cold and tea/stale;',
  );
});

import { expect, test } from 'vitest';
import { causeOf, causesOf } from './causes.ts';
import type { PageCase } from './model.ts';

const ok = { outcome: 'ok', text: 'ok' } as const;
const refuse = { outcome: 'reject', reason: 'manifest.blank', text: '' } as const;
const failed: PageCase = {
  id: 'a',
  operation: 'manifest.parse',
  verdict: 'fail',
  requirements: [],
  expected: ok,
  observed: ok,
};

test.each([
  { change: { observed: ok }, sentence: 'Accepted, with another value than expected' },
  { change: { expected: refuse }, sentence: 'Accepted what must be refused as `manifest.blank`' },
  { change: { observed: { ...refuse, reason: 'x' } }, sentence: 'Refused as `x` what must be accepted' },
  {
    change: { expected: refuse, observed: { ...refuse, reason: 'x' } },
    sentence: 'Refused as `x`, not as `manifest.blank`',
  },
  {
    change: { expected: refuse, observed: { ...refuse, reason: '' } },
    sentence: 'Refused without a reason, not as `manifest.blank`',
  },
  { change: { observed: { outcome: 'crash', diagnosis: 'exit.signal', text: '' } }, sentence: 'Crash: it was killed' },
  { change: { observed: { outcome: 'fault', text: 'fault: of this one only' } }, sentence: 'Fault' },
  { change: { observed: { outcome: 'unsupported', text: '' } }, sentence: '`manifest.parse` is not supported' },
  { change: { observed: { outcome: 'not-run', text: 'not run: no time' } }, sentence: 'Not run: no time' },
] satisfies readonly { readonly change: Partial<PageCase>; readonly sentence: string }[])(
  'a case can tell: $sentence',
  ({ change, sentence }) => {
    expect(causeOf({ ...failed, ...change }, { 'exit.signal': 'it was killed' })).toBe(sentence);
  },
);

test('causes stand in the order of how many cases they have, failures before what was not answered', () => {
  const unsupported: PageCase = { ...failed, verdict: 'unsupported', observed: { outcome: 'unsupported', text: '' } };
  const accepted: PageCase = { ...failed, expected: refuse };
  const passed: PageCase = { ...failed, verdict: 'pass' };
  const causes = causesOf([unsupported, unsupported, unsupported, failed, accepted, passed, accepted], {});
  expect(causes.map(({ cases }) => cases.length)).toEqual([2, 1, 3]);
});

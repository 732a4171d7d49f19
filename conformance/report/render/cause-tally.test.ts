import { expect, test } from 'vitest';
import type { CaseLine } from '../lines.ts';
import { failed, passed } from '../testing/reports.ts';
import { CauseTally } from './cause-tally.ts';

const fault = (text: string): CaseLine => ({ ...failed('a'), observed: { outcome: 'fault', text: `fault: ${text}` } });
const refused: CaseLine = { ...failed('a'), observed: { outcome: 'reject', reason: 'X', text: 'reject X' } };

function top(lines: readonly CaseLine[], most?: number) {
  const tally = new CauseTally();
  for (const line of lines) tally.see(line);
  return tally.top(most);
}

test('failures with one cause are counted, the most frequent first', () => {
  expect(top([refused, fault('disk full'), fault('disk full'), refused, fault('disk full'), passed('b')])).toEqual({
    causes: [
      { sentence: 'Fault: disk full', count: 3 },
      { sentence: 'Refused as X what must be accepted', count: 2 },
    ],
    others: 0,
  });
});

test('faults that differ in every case are one cause, and what stands alone is another', () => {
  expect(top([fault('a'), fault('b'), refused])).toEqual({ causes: [{ sentence: 'Fault', count: 2 }], others: 1 });
});

test('only so many causes are named, and the rest is counted', () => {
  expect(top([refused, refused, fault('a'), fault('a'), fault('a')], 1)).toEqual({
    causes: [{ sentence: 'Fault: a', count: 3 }],
    others: 2,
  });
});

test('a failure that the baseline knows is not counted', () => {
  expect(top([refused, { ...refused, known: 'issue 1' }, { ...refused, known: 'issue 1' }])).toEqual({
    causes: [],
    others: 1,
  });
});

import { expect, test } from 'vitest';
import { parseChapter } from './chapter.ts';
import { describeComplaint } from './complaint.ts';
import { checkLedger, nextLedger } from './ledger.ts';
import { parseRecord, recordFile } from './record.ts';

const hot = '> **TEA-HOT** · MUST · core · since 1.0\n> Tea MUST be hot.\n> Why: taste.\n';
const withdrawn = '> **TEA-HOT** · withdrawn · 1.1\n> Taste is free.\n';

function check(text: string, ledger: Readonly<Record<string, string>>): readonly string[] {
  const { requirements, tombstones } = parseChapter({ file: 'spec/trust.md', text });
  const record = new Map(Object.entries(ledger));
  const file = { file: 'spec/ids.json', text: recordFile(record) };
  return checkLedger(requirements, tombstones, record, file).map(describeComplaint);
}

test('an id that is used twice is refused', () => {
  expect(check(`${hot}\n${hot}`, {})[0]).toBe(
    'spec/trust.md:5: TEA-HOT is used twice, first at spec/trust.md:1; give one of them a new id',
  );
});

test('an id that has both a block and a tombstone is refused', () => {
  expect(check(`${hot}\n${withdrawn}`, {})[0]).toContain('TEA-HOT is used twice');
});

test('an id that vanished without a tombstone is refused, at its line of the ledger', () => {
  expect(check('', { 'TEA-COLD': 'withdrawn', 'TEA-HOT': 'declared' })).toHaveLength(2);
  expect(check('', { 'TEA-HOT': 'declared' })[0]).toContain('spec/ids.json:2: TEA-HOT has vanished from the chapters;');
  expect(check(withdrawn, { 'TEA-HOT': 'declared' })).toEqual([]);
});

test('a withdrawn id that is used again is refused', () => {
  expect(check(hot, { 'TEA-HOT': 'withdrawn' })[0]).toContain(
    'spec/trust.md:1: TEA-HOT was withdrawn and is used again;',
  );
});

test('the next ledger remembers what is declared and what is withdrawn', () => {
  const text = `${hot}\n${withdrawn.replace('HOT', 'OLD')}`;
  const { requirements, tombstones } = parseChapter({ file: 'spec/trust.md', text });
  expect([...nextLedger(requirements, tombstones)]).toEqual([
    ['TEA-HOT', 'declared'],
    ['TEA-OLD', 'withdrawn'],
  ]);
});

test('a record file reads back, and one that is damaged is refused', () => {
  const record = new Map([
    ['TEA-HOT', 'a'],
    ['TEA-WET', 'b'],
  ]);
  const file = 'spec/ids.json';
  expect(parseRecord({ file, text: recordFile(record) })).toEqual(record);
  expect(parseRecord({ file, text: '' })).toEqual(new Map());
  for (const text of ['{', '[]', '{"TEA-HOT": 1}', '{"TEA-HOT": "a", "TEA-HOT": "b"}']) {
    expect(parseRecord({ file, text })).toMatchObject({ file, line: 1 });
  }
});

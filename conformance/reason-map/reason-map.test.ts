import { expect, test } from 'vitest';
import { describeFileProblem } from '../blocks/problem.ts';
import { parseReasonMap, type ReasonMap } from './parse.ts';
import { reasonFor, useReasonMap } from './reason-for.ts';

function mapOf(...rows: readonly (readonly [native: string, is: string])[]): ReasonMap {
  const text = rows.map(([native, is]) => `[[reason]]\nnative = ${JSON.stringify(native)}\nis = "${is}"\n`).join('\n');
  const parsed = parseReasonMap(Buffer.from(text));
  if (!parsed.ok) throw new Error(parsed.problems.map(describeFileProblem).join('\n'));
  return parsed.map;
}

const complaints = (text: string) => {
  const parsed = parseReasonMap(Buffer.from(text));
  return parsed.ok ? [] : parsed.problems.map(describeFileProblem);
};

test('the first row that fits what the subject says decides', () => {
  const map = mapOf(
    ['unknown field `x`', 'manifest.unknown-key'],
    ['unknown field *', 'ManifestParse'],
    ['E_ZIP', 'Zip'],
    ['*', 'Io'],
  );
  expect(reasonFor(map, { reason: '', native: 'unknown field `x`' })).toBe('manifest.unknown-key');
  expect(reasonFor(map, { reason: '', native: 'unknown field `y`,\nexpected z' })).toBe('ManifestParse');
  expect(reasonFor(map, { reason: 'E_ZIP', native: 'not an archive' })).toBe('Zip');
  expect(reasonFor(map, { reason: '', native: 'disk full' })).toBe('Io');
});

test('a reason of the suite is taken at its word, and one that no row fits stays as it is', () => {
  const map = mapOf(['bad key', 'trust.invalid-key']);
  expect(reasonFor(map, { reason: 'trust.store-key', native: 'bad key' })).toBe('trust.store-key');
  expect(reasonFor(map, { reason: 'Serialization', native: 'bad key' })).toBe('Serialization');
  expect(reasonFor(map, { reason: 'E_KEY', native: 'a bad key' })).toBe('E_KEY');
  expect(reasonFor(map, { reason: '', native: '' })).toBe('');
});

test('a glob looks at the beginning of what is said, however long it is', () => {
  const map = mapOf([`${'*a'.repeat(1000)}b`, 'Zip'], ['a*', 'Io']);
  expect(reasonFor(map, { reason: '', native: 'a'.repeat(1_000_000) })).toBe('Io');
});

test('rows that named nothing are told of, also those behind a row that fits everything', () => {
  const use = useReasonMap(mapOf(['E1', 'Zip'], ['E*', 'Io'], ['E2', 'Zip']));
  expect(use.reasonOf({ reason: '', native: 'E1' })).toBe('Zip');
  expect(use.reasonOf({ reason: '', native: 'E2' })).toBe('Io');
  expect(use.reasonOf({ reason: 'Zip', native: 'E2' })).toBe('Zip');
  expect(use.unused()).toEqual([{ native: 'E2', is: 'Zip', line: 9 }]);
});

test.each([
  [
    '[[reason]]\nnative = "x"\nis = "manifest.unkown-key"',
    'line 3: "manifest.unkown-key" is no reason of the suite; manifest.unknown-key was probably meant',
  ],
  ['[[reason]]\nnative = "x"\nis = "ok"', 'line 3: "ok" is no reason of the suite; see reasons.json for all of them'],
  [
    '[[reason]]\nnative = "x"\nis = "constructor"',
    'line 3: "constructor" is no reason of the suite; see reasons.json for all of them',
  ],
  ['[[reason]]\nnative = ""\nis = "Zip"', 'line 2: native is empty; fill it in'],
  ['[[reason]]\nis = "Zip"', 'line 1: this [[reason]] has no native; add native = "text"'],
  ['[[reason]]\nnative = "x"\nis = "Zip"\nwhen = "y"', 'line 4: there is no key when; remove it'],
  ['[[known]]', 'line 1: [[known]] is not known here; every entry begins with [[reason]]'],
])('%j is refused with what to do about it', (text, complaint) => {
  expect(complaints(text)).toEqual([complaint]);
});

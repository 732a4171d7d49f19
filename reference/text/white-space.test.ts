import { expect, test } from 'vitest';
import { asciiLower, isBlank, trim } from './white-space.ts';

const whiteSpace = '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2005\u200a\u2028\u2029\u202f\u205f\u3000';

test('every character with the Unicode property White_Space is trimmed (MAN-TRIM)', () => {
  for (const character of whiteSpace) expect(trim(`${character}a b${character}`)).toBe('a b');
  expect(trim(`${whiteSpace}a${whiteSpace}`)).toBe('a');
});

test('what only looks like white space stays (MAN-TRIM)', () => {
  for (const character of '\u001c\u001f\u180e\u200b\u2060\ufeff\u0000') expect(trim(character)).toBe(character);
});

test('the set agrees with the property of the engine for every unit (MAN-TRIM)', () => {
  const characters = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));
  expect(characters.filter(isBlank)).toEqual(characters.filter((character) => /^\p{White_Space}$/u.test(character)));
});

test('only A to Z are folded (MAN-ASCII-CASE)', () => {
  expect(asciiLower('ABC-xyz-É-\u212a')).toBe('abc-xyz-É-\u212a');
});

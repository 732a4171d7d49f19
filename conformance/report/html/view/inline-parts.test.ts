import { expect, test } from 'vitest';
import { inlineParts } from './inline-parts.ts';

test('code and keyword are told apart from the words of a sentence', () => {
  expect(inlineParts('`name` MUST NOT be `MUST`, and MUSTARD is none')).toEqual([
    { kind: 'code', text: 'name' },
    { kind: 'text', text: ' ' },
    { kind: 'keyword', text: 'MUST NOT' },
    { kind: 'text', text: ' be ' },
    { kind: 'code', text: 'MUST' },
    { kind: 'text', text: ', and MUSTARD is none' },
  ]);
});

test('a backtick without its partner is a character', () => {
  expect(inlineParts('a ` b')).toEqual([{ kind: 'text', text: 'a ` b' }]);
});

import { expect, test } from 'vitest';
import { parseLine } from './parse-line.ts';

const parse = (text: string) => parseLine(Buffer.from(text));
const nested = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

test.each([
  ['as text', '{"id":18446744073709551615}', 18446744073709551615n],
  ['with a carriage return before the line feed', '{"id":1}\r', 1n],
  ['among spaces', ' { "id" : 1 } ', 1n],
])('a message is read: %s', (_, line, id) => {
  expect(parse(line)).toEqual({ ok: true, message: new Map([['id', id]]), repeated: [] });
});

test('keys that repeat are named by their paths', () => {
  expect(parse('{"ok":{"value":1,"value":2},"id":1,"id":2}')).toMatchObject({
    repeated: [['ok', 'value'], ['id']],
  });
});

test.each([
  ['nothing', [], 'not-json'],
  ['a banner', [...Buffer.from('Starting…')], 'not-json'],
  ['two objects', [...Buffer.from('{}{}')], 'not-json'],
  ['NUL', [0], 'not-json'],
  ['half a character', [...Buffer.from('{"a":"'), 0xc3], 'not-utf8'],
  ['Latin-1', [...Buffer.from('{"a":"'), 0xe9, ...Buffer.from('"}')], 'not-utf8'],
  ['a byte order mark', [0xef, 0xbb, 0xbf, ...Buffer.from('{}')], 'byte-order-mark'],
  ['a list', [...Buffer.from('[{}]')], 'not-object'],
  ['null', [...Buffer.from('null')], 'not-object'],
])('what is no message is told apart: %s', (_, bytes, problem) => {
  expect(parseLine(Uint8Array.from(bytes))).toMatchObject({ ok: false, problem });
});

test('a message may be 512 levels deep, which is more than the strict dialect allows, and no deeper', () => {
  expect(parse(nested(512))).toMatchObject({ ok: true });
  expect(parse(nested(513))).toMatchObject({ ok: false, problem: 'not-json', detail: /^more than 512 levels/ });
  expect(parse(nested(500_000))).toMatchObject({ ok: false, problem: 'not-json' });
});

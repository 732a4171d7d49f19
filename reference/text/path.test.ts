import { expect, test } from 'vitest';
import { parsePath } from './path.ts';

test.each([
  ['a', 'a'],
  [' a ', 'a'],
  ['a\\b/c', 'a/b/c'],
  ['\u0085a/b\u3000', 'a/b'],
  ['a /b', 'a /b'],
  ['a/ .. /b', 'a/ .. /b'],
  ['.../x', '.../x'],
  ['a.', 'a.'],
  ['con', 'con'],
  ['%2e%2e/~/*', '%2e%2e/~/*'],
  ['\ufeffa\u0001', '\ufeffa\u0001'],
  ['e\u0301', 'e\u0301'],
])('%j is the path %j (PATH-NORMAL)', (text, path) => {
  expect(parsePath(text)).toEqual({ ok: true, value: path });
});

test.each([
  '',
  ' ',
  '/',
  '/a',
  '\\a',
  'a/',
  'a/ ',
  'a//b',
  'a\\\\b',
  '.',
  '..',
  './a',
  'a/.',
  'a/../b',
  ' ../x',
  'c:a',
  'c:/x',
  'a\0b',
])('%j is no path, and the failure says it as it was written (PATH-NORMAL)', (text) => {
  expect(parsePath(text)).toEqual({ ok: false, failure: { code: 'artifact.invalid-path', path: text } });
});

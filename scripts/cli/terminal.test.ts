import { expect, test } from 'vitest';
import { parseJson } from '#spec/json/parse.ts';
import type { Shell } from './shell.ts';
import { jsonDocument, markedLine, painter, printable } from './terminal.ts';

const hostile = '\u001b[2J\u009b31m\u202egnp.exe\r\nerror: \u0007\u200b';

test('text from a hostile file cannot steer a terminal', () => {
  expect(printable(hostile)).toBe('\\u001b[2J\\u009b31m\\u202egnp.exe\\u000d\\u000aerror: \\u0007\\u200b');
  expect(printable('Žluťoučký 🐎')).toBe('Žluťoučký 🐎');
});

test('a line of fields stays one line whatever the fields hold', () => {
  expect(markedLine('marker', { plain: 'a/b', number: 3n, flag: true })).toBe('marker plain=a/b number=3 flag=true\n');
  expect(markedLine('marker', { name: 'Echo skill', empty: '', quoted: '"' })).toBe(
    'marker name="Echo skill" empty="" quoted="\\""\n',
  );
  expect(markedLine('marker', { hostile }).trimEnd()).not.toMatch(/[\p{Cc}\u202e\u200b]/u);
});

test('JSON for a terminal is the same document', () => {
  const value = new Map([['key\u009b', hostile]]);
  const text = jsonDocument(value);
  expect(text).toMatch(/^\{\n {2}"key/);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u200b]/u);
  expect(parseJson(Buffer.from(text))).toMatchObject({ ok: true, value });
});

test.each<[string, boolean, boolean, Shell['env']]>([
  ['a pipe', false, false, {}],
  ['--no-color', true, true, {}],
  ['NO_COLOR', true, false, { NO_COLOR: '1' }],
  ['a terminal that knows nothing', true, false, { TERM: 'dumb' }],
])('there are no colours with %s', (_, stdout, noColor, env) => {
  const shell = { env, terminal: { stdout, stderr: false } } as Shell;
  expect(painter(shell, 'stdout', noColor)('bold', 'text')).toBe('text');
});

test('a terminal gets colours, and an empty NO_COLOR does not count', () => {
  const shell = { env: { NO_COLOR: '' }, terminal: { stdout: true, stderr: true } } as unknown as Shell;
  expect(painter(shell, 'stdout', false)('bold', 'text')).toBe('\u001b[1mtext\u001b[22m');
});

import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import { longestLine } from './audit-line.ts';
import { appendLines } from './audit-log.ts';
import { layoutOf } from './layout.ts';
import { line, make, ownRoot, seen } from './testing/host.ts';

const host = ownRoot();
const read = (name = 'audit.ndjson') => readFileSync(host.path('skills', name), 'utf8');
const add = (kind: string) => make(host.root, { logLines: [line(kind)] });
const wrong = () => seen(host.root, (now) => now.wrongLogLines());
beforeEach(() => expect(add('first')).toEqual(ok('made')));

test('a line ends with the digest of what it would be without it (STATE-LOG-LINE)', () => {
  const text = '{"event_kind":"first","timestamp_unix_ms":5,"payload":{"skill_id":"acme.echo"}}';
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
  expect(read()).toBe(`${text.slice(0, -1)},"line_sha256":"${digest}"}\n`);
  expect(wrong()).toEqual([]);
});

test.each([
  ['has no line break', '{"event_kind":"x"}'],
  ['is cut off', '{"event_ki'],
  ['is no JSON', 'x\n'],
  ['is no object', '[]\n'],
  ['is empty', '\n'],
  ['has a wrong checksum', '{"event_kind":"x","line_sha256":"0123456789abcdef"}\n'],
  ['has a checksum elsewhere', '{"line_sha256":"0123456789abcdef","event_kind":"x"}\n'],
  ['has zeros for what was lost', '\0\0\0\0'],
])('a last line that %s is moved aside by the next change (STATE-LOG-TORN)', (_, torn) => {
  const before = read();
  appendFileSync(host.path('skills/audit.ndjson'), torn);
  expect(make(host.root, {})).toEqual(ok('made'));
  expect(read()).toBe(before);
  expect(read('audit.ndjson.torn')).toBe(`${torn}\n`);
  expect(add('second')).toEqual(ok('made'));
  expect(read().split('\n').length).toBe(3);
  expect(wrong()).toEqual([]);
});

test('a last line of a program that writes no checksums stays (STATE-LOG-TORN)', () => {
  appendFileSync(host.path('skills/audit.ndjson'), '{"event_kind":"skill.audit"}\n');
  expect(add('second')).toEqual(ok('made'));
  expect(read().split('\n').length).toBe(4);
  expect(existsSync(host.path('skills/audit.ndjson.torn'))).toBe(false);
});

test('a last line without an end that is longer than any is closed, and the next has its own (STATE-LOG-TORN)', () => {
  appendFileSync(host.path('skills/audit.ndjson'), 'x'.repeat(3 * longestLine));
  expect(add('second')).toEqual(ok('made'));
  expect(wrong()).toEqual([{ line: 2, problem: 'too-long' }]);
});

test('wrong lines are reported with their numbers, and stay (STATE-LOG-WRONG-LINE)', () => {
  const path = host.path('skills/audit.ndjson');
  for (const kind of ['second', 'third', 'fourth']) expect(add(kind)).toEqual(ok('made'));
  const lines = read().split('\n');
  const text = [lines[0], lines[1]?.replace('second', 'secret'), 'x', lines[2], lines[3], 'torn'].join('\n');
  writeFileSync(path, text);
  const found = [
    { line: 2, problem: 'checksum' },
    { line: 3, problem: 'not-json' },
  ];
  expect(wrong()).toEqual([...found, { line: 6, problem: 'torn' }]);
  expect(add('fifth')).toEqual(ok('made'));
  expect(wrong()).toEqual(found);
});

test('a log of many megabytes is looked through line by line (STATE-LOG-WRONG-LINE)', () => {
  appendFileSync(host.path('skills/audit.ndjson'), `${'{"a":"b"}\n'.repeat(1_000_000)}x\n${'{}\n'.repeat(3)}`);
  expect(wrong()).toEqual([{ line: 1_000_002, problem: 'not-json' }]);
});

test.each([
  ['none of them', ''],
  ['a part of them', 'one\nt'],
  ['all of them', 'one\ntwo\n'],
  ['what somebody added to them', 'one\ntwo\nthree\n'],
  ['zeros', '\0\0\0'],
])('lines that are appended again are there once, where there was: %s (STATE-LOG-APPEND)', (_, there) => {
  const layout = layoutOf(host.root);
  mkdirSync(layout.skills, { recursive: true });
  writeFileSync(layout.log, `before\n${there}`);
  for (let times = 0; times < 2; times++) appendLines(layout, 7, Buffer.from('one\ntwo\n'));
  expect(read()).toBe(`before\none\ntwo\n${there.includes('three') ? 'three\n' : ''}`);
});

test('lines are there once in a log that was begun anew in between (STATE-LOG-APPEND)', () => {
  const layout = layoutOf(host.root);
  writeFileSync(layout.log, 'new\n');
  for (let times = 0; times < 2; times++) appendLines(layout, 1000, Buffer.from('one\n'));
  expect(read()).toBe('new\none\n');
});

test.each([
  ['longer than a line can be', 'x'.repeat(longestLine)],
  ['half of a pair', '\ud800'],
])('a line is refused that its reader would refuse: %s (STATE-LOG-LINE)', (_, payload) => {
  const logLines = [{ eventKind: 'x', timestampUnixMs: 1n, payload }];
  expect(make(host.root, { logLines })).toMatchObject({ failure: { code: 'state.unwritable' } });
});

import { expect, test } from 'vitest';
import { describeFileProblem } from '../blocks/problem.ts';
import { parseBaseline } from './parse.ts';

const parse = (text: string) => parseBaseline(Buffer.from(text));

const complaints = (bytes: string | Uint8Array) => {
  const parsed = parseBaseline(Buffer.from(bytes));
  return parsed.ok ? [] : parsed.problems.map(describeFileProblem);
};

const entry = '[[known]]\ncase = "trust/add"\nobserved = "ok"\nreason = "we trim"\n';

test('an entry says what fails, how, why, where that is discussed, and until when', () => {
  const text = `# Ours\n\n${entry}link = "https://example.org/1" # the issue\nexpires = 2031-12-31\n`;
  expect(parse(text)).toMatchObject({
    ok: true,
    baseline: {
      entries: [
        {
          case: 'trust/add',
          isGlob: false,
          observed: 'ok',
          reason: 'we trim',
          link: 'https://example.org/1',
          expires: '2031-12-31',
          block: { header: 3, to: 8 },
        },
      ],
    },
  });
});

test('a file without entries, or without anything, is a baseline', () => {
  expect(parse('')).toEqual({ ok: true, baseline: { entries: [] } });
  expect(parse('# nothing fails\r\n')).toEqual({ ok: true, baseline: { entries: [] } });
});

test('line ends of Windows and a byte order mark are no part of a value', () => {
  expect(parse(`\ufeff${entry.replaceAll('\n', '\r\n')}`)).toMatchObject({
    ok: true,
    baseline: { entries: [{ case: 'trust/add', reason: 'we trim' }] },
  });
});

test.each([
  ['[[known]]\n', 'line 1: this [[known]] has no case; add case = "text"'],
  [entry.replace('reason', 'raeson'), 'line 4: there is no key raeson; reason was probably meant'],
  [`${entry}owner = "me"`, 'line 5: there is no key owner; remove it'],
  [`${entry}reason = "b"`, 'line 5: reason stands on line 4 already; keep one of the two'],
  [entry.replace('we trim', ' '), 'line 4: reason is empty; fill it in'],
  ['case = "a"', 'line 1: case belongs to no entry; put [[known]] on a line above it'],
  ['[[konwn]]', 'line 1: [[konwn]] is not known here; every entry begins with [[known]]'],
  ['[known]', 'line 1: a line is empty, a comment, [[known]] or key = "text"; this one is none of them'],
  [`${entry}why not`, 'line 5: a line is empty, a comment, [[known]] or key = "text"; this one is none of them'],
  [
    entry.replace('"ok"', 'true'),
    'line 3: the value of observed is not text in quotes on one line; write observed = "text"',
  ],
  [
    entry.replace('"ok"', '"ok" "'),
    'line 3: the value of observed is not text in quotes on one line; write observed = "text"',
  ],
  [
    entry.replace('"ok"', '"\\ud800"'),
    'line 3: the value of observed is not text in quotes on one line; write observed = "text"',
  ],
  [
    entry.replace('"ok"', '"""ok"""'),
    'line 3: the value of observed is not text in quotes on one line; write observed = "text"',
  ],
  [
    entry.replace('"ok"', '"pass"'),
    'line 3: "pass" is no outcome of a failure; write "ok", "reject" and the reason, "fault", "crash", "timeout", "protocol-error" or "flaky"',
  ],
  [`${entry}expires = "soon"`, 'line 5: "soon" is no date; write it as 2031-12-31'],
  [`${entry}expires = "2031-02-29"`, 'line 5: "2031-02-29" is no date; write it as 2031-12-31'],
  [
    `${entry}link = "javascript:alert(1)"`,
    'line 5: "javascript:alert(1)" is no link; write a URL that begins with https:// or http://',
  ],
  ['# a\u0000b', 'line 1: there is a control character; remove it, or write it as an escape such as \\u0007'],
  [`# ${'x'.repeat(5000)}`, 'line 1: the line has more than 4096 characters; shorten it'],
])('%j is refused with what to do about it', (text, complaint) => {
  expect(complaints(text)).toContain(complaint);
});

test('bytes that are no text are refused with their line', () => {
  expect(complaints(Buffer.concat([Buffer.from(entry), Buffer.of(0xff)]))).toEqual([
    'line 5: this is not UTF-8; save the file in that encoding',
  ]);
  expect(complaints(new Uint8Array(17 * 1024 * 1024))).toEqual([
    'line 1: the file is larger than 8388608 bytes; use globs instead of single ids',
  ]);
});

test('what is wrong is told of every entry at once, up to a bound', () => {
  expect(complaints(`${entry.replace('ok', 'no')}${entry.replace('case', 'csae')}`)).toHaveLength(3);
  expect(complaints('x\n'.repeat(100_000))).toHaveLength(50);
  expect(complaints('[[known]]\n'.repeat(100_000)).length).toBeLessThan(60);
});

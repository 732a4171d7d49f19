import fc from 'fast-check';
import { expect, test } from 'vitest';
import { startBaseline } from './known-failures.ts';
import { parseBaseline } from './parse.ts';
import { baselineOf, entryText, lineOf, linesOf } from './testing/lines.ts';
import { updateBaseline } from './update.ts';

const ids = ['a/1', 'a/2', 'a/3', 'b/1', 'b/2'];

function update(text: string, seen: Readonly<Record<string, string>>) {
  const updated = updateBaseline(text, linesOf(seen), ids);
  if (!updated.ok) throw new Error(JSON.stringify(updated.problems));
  return updated;
}

test('what still holds stays to the letter, with its comments, order and spacing', () => {
  const text =
    '# Ours\r\n\r\n\r\n# why\r\n[[known]]  # first\r\nobserved="ok"\r\ncase = \'a/1\'\r\n\r\nreason = "r" # !\r\n# end';
  expect(update(text, { 'a/1': 'ok', 'b/1': 'pass' })).toEqual({
    ok: true,
    text,
    counts: { removed: 0, corrected: 0, expanded: 0, added: 0 },
  });
});

test('an entry that is not true any more goes with its own comment, and with nothing else', () => {
  const [one, two, three] = [entryText('a/1', 'ok'), entryText('a/2', 'ok'), entryText('a/3', 'ok')];
  const text = `# Ours\n\n# of the first\n${one}\n# a chapter\n\n# of the second\n${two}# below it\n\n# of the third\n${three}`;
  expect(update(text, { 'a/1': 'ok', 'a/2': 'pass', 'a/3': 'ok' }).text).toBe(
    `# Ours\n\n# of the first\n${one}\n# a chapter\n\n# of the third\n${three}`,
  );
  expect(update(text, { 'a/1': 'ok', 'a/2': 'ok', 'a/3': 'pass' }).text).toBe(
    `# Ours\n\n# of the first\n${one}\n# a chapter\n\n# of the second\n${two}# below it\n`,
  );
  expect(update(text, { 'a/1': 'pass', 'a/2': 'pass', 'a/3': 'pass' })).toMatchObject({
    text: '# Ours\n\n# a chapter\n',
    counts: { removed: 3 },
  });
  expect(update(one, { 'a/1': 'pass' }).text).toBe('');
});

test('of no case, of no match, and of what is not supported, nothing is kept', () => {
  const text = [entryText('c/1', 'ok'), entryText('c/*', 'ok'), entryText('a/1', 'ok')].join('\n');
  expect(update(text, { 'a/1': 'unsupported' })).toMatchObject({ text: '', counts: { removed: 3 } });
});

test('another outcome is corrected in its place', () => {
  const text = `${entryText('a/1', 'ok')}# and so on\n`.replace('"ok"', '"ok" # since May');
  expect(update(text, { 'a/1': 'reject "x"' })).toMatchObject({
    text: text.replace('"ok" #', '"reject \\"x\\"" #'),
    counts: { corrected: 1 },
  });
});

test('a glob is corrected where it holds, and becomes single entries where it does not', () => {
  const glob = `# about a\n${entryText('a/*', 'ok', 'expires = 2031-12-31')}`;
  expect(update(glob, { 'a/1': 'crash', 'a/2': 'crash', 'a/3': 'observed' }).text).toBe(glob.replace('ok', 'crash'));
  const one = entryText('a/*', 'ok', 'expires = 2031-12-31\n').replace('case = "a/*"', 'case = "a/1"');
  const three = one.replace('a/1', 'a/3').replace('ok', 'crash');
  expect(update(glob, { 'a/1': 'ok', 'a/2': 'pass', 'a/3': 'crash' })).toMatchObject({
    text: `# about a\n${one}\n${three}`,
    counts: { expanded: 1, added: 0 },
  });
});

test('of a glob an entry of its own is not repeated', () => {
  const text = `${entryText('a/*', 'ok')}\n${entryText('a/1', 'ok')}`;
  expect(update(text, { 'a/1': 'ok', 'a/2': 'pass', 'a/3': 'pass' }).text).toBe(entryText('a/1', 'ok'));
});

test('an entry is believed about what was not asked', () => {
  const text = `${entryText('a/*', 'ok')}\n${entryText('b/1', 'ok')}`;
  expect(update(text, { 'b/2': 'pass', 'b/1': 'not-run' }).text).toBe(text);
});

test('new failures come last, by requirement, for a person to explain', () => {
  const later = { ...lineOf('a/1', 'ok'), requirements: ['TRUST-PIN', 'TRUST-ADD'] } as const;
  const added = updateBaseline('# Ours', [later, lineOf('a/2', 'crash'), lineOf('a/3', 'reject')], ids);
  expect(added).toMatchObject({
    text: `# Ours

# TRUST-ADD: expected reject trust.invalid-key
[[known]]
case = "a/2"
observed = "crash"
reason = "not yet explained"

# TRUST-ADD: expected reject trust.invalid-key
[[known]]
case = "a/3"
observed = "reject"
reason = "not yet explained"

# TRUST-PIN, TRUST-ADD: expected reject trust.invalid-key
[[known]]
case = "a/1"
observed = "ok"
reason = "not yet explained"
`,
    counts: { added: 3 },
  });
});

test('a file that cannot be read is not rewritten', () => {
  expect(updateBaseline('[[known]]', [], ids)).toMatchObject({
    ok: false,
    problems: [{ problem: 'missing key' }, {}, {}],
  });
});

const patterns = fc.constantFrom(...ids, 'a/*', 'b/?', '*', 'c/1', 'c*');
const outcomes = fc.constantFrom('ok', 'crash', 'reject x');
const gap = fc.constantFrom('', '\n', '\n\n', '# c\n', '\n# c\n\n', '# c\n\n', '\n# c\n');
const files = fc.array(fc.tuple(gap, patterns, outcomes), { maxLength: 6 }).chain((entries) =>
  fc.tuple(gap, fc.constantFrom('\n', '\r\n')).map(([end, lineEnd]) => {
    const text = entries.map(([before, pattern, outcome]) => before + entryText(pattern, outcome)).join('') + end;
    return text.replaceAll('\n', lineEnd);
  }),
);
const seen = fc.constantFrom('pass', 'ok', 'crash', 'reject x', 'reject y', 'unsupported', 'observed', 'not-run');
const runs = fc
  .tuple(...ids.map(() => seen))
  .map((all) => Object.fromEntries(ids.map((id, at) => [id, all[at] ?? ''])));
const partialRuns = fc.dictionary(fc.constantFrom(...ids), seen);

test('an update with the same results changes nothing the second time', () => {
  const property = fc.property(files, fc.oneof(runs, partialRuns), (text, run) => {
    const once = update(text, run).text;
    expect(update(once, run)).toEqual({
      ok: true,
      text: once,
      counts: { removed: 0, corrected: 0, expanded: 0, added: 0 },
    });
    expect(parseBaseline(Buffer.from(once))).toMatchObject({ ok: true });
  });
  fc.assert(property, { numRuns: 1000 });
});

test('after an update with a whole run every failure is known and nothing is out of date', () => {
  const asked = runs.filter((run) => !Object.values(run).includes('not-run'));
  const property = fc.property(files, asked, (text, run) => {
    const check = startBaseline(baselineOf(update(text, run).text), '2031-01-01', ids);
    const lines = linesOf(run);
    for (const line of lines) check.see(line);
    const unknown = lines.filter((line) => line.verdict === 'fail' && check.reasonFor(line) === undefined);
    expect([check.finish(), unknown]).toEqual([[], []]);
  });
  fc.assert(property, { numRuns: 1000 });
});

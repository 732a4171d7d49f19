import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeLine, noChain } from './chain.ts';
import { describeFinding, type ReportFinding } from './finding.ts';
import type { Report } from './lines.ts';
import { encodeReport } from './stream.ts';
import { failed, passed, runReport, someCases } from './testing/reports.ts';
import { verifyReport, verifyReportStream } from './verify.ts';

const count = 12;
const report = runReport(someCases(count), (id) => (id.endsWith('3') ? failed(id) : passed(id)));
const text = encodeReport(report);
const lines = text.trimEnd().split('\n');
const last = lines.length;

const verify = (file: string | Uint8Array) => verifyReport(Buffer.from(file));
const verifyLines = (file: readonly string[]) => verify(file.map((line) => `${line}\n`).join(''));
const without = (index: number) => lines.toSpliced(index, 1);

test('nothing is wrong with a report as it was written', () => {
  expect(verify(text)).toEqual([]);
});

test('an edited line is named, and only it', () => {
  expect(verify(text.replace('"id":"trust/case-4"', '"id":"trust/case-5"'))).toEqual([{ kind: 'edited', at: 6 }]);
  expect(verify(text.replace(/[0-9a-f]"\}\n$/, 'g"}\n'))).toContainEqual({ kind: 'edited', at: last });
});

test('a line that was cut in two or joined with the next is an edited one', () => {
  const line = lines[4] ?? '';
  const [half, rest] = [line.slice(0, 90), line.slice(90)];
  expect(verifyLines(lines.toSpliced(4, 1, half, rest))).toEqual([
    { kind: 'edited', at: 5 },
    { kind: 'edited', at: 6 },
  ]);
  expect(verifyLines(lines.toSpliced(4, 2, `${lines[4]}${lines[5]}`))).toEqual([
    { kind: 'edited', at: 5 },
    { kind: 'dropped', at: 6, from: 6, to: 6 },
  ]);
});

test('dropped lines are named by the numbers they had', () => {
  expect(verifyLines(lines.toSpliced(4, 3))).toEqual([{ kind: 'dropped', at: 5, from: 5, to: 7 }]);
  expect(verifyLines(without(0))).toEqual([{ kind: 'dropped', at: 1, from: 1, to: 1 }]);
});

test('a line that stands in another place was moved, also behind the footer', () => {
  expect(verifyLines(without(4).toSpliced(7, 0, lines[4] ?? ''))).toEqual([{ kind: 'moved', at: 8, line: 5 }]);
  expect(verifyLines([...without(4), lines[4] ?? ''])).toEqual([{ kind: 'moved', at: last, line: 5 }]);
  expect(verifyLines(lines.toReversed()).slice(0, 2)).toEqual([
    { kind: 'moved', at: 2, line: last - 1 },
    { kind: 'moved', at: 3, line: last - 2 },
  ]);
});

test('a repeated line is named, whichever it is', () => {
  for (const [index, line] of lines.entries()) {
    expect(verifyLines(lines.toSpliced(index, 0, line))).toEqual([
      { kind: 'repeated', at: index + 2, line: index + 1 },
    ]);
  }
});

test('an end that is missing is a truncation', () => {
  expect(verifyLines(lines.slice(0, 5))).toEqual([{ kind: 'truncated', at: 6, insideLine: false }]);
  expect(verify(text.slice(0, -1))).toEqual([{ kind: 'truncated', at: last, insideLine: true }]);
  expect(verify(text.slice(0, text.indexOf('\n') - 9))).toEqual([{ kind: 'truncated', at: 1, insideLine: true }]);
  expect(verify('{"li')).toEqual([{ kind: 'truncated', at: 1, insideLine: true }]);
});

test('two reports in one file are two, be they the same or not', () => {
  const other = encodeReport(runReport(someCases(3)));
  expect(verify(text + other)).toEqual([{ kind: 'second-report', at: last + 1 }]);
  expect(verify(text + text)).toEqual([{ kind: 'second-report', at: last + 1 }]);
  expect(verifyLines([...lines.slice(0, 4), ...other.trimEnd().split('\n')])).toEqual([
    { kind: 'second-report', at: 5 },
    { kind: 'truncated', at: 5, insideLine: false },
  ]);
});

test('a line of another report with the right number is out of place', () => {
  const other = encodeReport(runReport(someCases(count))).split('\n');
  expect(verifyLines(lines.toSpliced(7, 1, other[7] ?? ''))).toEqual([
    { kind: 'spliced', at: 8 },
    { kind: 'spliced', at: 9 },
  ]);
});

test('what stands behind the footer is no part of the report', () => {
  expect(verify(`${text}\n`)).toEqual([{ kind: 'after-footer', at: last + 1 }]);
  expect(verify(`${text}more`)).toEqual([{ kind: 'after-footer', at: last + 1 }]);
});

test('a file with converted line ends is told apart from an edited one', () => {
  expect(verify(text.replaceAll('\n', '\r\n'))).toEqual([{ kind: 'carriage-returns', at: 1 }]);
});

test.each([
  ['', 'empty'],
  ['\n', 'edited'],
  ['hello\nworld\n', 'not-a-report'],
  ['<?xml version="1.0"?>', 'not-a-report'],
  [Buffer.from(text, 'utf16le'), 'not-a-report'],
  ['x'.repeat(5_000_000), 'not-a-report'],
  [`\ufeff${text}`, 'edited'],
])('what is no report is %#', (file, kind) => {
  expect(verify(file)[0]).toMatchObject({ kind });
});

test('a line that is too long is not kept, and the lines after it are read', () => {
  const long = `{"line":3,${'x'.repeat(4 * 1024 * 1024)}}`;
  expect(verifyLines(lines.toSpliced(2, 1, long))).toEqual([{ kind: 'too-long', at: 3 }]);
});

test('after a thousand findings the rest is not looked at', () => {
  const findings = verifyLines([lines[0] ?? '', ...Array.from({ length: 5000 }, () => 'x')]);
  expect(findings).toHaveLength(1001);
  expect(findings.at(-1)).toEqual({ kind: 'more' });
});

test('every second line of a long report missing is told no more than a thousand times', () => {
  const long = encodeReport(runReport(someCases(4000)))
    .trimEnd()
    .split('\n');
  const findings = verifyLines(long.filter((_, index) => index % 2 === 0));
  expect(findings.map(({ kind }) => kind)).toEqual([
    ...Array.from({ length: 1000 }, () => 'dropped'),
    'more',
    'truncated',
  ]);
});

type Change = (lines: string[]) => string;

const join = (changed: readonly string[]) => changed.map((line) => `${line}\n`).join('');
const index = fc.nat(last - 1);
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  index.map((at) => (file: string[]) => join(file.toSpliced(at, 1))),
  fc.tuple(index, index).map(([from, to]) => (file: string[]) => {
    const [one = '', other = ''] = [file[from], file[to]];
    return join(file.with(from, other).with(to, one));
  }),
  fc.tuple(index, index).map(
    ([from, to]) =>
      (file: string[]) =>
        join(file.toSpliced(to, 0, file[from] ?? '')),
  ),
  fc.nat(text.length).map((end) => (file: string[]) => join(file).slice(0, end)),
  fc.tuple(fc.nat(text.length), fc.nat(3), fc.string({ maxLength: 4, unit: 'binary' })).map(
    ([at, gone, put]) =>
      (file: string[]) =>
        join(file).slice(0, at) + put + join(file).slice(at + gone),
  ),
);

test('any single change of a report is found, and no report without one', () => {
  fc.assert(
    fc.property(anyChange, (change) => {
      const changed = change([...lines]);
      expect(verify(changed).length > 0).toBe(changed !== text);
    }),
    { numRuns: 1000 },
  );
});

test('arbitrary bytes and arbitrary lines are findings that can be told, never a throw', () => {
  const line = fc.oneof(fc.constantFrom(...lines), fc.json(), fc.string()).map((one) => Buffer.from(`${one}\n`));
  const file = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(line, { maxLength: 20 }).map((parts) => Buffer.concat(parts)),
  );
  fc.assert(
    fc.property(file, (bytes) => {
      expect(
        verify(bytes)
          .map(describeFinding)
          .filter((sentence) => sentence !== ''),
      ).not.toEqual([]);
    }),
  );
});

test('chunks of any size give the same findings', async () => {
  const changed = Buffer.from(join(without(6)));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 500 }), async (size) => {
      // One buffer for all chunks: nothing of a chunk may be read once the next has come.
      const shared = Buffer.alloc(size);
      const chunks = function* () {
        for (let at = 0; at < changed.length; at += size)
          yield shared.subarray(0, changed.copy(shared, 0, at, at + size));
      };
      expect(await verifyReportStream(chunks())).toEqual(verify(changed));
    }),
    { numRuns: 20 },
  );
});

const claims: readonly (readonly [string, Report, readonly ReportFinding[]])[] = [
  [
    'counts',
    withFooter({ counts: { ...report.footer.counts, fail: 0 } }),
    [{ kind: 'count', of: 'verdict fail', said: 0, found: 1 }],
  ],
  [
    'outcomes',
    withFooter({ outcomes: { ...report.footer.outcomes, crash: 2 } }),
    [{ kind: 'count', of: 'outcome crash', said: 2, found: 0 }],
  ],
  [
    'verdict',
    withFooter({ verdict: 'conformant' }),
    [{ kind: 'verdict', said: 'conformant', found: 'not conformant' }],
  ],
  [
    'results',
    withFooter({
      requirements: report.footer.requirements.map((one) => (one.id === 'TRUST-ADD' ? { ...one, status: 'met' } : one)),
    }),
    [{ kind: 'requirements', ids: ['TRUST-ADD'] }],
  ],
  ['number of planned cases', withPlan({ planned: 13 }), [{ kind: 'planned', said: 13, found: 12 }]],
  ['completeness', withPlan({ shard: '1/2' }), [{ kind: 'complete' }]],
  ['plan', { ...report, cases: report.cases.toReversed() }, [{ kind: 'plan-digest' }]],
  [
    'cases, one of which is there twice',
    { ...report, cases: [...report.cases, passed('trust/case-0')] },
    [{ kind: 'repeated-case', at: 14, id: 'trust/case-0' }],
  ],
];

test.each(claims)('who makes the chain again is found out where the %s cannot be', (_, changed, findings) => {
  expect(verify(encodeReport(changed))).toEqual(findings);
});

test('results are not judged by another edition of the specification', () => {
  const header = { ...report.header, digests: { ...report.header.digests, requirements: 'a'.repeat(64) } };
  expect(verify(encodeReport({ ...withFooter({ verdict: 'conformant' }), header }))).toEqual([]);
});

test.each([
  ['{"a":1}', { kind: 'malformed', at: 1, path: ['a'], wanted: 'not to be there' }],
  ['{"kind":header}', { kind: 'not-json', at: 1 }],
  ['{"kind":"header","kind":"header"}', { kind: 'malformed', path: ['kind'], wanted: 'to be there once' }],
])('a well-chained line can still say nonsense: %s', (content, finding) => {
  const { text: line } = closeLine(content, { line: 1, previous: noChain });
  expect(verifyReport(Buffer.from(`${line}\n`))).toContainEqual({ kind: 'truncated', at: 2, insideLine: false });
  const footer = closeLine('{"kind":"footer","x":1}', { line: 2, previous: line.slice(-66, -2) }).text;
  expect(verifyReport(Buffer.from(`${line}\n${footer}\n`))[0]).toMatchObject(finding);
});

function withFooter(footer: Partial<Report['footer']>): Report {
  return { ...report, footer: { ...report.footer, ...footer } };
}

function withPlan(plan: Partial<Report['header']['plan']>): Report {
  return { ...report, header: { ...report.header, plan: { ...report.header.plan, ...plan } } };
}

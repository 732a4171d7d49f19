import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readReport } from './read.ts';
import { encodeReport, reportWriter } from './stream.ts';
import { failed, passed, runReport, someCases } from './testing/reports.ts';

const report = runReport(someCases(3), (id) => (id.endsWith('1') ? failed(id) : passed(id)));

test('what is written is read again', () => {
  expect(readReport(Buffer.from(encodeReport(report)))).toEqual({ ok: true, report });
});

test('a line is written at once, ends in a line feed and is JSON', () => {
  const written: string[] = [];
  const writer = reportWriter((text) => written.push(text));
  writer.line(report.header);
  expect(written).toHaveLength(1);
  expect(written[0]).toMatch(/^\{"line":1,"previous":"0{64}","kind":"header",.*,"chain":"[0-9a-f]{64}"\}\n$/);
  expect(JSON.parse(written[0] ?? '')).toMatchObject({ format: 'palyra-conformance/1', subject: { concurrency: 2 } });
});

test('the chain is the hash of what stands before it, and the next line repeats it', () => {
  const [first = '', second = ''] = encodeReport(report).split('\n');
  const [hashed = '', chain = ''] = first.split(',"chain":');
  expect(JSON.parse(chain.slice(0, -1))).toBe(createHash('sha256').update(hashed).digest('hex'));
  expect(JSON.parse(second)).toMatchObject({ line: 2, previous: JSON.parse(first).chain });
});

test('the order of the members does not depend on how a line was made', () => {
  const reversed = report.cases.map((line) => Object.fromEntries(Object.entries(line).reverse()) as typeof line);
  expect(encodeReport({ ...report, cases: reversed })).toBe(encodeReport(report));
});

test('half of a surrogate pair and other odd characters do not make a report unreadable', () => {
  const odd = runReport(someCases(1), (id) => ({ ...failed(id), note: '\ud800 \u0000 \u2028 " \\ \u{1f600}' }));
  expect(readReport(Buffer.from(encodeReport(odd)))).toMatchObject({
    ok: true,
    report: { cases: [{ note: '\ufffd \u0000 \u2028 " \\ \u{1f600}' }] },
  });
});

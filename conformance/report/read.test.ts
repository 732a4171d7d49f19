import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closeLine, noChain } from './chain.ts';
import { describeFinding } from './finding.ts';
import { readReport } from './read.ts';
import { encodeReport } from './stream.ts';
import { failed, passed, runReport, someCases } from './testing/reports.ts';

const chained = new Set(['line', 'previous', 'chain']);

const report = runReport(someCases(3), (id) =>
  id.endsWith('1') ? { ...failed(id), twin: 'a', known: 'b' } : passed(id),
);
const contents = encodeReport(report)
  .trimEnd()
  .split('\n')
  .map((line) => JSON.stringify(JSON.parse(line, (key, value) => (chained.has(key) ? undefined : value))));

/** A report whose chain is right, whatever its lines say. */
function rechained(lines: readonly string[]): Buffer {
  let place = { line: 1, previous: noChain };
  const written = lines.map((content) => {
    const { text, chain } = closeLine(content, place);
    place = { line: place.line + 1, previous: chain };
    return `${text}\n`;
  });
  return Buffer.from(written.join(''));
}

function read(line: number, from: string | RegExp, to: string) {
  const content = contents[line - 1] ?? '';
  const changed = content.replace(from, to);
  expect(changed).not.toBe(content);
  return readReport(rechained(contents.with(line - 1, changed)));
}

test('a report is read as it was written', () => {
  expect(readReport(rechained(contents))).toEqual({ ok: true, report });
});

test.each([
  [1, '"palyra-conformance/1"', '"palyra-conformance/2"', 'format ought to be palyra-conformance/1'],
  [1, /"requirements":"[0-9a-f]/, '"requirements":"G', 'digests.requirements ought to be a SHA-256 in lower-case hex'],
  [1, '"shard":null', '"shard":"0/2"', 'plan.shard ought to be a shard such as 2/4'],
  [1, '"planned":3', '"planned":-3', 'plan.planned ought to be a count'],
  [1, '"planned":3', '"planned":3.0', 'plan.planned ought to be a count'],
  [1, '"trust.add"', '"trust.addd"', 'subject.ops[1] ought to be an operation'],
  [1, '"concurrency":2', '"concurrency":"2"', 'subject.concurrency ought to be an integer'],
  [1, '"sbomEntry":', '"__proto__":{},"sbomEntry":', 'subject.parameters.names.__proto__ ought not to be there'],
  [2, '"TRUST-ADD"', '"trust-add"', 'requirements[0] ought to be the id of a requirement'],
  [2, '["TRUST-ADD"]', '{}', 'requirements ought to be a list'],
  [2, '"verdict":"pass"', '"verdict":"passed"', 'verdict ought to be a verdict'],
  [2, '"outcome":"ok"', '"outcome":"maybe"', 'expected.outcome ought to be ok, reject or observe'],
  [2, '"id":"trust/case-0",', '', 'id ought to be there'],
  [2, '"id":', '"constructor":1,"id":', 'constructor ought not to be there'],
  [2, '"kind":"case"', '"kind":"note"', 'kind ought to be case'],
  [3, '"text":"reject X"', '"text":null', 'observed.text ought to be a text'],
  [3, '"twin":"a"', '"twin":["a"]', 'twin ought to be a text'],
  [5, '"fail":1', '"fail":1e3', 'counts.fail ought to be a count'],
  [5, '"crash":0,', '', 'outcomes.crash ought to be there'],
  [5, '"status":"', '"status":"un', 'requirements[0].status ought to be the status of a requirement'],
  [5, '"stopped":null', '"stopped":false', 'stopped ought to be a text'],
])('line %i with %s as %s is refused', (line, from, to, sentence) => {
  const found = read(line, from, to);
  expect(found.ok ? [] : found.findings.map(describeFinding)).toContain(`Line ${line}: ${sentence}.`);
});

test('a key that is there twice is refused', () => {
  expect(read(2, '"verdict":', '"verdict":"fail","verdict":')).toMatchObject({
    findings: [{ kind: 'malformed', at: 2, path: ['verdict'], wanted: 'to be there once' }],
  });
});

test('nesting that is deeper than any report is refused before it costs anything', () => {
  const depth = 1_000_000;
  expect(
    read(2, '"requirements":["TRUST-ADD"]', `"requirements":${'['.repeat(depth)}${']'.repeat(depth)}`),
  ).toMatchObject({
    findings: [{ kind: 'not-json', at: 2 }],
  });
});

test('a name that this suite does not know is explained where another suite made the report', () => {
  const newer = contents.map((line) =>
    line.replace('"version":"0.1.0"', '"version":"9.0.0"').replaceAll('TRUST-ADD', 'NEW'),
  );
  const found = readReport(rechained(newer));
  expect(found.ok ? [] : found.findings.map(describeFinding)[0]).toMatch(
    /^It was made by palyra-conformance 9\.0\.0, and this is palyra-conformance /,
  );
});

test('a damaged report is not read', () => {
  expect(readReport(Buffer.from(encodeReport(report).replace('reject X', 'reject Y')))).toEqual({
    ok: false,
    findings: [{ kind: 'edited', at: 3 }],
  });
});

test('a well-chained report with any value in any place is read or refused, never a throw', () => {
  const paths = contents.flatMap((line, index) =>
    [...line.matchAll(/:("[^"]*"|\d+|null|true|\[\])/g)].map((found) => ({ index, found })),
  );
  const change = fc.tuple(fc.constantFrom(...paths), fc.json({ maxDepth: 3 }));
  fc.assert(
    fc.property(change, ([{ index, found }, json]) => {
      const line = contents[index] ?? '';
      const changed = `${line.slice(0, found.index + 1)}${json}${line.slice(found.index + found[0].length)}`;
      const result = readReport(rechained(contents.with(index, changed)));
      expect(result.ok || result.findings.length > 0).toBe(true);
    }),
    { numRuns: 300 },
  );
});

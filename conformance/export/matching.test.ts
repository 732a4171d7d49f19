import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodeZip } from '#fixtures/zip/encode.ts';
import type { ZipEntry } from '#fixtures/zip/model.ts';
import type { Operation, WireValue } from '#spec/operations.ts';
import { wireLimits } from '#spec/protocol.ts';
import { parseLine } from '#spec/wire/parse-line.ts';
import type { AcceptedCase, ArchiveExpectation, RecipeValue } from '../case.ts';
import type { Relation } from '../relation.ts';
import { accepted } from '../rows.ts';
import { judge } from '../runner/judge.ts';
import { readResult } from '../subject/reading/read-result.ts';
import { exportedFolder, hasPython, runVectors, scripted } from './testing/python.ts';

// The script compares by the exported expectation, the suite by its own: they must be of one opinion.

interface Wanted {
  readonly value?: WireValue;
  readonly archive?: ArchiveExpectation;
  readonly relation?: Relation;
}

interface Group {
  readonly operation: Operation;
  readonly model: RecipeValue;
  readonly wanted: readonly Wanted[];
  /** The content of an `ok`. */
  readonly answers: readonly string[];
}

const deep = (levels: number, inner: WireValue): WireValue => (levels === 0 ? inner : [deep(levels - 1, inner)]);
const map = (...entries: readonly (readonly [string, WireValue])[]) => new Map(entries);

const json: Group = {
  operation: 'trust.load',
  model: { store: null },
  wanted: [
    {},
    { value: {} },
    { value: map() },
    { value: { trustStore: {} } },
    { value: { trustStore: map() } },
    { value: { trustStore: [] } },
    { value: { trustStore: map(['a', 1n]) } },
    { value: { trustStore: { a: 1n } } },
    { value: map(['trustStore', { a: 1n }]) },
    { value: { trustStore: 1 } },
    { value: { trustStore: -0 } },
    { value: { trustStore: 0n } },
    { value: { trustStore: 18446744073709551615n } },
    { value: { trustStore: true } },
    { value: { trustStore: null } },
    { value: { trustStore: '\u00e9\u{1f600}"\\' } },
    { value: { trustStore: ['has', 'only'] } },
    { value: { trustStore: map(['has', 1n]) } },
    { value: { trustStore: map(['$b64', 'AA==']) } },
    { value: { trustStore: map(['__proto__', map(['only', 'x'])]) } },
    { value: { trustStore: [{ a: 1n }, map(['a', 1n])] } },
    { value: { trustStore: deep(100, 'x') } },
  ],
  answers: [
    ...[
      '{}',
      '[]',
      'null',
      'true',
      'false',
      '0',
      '-0',
      '0.0',
      '-0.0',
      '1',
      '1.0',
      '"1"',
      '1e0',
      '18446744073709551615',
    ],
    ...[
      '1.8446744073709552e19',
      '"\\u00e9\\ud83d\\ude00\\"\\\\"',
      '["has","only"]',
      '["has","only","more"]',
      '["only"]',
    ],
    ...['{"a":1}', '{"a":1,"b":2}', '{"b":2}', '{"a":1.0}', '{"a":true}', '{"has":1}', '{"only":1}', '{"$b64":"AA=="}'],
    ...[
      '{"__proto__":{"only":"x"}}',
      '{"__proto__":{"only":"y"}}',
      '[{"a":1,"b":2},{"a":1}]',
      '[{"a":1},{"a":1,"b":2}]',
    ],
    ...[
      `${'['.repeat(100)}"x"${']'.repeat(100)}`,
      `${'['.repeat(101)}"x"${']'.repeat(101)}`,
      `${'['.repeat(400)}${']'.repeat(400)}`,
    ],
  ].map((store) => `{"trustStore":${store}}`),
};

const seed = Uint8Array.from({ length: 32 }, (_, at) => at);
const bytes: Group = {
  operation: 'key.parse',
  model: { key: '' },
  wanted: [{ value: { seed } }, { value: { seed: new Uint8Array() } }, { value: { seed: new Uint8Array(40_000) } }],
  answers: [
    ...[seed, new Uint8Array(), seed.with(0, 9)].map((each) => `{"$b64":"${Buffer.from(each).toString('base64')}"}`),
    ...['""', 'null', '[]', '{"$b64":"AAEC"}', '{"$b64":7}'],
    `{"$blob":"${sha256(new Uint8Array(40_000))}","size":40000}`,
    `{"$blob":"${sha256(new Uint8Array(40_001))}","size":40001}`,
  ].map((given) => `{"seed":${given},"publicKeyBase64":"","keyId":""}`),
};

const plainEntries: readonly ZipEntry[] = [
  { name: 'a', content: 'one', method: 'deflated' },
  { name: '\u00e9', content: 'two', method: 'deflated' },
];
const noise = Uint8Array.from({ length: 60_000 }, (_, at) => at * at);
const variants: readonly (readonly ZipEntry[])[] = [
  plainEntries,
  plainEntries.toReversed(),
  plainEntries.slice(0, 1),
  [...plainEntries, ...plainEntries.slice(0, 1)],
  [{ name: 'a', content: 'other', method: 'deflated' }, ...plainEntries.slice(1)],
  plainEntries.map((entry) => ({ ...entry, method: 'stored' })),
  plainEntries.map((entry) => ({ ...entry, both: { date: 0x22 } })),
  plainEntries.map((entry) => ({ ...entry, central: { comment: 'x' } })),
  plainEntries.map((entry) => ({ ...entry, central: { externalAttributes: 0 } })),
  plainEntries.map((entry) => ({ ...entry, central: { madeBy: 20 } })),
  plainEntries.map((entry) => ({ ...entry, both: { crc32: 1 } })),
  [...plainEntries, { name: 'large', content: noise, method: 'stored' }],
];
const archives = variants.map((entries) => encodeZip({ entries }));

const building: Group = {
  operation: 'artifact.build',
  model: { manifest: '', modules: [], assets: [], sbom: null, provenance: null, seed, nowUnixMs: 0n },
  wanted: [
    { archive: { entries: { a: sha256('one'), '\u00e9': sha256('two') } } },
    { archive: { entries: { a: null, '\u00e9': null } } },
    { archive: { entries: { a: sha256('one'), '\u00e9': null }, plain: true } },
    { archive: { entries: { a: null, '\u00e9': null, large: null } } },
    { archive: { entries: {} } },
    { value: { payloadSha256: 'x' }, archive: { entries: { a: null, '\u00e9': null } } },
  ],
  answers: [
    ...archives.map((archive) => `{"payloadSha256":"x","artifact":${onWire(archive)}}`),
    ...archives.slice(0, 1).map((archive) => `{"payloadSha256":"y","artifact":${onWire(archive)}}`),
    '{"artifact":{"$b64":"AAAA"}}',
    '{"artifact":"AAAA"}',
    '{}',
  ],
};

const budgets = [5n, 3n];
const runs = [
  ...[
    ['null', '7', '0'],
    ['null', '7', '1'],
    ['null', '7', '3'],
    ['null', '8', '0'],
    ['null', '7', '6'],
  ],
  ...[
    ['"limit"', 'null', '0'],
    ['"limit"', 'null', '1'],
    ['"execution"', 'null', '0'],
    ['"timed-out"', '7', '0'],
  ],
  ...[
    ['null', 'null', '0'],
    ['null', '"7"', '0'],
    ['null', '7.0', '0'],
    ['null', '7', '1.0'],
    ['null', '7', '-1'],
    ['null', '7', '"1"'],
    ['null', '7', 'true'],
  ],
].map(([stop, exitCode, left]) => `{"stop":${stop},"exitCode":${exitCode},"fuelLeft":${left}}`);
const limits = { max_memory_bytes: 0n, max_table_elements: 0n, max_instances: 1n };
const grants = { http_hosts: [], secret_keys: [], storage_prefixes: [], channels: [] };
const fuel: Group = {
  operation: 'runtime.run',
  model: { module: '', entrypoint: 'run', grants, limits, fuelBudgets: budgets, timeoutMs: null },
  wanted: [{ relation: 'fuel' }, { relation: 'fuel', value: { runs: [{ stop: null, exitCode: 7n }, {}] } }],
  answers: [
    ...runs.flatMap((one) => runs.map((other) => `[${one},${other}]`)),
    ...[`[${runs[0]}]`, `[${runs[0]},${runs[0]},${runs[0]}]`, '[]', 'null', '"limit"', '[null,null]', '[7,7]', '{}'],
    ...['[{},{}]', '[{"stop":null,"exitCode":7},{"stop":null,"exitCode":7}]', '{"0":{},"1":{}}'],
  ].map((answered) => `{"runs":${answered}}`),
};

test.skipIf(!hasPython)('the script and the suite are of one opinion on every value, archive and relation', () => {
  const blobs = new Map(
    [...archives, new Uint8Array(40_000), new Uint8Array(40_001)].map((each) => [sha256(each), each]),
  );
  const outputs = mkdtempSync(join(tmpdir(), 'blobs-'));
  for (const [name, content] of blobs) writeFileSync(join(outputs, name), content);
  const rows = [json, bytes, building, fuel].flatMap(({ operation, model, wanted, answers }) =>
    wanted.flatMap((each) => answers.map((answer) => ({ operation, model, wanted: each, answer }))),
  );
  const cases = rows.map(({ operation, model, wanted: { value, archive, relation } }, at): AcceptedCase => {
    const expected = {
      ...(value !== undefined && { value: () => value }),
      ...(archive && { archive: () => archive }),
      ...(relation && { relation }),
    };
    return accepted(`trust/${at}`, ['TRUST-ADD'], () => ({ operation, model }), expected);
  });
  const wrong = rows.flatMap(({ operation, wanted, answer }, at) =>
    suiteSays(operation, wanted, answer, blobs) ? [] : [`trust/${at}`],
  );
  const run = runVectors(
    exportedFolder({ cases }),
    scripted(
      rows.map(({ answer }) => `{"ok":{"value":${answer}}}`),
      { blobs: [outputs] },
    ),
  );
  expect({ ...run, failed: undefined }).toMatchObject({ exit: 1, stderr: '' });
  const told = (ids: readonly string[]) => ids.map((id) => rows[Number(id.split('/')[1])]);
  expect(told(run.failed)).toEqual(told(wrong));
  expect(wrong.length).toBeGreaterThan(rows.length / 2);
});

function suiteSays(
  operation: Operation,
  { value, archive, relation }: Wanted,
  answer: string,
  blobs: ReadonlyMap<string, Uint8Array>,
): boolean {
  const parsed = parseLine(Buffer.from(`{"type":"result","id":1,"ok":{"value":${answer}}}`));
  const read = parsed.ok ? readResult(parsed.message, operation, { get: (hash) => blobs.get(hash) }) : undefined;
  if (read?.ok !== true) return false;
  const expected = { outcome: 'ok', value, archive, relation, budgets } as const;
  return judge(expected, read.reply).verdict === 'pass';
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function onWire(content: Uint8Array): string {
  if (content.length > wireLimits.inlineBytes) return `{"$blob":"${sha256(content)}","size":${content.length}}`;
  return `{"$b64":"${Buffer.from(content).toString('base64')}"}`;
}

import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { names, runtime } from '#spec/constants.ts';
import { reasons } from '#spec/reasons.ts';
import { cases } from '../cases/index.ts';
import { indexCases, needsOf } from '../recipe/case-index.ts';
import { exportedNames, exportVectors } from './export-vectors.ts';
import { MemorySink } from './testing/memory-sink.ts';

const parameters = { names: names.shipped, runtime };

function exported(globs: readonly string[], seed?: string): MemorySink {
  const sink = new MemorySink();
  exportVectors({ parameters, selection: { cases: globs }, ...(seed === undefined ? {} : { seed }) }, sink);
  return sink;
}

const some = [
  ...['trust/*', 'artifact/build-m*', 'artifact/entries*', 'artifact/key*', 'manifest/d*', '*order*'],
  ...['runtime/fuel-*', 'runtime/contracts-*'],
];
const index = indexCases(cases);
const sink = exported(some);
const vectors = sink
  .text('vectors.jsonl')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

test('every vector is as its schema says', () => {
  const validate = new Ajv2020({ allowUnionTypes: true }).compile(JSON.parse(sink.text('schemas/vector.schema.json')));
  const wrong = vectors.filter((vector) => !validate(vector)).map(({ id }) => id);
  expect(wrong).toEqual([]);
  expect(vectors.length).toBeGreaterThan(500);
});

test('a refused vector names a code and its family, and the twin that it was made from', () => {
  const refused = vectors.filter(({ expect: { outcome } }) => outcome === 'reject');
  for (const { id, expect: expected, twin } of refused) {
    const [code, family] = expected.reasons;
    expect([id, reasons[code as keyof typeof reasons]?.family]).toEqual([id, family]);
    expect([id, cases.find((one) => one.id === twin)?.kind]).toEqual([id, 'accepted']);
  }
  expect(refused.length).toBeGreaterThan(100);
});

test('a vector names the features that it needs, and a relation stands beside its budgets', () => {
  for (const { id, needs, expect: expected, input } of vectors) {
    const one = index.get(id);
    expect([id, needs ?? []]).toEqual([id, one && needsOf(one, index)]);
    const relation = one?.kind === 'accepted' ? one.relation : undefined;
    expect([id, expected.relation]).toEqual([id, relation]);
    if (relation !== undefined) expect(input.fuelBudgets.length).toBeGreaterThan(1);
  }
  expect(vectors.some(({ needs }) => needs !== undefined)).toBe(true);
});

test('a changed vector names what it was changed of, which is accepted, and the change', () => {
  const changed = vectors.filter(({ twin, expect: { outcome } }) => twin !== undefined && outcome === 'ok');
  for (const { id, twin, edit } of changed) {
    expect([id, edit, index.get(twin)?.kind]).toEqual([id, expect.any(String), 'accepted']);
  }
  expect(changed.length).toBeGreaterThan(0);
});

test('large bytes are blobs, packed once, under the hash of what they hold', () => {
  const used = new Set<string>(vectors.flatMap(({ blobs }) => blobs));
  const written = sink.paths.filter((path) => path.startsWith('blobs/'));
  expect(written).toEqual([...used].map((sha256) => `blobs/${sha256}.gz`));
  for (const sha256 of used) {
    const content = gunzipSync(sink.bytes(`blobs/${sha256}.gz`) ?? '');
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
  }
  expect(used.size).toBeGreaterThan(3);
});

test('the stamp tells the suite, the parameters, the seed, and digests of what there is', () => {
  const stamp = JSON.parse(sink.text('stamp.json'));
  const vectorsDigest = createHash('sha256').update(sink.text('vectors.jsonl')).digest('hex');
  expect(stamp).toMatchObject({
    format: 'palyra-vectors/1',
    suite: { name: 'palyra-conformance' },
    parameters: { names: names.shipped, runtime: { version: '0.1.0', protocolMajor: 1 } },
    plan: { seed: 'frozen', frozen: true, cases: some, complete: false, planned: vectors.length },
    digests: { vectors: vectorsDigest },
    counts: { vectors: vectors.length },
  });
});

test('nothing is written beside what a reader is told of, and the schemas and tables come along', () => {
  const top = new Set(sink.paths.map((path) => path.split('/')[0]));
  expect([...top].toSorted()).toEqual(exportedNames);
  expect(sink.paths).toContain('schemas/operations/trust.load.schema.json');
  expect(JSON.parse(sink.text('reasons.json')).reasons.length).toBe(Object.keys(reasons).length);
});

test('the same selection gives the same bytes, and another seed other inputs with the same expectations', () => {
  const globs = ['trust/add*', 'artifact/entries-25*'];
  const [first, again, fresh] = [exported(globs), exported(globs), exported(globs, 'other')];
  expect(again.paths).toEqual(first.paths);
  for (const path of first.paths) expect(again.bytes(path)?.equals(first.bytes(path) ?? Buffer.of())).toBe(true);
  const outcomes = (from: MemorySink) =>
    from
      .text('vectors.jsonl')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
      .map(({ id, expect: { outcome, reasons: named } }) => [id, outcome, named]);
  expect(outcomes(fresh)).toEqual(outcomes(first));
  expect(fresh.text('vectors.jsonl')).not.toBe(first.text('vectors.jsonl'));
});

test('a selection of nothing is an empty export', () => {
  expect(exported(['nothing/*']).bytes('vectors.jsonl')?.length).toBe(0);
});

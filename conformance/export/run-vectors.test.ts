import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { names, runtime } from '#spec/constants.ts';
import type { AcceptedCase } from '../case.ts';
import { accepted } from '../rows.ts';
import { exportedFolder, hasPython, runVectors, scripted } from './testing/python.ts';

const script = fileURLToPath(new URL('files/run_vectors.py', import.meta.url));
const reference = [
  process.execPath,
  '--conditions=palyra-source',
  ...['--import', import.meta.resolve('tsx')],
  fileURLToPath(new URL('../../scripts/palyra-ref.ts', import.meta.url)),
  'subject',
];

interface Vector {
  readonly id: string;
  readonly expect: { readonly outcome: string; readonly value?: unknown; readonly archive?: unknown };
}

function vectorsOf(folder: string): readonly Vector[] {
  const lines = readFileSync(join(folder, 'vectors.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

test('the script has at most 80 lines, none of them long', () => {
  const lines = readFileSync(script, 'utf8').trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(80);
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
});

const some = {
  cases: [
    ...['trust/add*', 'trust/grants*', 'trust/stranger*', 'artifact/build-m*', 'artifact/build-schema*'],
    ...['artifact/key*', 'artifact/entries*', 'artifact/hole-257*', 'manifest/free*'],
  ],
};

test.skipIf(!hasPython)('the reference passes what the script asks it', { timeout: 60_000 }, () => {
  const folder = exportedFolder({ selection: some });
  const vectors = vectorsOf(folder);
  const observed = vectors.filter(({ expect: { outcome } }) => outcome === 'observe').length;
  expect(vectors.length).toBeGreaterThan(200);
  expect(runVectors(folder, reference)).toMatchObject({
    exit: 0,
    failed: [],
    lastLine: `${observed} observed, ${vectors.length - observed} passed`,
    stderr: '',
  });
});

test.skipIf(!hasPython)('one that accepts everything passes nothing that asks for more than a yes', () => {
  const folder = exportedFolder({ selection: { cases: ['trust/store*', 'artifact/build-m*'] } });
  const wanted = vectorsOf(folder).filter(
    ({ expect: { outcome, value, archive } }) => outcome === 'reject' || value !== undefined || archive !== undefined,
  );
  const run = runVectors(folder, scripted(['{"ok":{"value":{}}}']));
  expect(run).toMatchObject({ exit: 1, failed: wanted.map(({ id }) => id) });
});

test.skipIf(!hasPython)('one that always gives the same reason passes only where that is the reason', () => {
  const folder = exportedFolder({ selection: { cases: ['trust/store*'] } });
  const others = vectorsOf(folder).filter(
    (vector) => vector.expect.outcome !== 'observe' && !JSON.stringify(vector.expect).includes('"trust.store-key"'),
  );
  const run = runVectors(folder, scripted(['{"reject":{"reason":"trust.store-key"}}']));
  expect(run).toMatchObject({ exit: 1, failed: others.map(({ id }) => id) });
});

test.skipIf(!hasPython)('a crash, half a line or an answer to another call costs that vector alone', () => {
  const folder = exportedFolder({ cases: yeses(7) });
  const run = runVectors(folder, scripted([yes, 'exit', yes, 'half', yes, 'other', yes]));
  expect(run).toMatchObject({
    exit: 1,
    failed: ['trust/1', 'trust/3', 'trust/5'],
    lastLine: '3 must failed, 4 passed',
  });
});

test.skipIf(!hasPython)('one that keeps crashing is given up, and one that never starts is not asked', () => {
  const folder = exportedFolder({ cases: yeses(30) });
  const notAsked = { exit: 2, failed: [], lastLine: '30 not asked' };
  expect(runVectors(folder, scripted(['exit']))).toMatchObject({
    exit: 2,
    failed: yeses(20).map(({ id }) => id),
    lastLine: '20 must failed, 10 not asked',
    stderr: 'Not everything was asked: given up after 20 starts.\n',
  });
  expect(runVectors(folder, ['/nowhere/adapter'])).toMatchObject({
    ...notAsked,
    stderr: 'Not everything was asked: /nowhere/adapter: No such file or directory.\n',
  });
  expect(runVectors(folder, [process.execPath, '-e', ''])).toMatchObject({
    ...notAsked,
    stderr: 'Not everything was asked: it gave no answer.\n',
  });
  expect(runVectors(folder, [process.execPath, '-e', 'console.log("ready")'])).toMatchObject({
    ...notAsked,
    stderr: "Not everything was asked: it wrote 'ready' and no answer.\n",
  });
});

test.skipIf(!hasPython)('a line that is no answer is shown, and a missing adapter is asked for in a sentence', () => {
  const folder = exportedFolder({ cases: yeses(3) });
  const run = runVectors(folder, scripted([yes, 'stray', yes]));
  expect(run).toMatchObject({ exit: 1, failed: ['trust/1'], lastLine: '1 must failed, 2 passed', stderr: '' });
  expect(run.stdout).toContain("wrong: it wrote 'adding a publisher' and no answer\n");
  expect(runVectors(folder, [])).toMatchObject({
    exit: 2,
    stderr: 'The command of the adapter stands behind "--".\n',
  });
});

test.skipIf(!hasPython)('what was not asked is no pass', () => {
  const folder = exportedFolder({ cases: yeses(2) });
  const unsupported = scripted(['{"unsupported":{"feature":"trust.load"}}', yes]);
  expect(runVectors(folder, unsupported)).toMatchObject({ exit: 2, failed: [], lastLine: '1 passed, 1 unsupported' });
  expect(runVectors(folder, scripted([yes]), 'artifact/*')).toMatchObject({
    exit: 2,
    lastLine: 'No vector is called artifact/*.',
  });
  expect(runVectors(folder, scripted([yes]), '*/1')).toMatchObject({ exit: 0, lastLine: '1 passed' });
});

test.skipIf(!hasPython)('a vector of a feature counts only for an adapter that declares it', () => {
  const [plain, ...others] = yeses(4);
  const needing = others.map((one) => ({ ...one, needs: ['fuel:wasmtime'] as const }));
  const folder = exportedFolder({ cases: plain === undefined ? [] : [plain, ...needing] });
  const answers = [yes, '{"unsupported":{"feature":"fuel"}}', '{"reject":{"reason":"Zip"}}', 'exit'];
  expect(runVectors(folder, scripted(answers))).toMatchObject({ exit: 0, lastLine: '3 observed, 1 passed' });
  expect(runVectors(folder, scripted(answers, { features: ['trap:class', 'fuel'] }))).toMatchObject({ exit: 0 });
  expect(runVectors(folder, scripted(answers, { features: ['fuel:wasmtime'] }))).toMatchObject({
    exit: 1,
    failed: ['trust/2', 'trust/3'],
    lastLine: '2 must failed, 1 passed, 1 unsupported',
  });
});

test.skipIf(!hasPython)('a SHOULD that is not met is told and costs nothing', () => {
  const should = yeses(1).map((one) => ({ ...one, proves: ['ART-SIGNATURE-ARRAY'] as const }));
  const run = runVectors(exportedFolder({ cases: should }), scripted(['{"reject":{"reason":"Zip"}}']));
  expect(run).toMatchObject({ exit: 0, failed: ['trust/0'], lastLine: '1 should failed' });
});

test.skipIf(!hasPython)('an adapter with other parameters than the vectors is not asked', () => {
  const folder = exportedFolder({ cases: yeses(1), parameters: { names: names.documented, runtime } });
  const run = runVectors(folder, scripted([yes]));
  expect(run).toMatchObject({ exit: 2, failed: [] });
  expect(run.stderr).toContain('sbom.cyclonedx.json');
});

const yes = '{"ok":{"value":{}}}';

function yeses(count: number): readonly AcceptedCase[] {
  return Array.from({ length: count }, (_, at) =>
    accepted(`trust/${at}`, ['TRUST-ADD'], () => ({ operation: 'trust.load', model: { store: null } })),
  );
}

test.skipIf(!hasPython)('a page is not judged, and one that is refused fails', () => {
  const cases = ['A', 'B'].map((value, at) =>
    accepted(
      `a2ui/${at}`,
      ['A2R-TEXT'],
      () => ({
        operation: 'a2ui.render',
        model: { document: { v: 1n, surface: 's', components: [{ type: 'text', props: { value } }] } },
      }),
      { value: () => ({ dangers: [] }) },
    ),
  );
  const answers = ['{"ok":{"value":{"html":""}}}', '{"reject":{"reason":"invalid_input","native":""}}'];
  const run = runVectors(exportedFolder({ cases }), scripted(answers));
  expect(run).toMatchObject({ exit: 1, failed: ['a2ui/1'], lastLine: '1 must failed, 1 not judged' });
});

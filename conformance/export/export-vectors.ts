import { createHash } from 'node:crypto';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import type { Parameters } from '#spec/subject.ts';
import type { Case } from '../case.ts';
import { cases as everyCase } from '../cases/index.ts';
import { casesDigest, planDigest, requirementsDigest } from '../plan/digests.ts';
import { planRun } from '../plan/plan.ts';
import type { Selection } from '../plan/selection.ts';
import { indexCases } from '../recipe/case-index.ts';
import { packageFiles } from './package-files.ts';
import { PackedBlobs } from './packed-blobs.ts';
import type { ExportSink } from './sink.ts';
import { stampText } from './stamp.ts';
import { vectorLine } from './vector.ts';

export interface ExportOptions {
  /** The names and the host that the inputs are built for: those of the subject. */
  readonly parameters: Parameters;
  readonly seed?: string;
  readonly selection?: Partial<Selection>;
  readonly cases?: readonly Case[];
  readonly onVector?: (progress: { readonly done: number; readonly planned: number }) => void;
}

export interface Exported {
  readonly vectors: number;
  readonly blobs: number;
}

export const vectorsFormat = 'palyra-vectors/1';

const vectorsFile = 'vectors.jsonl';

/** Everything there is to be found in an exported folder. */
export const exportedNames = [
  'README.md',
  'blobs',
  'reasons.json',
  'requirements.json',
  'run_vectors.py',
  'schemas',
  'stamp.json',
  'vectors.jsonl',
];

/** Writes the vectors, one by one, and with them everything that somebody without this suite needs to run them. */
export function exportVectors(options: ExportOptions, sink: ExportSink): Exported {
  const { parameters, seed = frozenSeed, selection, cases = everyCase, onVector } = options;
  const world = makeWorld(seed, parameters);
  const index = indexCases(cases);
  const plan = planRun(cases, { seed, frozen: seed === frozenSeed, ...(selection && { selection }) });
  const blobs = new PackedBlobs(sink);
  const hash = createHash('sha256');
  // So that there is such a file even where nothing is selected.
  sink.append(vectorsFile, '');
  for (const [at, one] of plan.cases.entries()) {
    const line = `${vectorLine(one, index, world, blobs)}\n`;
    hash.update(line);
    sink.append(vectorsFile, line);
    onVector?.({ done: at + 1, planned: plan.cases.length });
  }
  for (const { path, content } of packageFiles()) sink.append(path, content);
  const counts = { vectors: plan.cases.length, blobs: blobs.count };
  const digests = {
    requirements: requirementsDigest(),
    cases: casesDigest(cases),
    plan: planDigest(plan.cases.map(({ id }) => id)),
    vectors: hash.digest('hex'),
  };
  sink.append('stamp.json', stampText(vectorsFormat, parameters, { plan: plan.summary, digests, counts }));
  return counts;
}

import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { frozenSeed, makeWorld, type World } from '#fixtures/world.ts';
import type { Parameters } from '#spec/subject.ts';
import { type BlobSink, encodeMessage } from '#spec/wire/encode.ts';
import type { Case } from '../case.ts';
import { cases as everyCase } from '../cases/index.ts';
import { casesDigest } from '../plan/digests.ts';
import { type CaseIndex, indexCases } from '../recipe/case-index.ts';
import { planCall } from '../runner/expectation.ts';
import { originOf } from '../runner/origin.ts';
import { byeLine, callLine, helloLine } from '../subject/messages.ts';
import { caseReadme, clauseText } from './case-text.ts';
import { expectationJson, needed } from './expectation-json.ts';
import { moduleFiles } from './module-files.ts';
import { prettyMessage } from './pretty-message.ts';
import type { ExportSink } from './sink.ts';
import { stampText } from './stamp.ts';

export interface ExtractOptions {
  readonly parameters: Parameters;
  readonly seed?: string;
  readonly cases?: readonly Case[];
  /** The absolute path where the case is going to lie; the transcripts name the folders in it. */
  readonly folder: string;
  /** The command line that asks this case alone. */
  readonly rerun: string;
}

export const caseFormat = 'palyra-case/1';

export const extractedNames = [
  'README.md',
  'blobs',
  'clause.md',
  'expected.json',
  'module.wasm',
  'module.wat',
  'outputs',
  'request.json',
  'stamp.json',
  'transcript.jsonl',
  'twin.module.wasm',
  'twin.module.wat',
  'twin.request.json',
  'twin.transcript.jsonl',
];

/** Of the one call of a transcript; whoever steps through an implementation needs time. */
const deadlineMs = 3_600_000;
export const transcriptNonce = 'extracted';

/** Writes all that there is to one case, and of one that was made from another the request of that twin too. */
export function extractCase(one: Case, options: ExtractOptions, sink: ExportSink): void {
  const { parameters, seed = frozenSeed, cases = everyCase, folder, rerun } = options;
  const index = indexCases(cases);
  const world = makeWorld(seed, parameters);
  const origin = originOf(one, index, world);
  const twin = origin && index.get(origin.twin);
  const { operation, expectation, needs } = planCall(one, index, world);
  const expected = { id: one.id, op: operation, ...needed(needs), expect: expectationJson(expectation) };

  const blobs = blobsIn(sink);
  writeCall(one, '', { index, world, folder, blobs }, sink);
  if (twin !== undefined) writeCall(twin, 'twin.', { index, world, folder, blobs }, sink);
  sink.append('expected.json', prettyMessage(encodeMessage(expected, blobs)));
  sink.append('clause.md', clauseText(one.proves));
  sink.append('README.md', caseReadme({ one, operation, expectation, needs, origin, rerun }));
  // An adapter writes large values there; a folder comes to be with its first file.
  sink.append('outputs/.keep', '');
  const digests = { cases: casesDigest(cases) };
  sink.append('stamp.json', stampText(caseFormat, parameters, { case: one.id, twin: twin?.id ?? null, seed, digests }));
}

interface Place {
  readonly index: CaseIndex;
  readonly world: World;
  readonly folder: string;
  readonly blobs: BlobSink;
}

function writeCall(one: Case, prefix: string, { index, world, folder, blobs }: Place, sink: ExportSink): void {
  const { operation, input } = planCall(one, index, world);
  const built = input();
  for (const [name, content] of moduleFiles(one, built, index, world)) sink.append(`${prefix}${name}`, content);
  sink.append(`${prefix}request.json`, prettyMessage(encodeMessage({ op: operation, input: built }, blobs)));
  const hello = helloLine(transcriptNonce, join(folder, 'blobs'), join(folder, 'outputs'));
  const call = callLine({ id: 1n, operation, input: built, deadlineMs }, blobs);
  sink.append(`${prefix}transcript.jsonl`, hello + call + byeLine);
}

/** As an adapter reads them, so not compressed. */
function blobsIn(sink: ExportSink): BlobSink {
  const written = new Set<string>();
  return {
    put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (!written.has(sha256)) sink.append(`blobs/${sha256}`, bytes);
      written.add(sha256);
      return sha256;
    },
  };
}

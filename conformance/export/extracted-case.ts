import { makeWorld, type World } from '#fixtures/world.ts';
import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json } from '#spec/json/value.ts';
import type { Case } from '../case.ts';
import { cases as everyCase } from '../cases/index.ts';
import { casesDigest } from '../plan/digests.ts';
import { indexCases } from '../recipe/case-index.ts';
import { type PlannedCall, planCall } from '../runner/expectation.ts';
import { caseFormat } from './extract-case.ts';

/** One of the calls in a folder that `extractCase` wrote. */
export interface ExtractedCase extends Pick<PlannedCall, 'operation' | 'expectation' | 'needs'> {
  readonly id: string;
  /** The lines of its transcript, without their line feeds. */
  readonly transcript: readonly string[];
}

export type ExtractedProblem =
  | { readonly problem: 'not an extracted case'; readonly file: string }
  /** The cases are not those that it was extracted from, so what is expected now may be something else. */
  | { readonly problem: 'other cases' }
  | { readonly problem: 'no twin'; readonly id: string };

export type ExtractedRead =
  | { readonly ok: true; readonly extracted: ExtractedCase }
  | { readonly ok: false; readonly problem: ExtractedProblem };

export function describeExtractedProblem(problem: ExtractedProblem): string {
  switch (problem.problem) {
    case 'not an extracted case':
      return `${problem.file} is missing or not as \`extract\` writes it; extract the case again`;
    case 'other cases':
      return 'this case was extracted by an edition with other cases; extract it again';
    case 'no twin':
      return `${problem.id} has no twin, because it was not made from another case; leave out the twin`;
    default:
      return problem satisfies never;
  }
}

/** Reads the call of the case or of its twin; `read` gives the bytes of a file of the folder, where there is one. */
export function readExtracted(
  read: (path: string) => Uint8Array | undefined,
  which: 'case' | 'twin',
  cases: readonly Case[] = everyCase,
): ExtractedRead {
  const broken = (file: string): ExtractedRead => ({ ok: false, problem: { problem: 'not an extracted case', file } });
  const stamp = readJson(read('stamp.json'));
  if (member(stamp, 'format') !== caseFormat) return broken('stamp.json');
  if (member(stamp, 'digests', 'cases') !== casesDigest(cases))
    return { ok: false, problem: { problem: 'other cases' } };
  const id = member(stamp, which);
  const caseId = member(stamp, 'case');
  if (which === 'twin' && id === null) return { ok: false, problem: { problem: 'no twin', id: `${caseId}` } };
  const index = indexCases(cases);
  const one = typeof id === 'string' ? index.get(id) : undefined;
  const world = readWorld(stamp);
  if (one === undefined || world === undefined) return broken('stamp.json');
  const file = which === 'twin' ? 'twin.transcript.jsonl' : 'transcript.jsonl';
  const transcript = Buffer.from(read(file) ?? [])
    .toString()
    .trimEnd()
    .split('\n');
  if (transcript.length !== 3 || member(readJson(transcript[0]), 'type') !== 'hello') return broken(file);
  const { operation, expectation, needs } = planCall(one, index, world);
  return { ok: true, extracted: { id: one.id, operation, expectation, needs, transcript } };
}

function readWorld(stamp: Json | undefined): World | undefined {
  const seed = member(stamp, 'seed');
  const sbomEntry = member(stamp, 'parameters', 'names', 'sbomEntry');
  const defaultEntrypoint = member(stamp, 'parameters', 'names', 'defaultEntrypoint');
  const version = member(stamp, 'parameters', 'runtime', 'version');
  const protocolMajor = member(stamp, 'parameters', 'runtime', 'protocolMajor');
  if (typeof seed !== 'string' || typeof sbomEntry !== 'string' || typeof defaultEntrypoint !== 'string')
    return undefined;
  if (typeof version !== 'string' || typeof protocolMajor !== 'bigint') return undefined;
  try {
    return makeWorld(seed, { names: { sbomEntry, defaultEntrypoint }, runtime: { version, protocolMajor } });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readJson(bytes: Uint8Array | string | undefined): Json | undefined {
  const parsed = parseJson(Buffer.from(bytes ?? ''));
  return parsed.ok ? parsed.value : undefined;
}

function member(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => (isJsonObject(inner) ? inner.get(key) : undefined), value);
}

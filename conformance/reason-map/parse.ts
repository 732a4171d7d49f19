import { reasons } from '#spec/reasons.ts';
import { checkKeys } from '../blocks/check-keys.ts';
import type { FileProblem } from '../blocks/problem.ts';
import { type Block, decodeFile, mostProblems, readBlocks } from '../blocks/read-blocks.ts';
import { nearest } from '../nearest.ts';

/** Gives the errors of a subject the names that this suite has for them. */
export interface ReasonMap {
  /** The first row that fits decides. */
  readonly rows: readonly ReasonRow[];
}

export interface ReasonRow {
  /** What the subject says, as text or as a glob. */
  readonly native: string;
  /** A failure code or a family. */
  readonly is: string;
  /** Of its header, counted from 1. */
  readonly line: number;
}

export type ReasonMapParse =
  | { readonly ok: true; readonly map: ReasonMap }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Every failure code and every family: what a refusal may name. */
export const suiteReasons: ReadonlySet<string> = new Set([
  ...Object.keys(reasons),
  ...Object.values(reasons).map(({ family }) => family),
]);

const header = 'reason';

export function parseReasonMap(bytes: Uint8Array): ReasonMapParse {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  const read = readBlocks(decoded.text, header);
  if (!read.ok) return read;
  const rows: ReasonRow[] = [];
  const problems: FileProblem[] = [];
  for (const block of read.blocks) {
    const row = readRow(block);
    if (row.ok) rows.push(row.row);
    else problems.push(...row.problems);
    if (problems.length >= mostProblems) break;
  }
  return problems.length === 0 ? { ok: true, map: { rows } } : { ok: false, problems };
}

type RowRead =
  | { readonly ok: true; readonly row: ReasonRow }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

function readRow(block: Block): RowRead {
  const problems = checkKeys(block, header, ['native', 'is'], []);
  const [native, is] = [block.fields.get('native'), block.fields.get('is')];
  if (!native || !is || problems.length > 0) return { ok: false, problems };
  if (suiteReasons.has(is.value)) {
    return { ok: true, row: { native: native.value, is: is.value, line: block.header } };
  }
  const meant = nearest(is.value, [...suiteReasons]);
  return { ok: false, problems: [{ line: is.line, problem: 'not a reason', value: is.value, meant }] };
}

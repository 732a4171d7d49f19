import { checkKeys } from '../blocks/check-keys.ts';
import type { FileProblem } from '../blocks/problem.ts';
import { type Block, decodeFile, type Field, mostProblems, readBlocks } from '../blocks/read-blocks.ts';
import { isDate } from '../blocks/value.ts';
import { isOutcomeText } from './outcome-text.ts';

/** The failures of a subject that its makers know of. */
export interface Baseline {
  readonly entries: readonly KnownFailure[];
}

export interface KnownFailure {
  /** The id of a case, or a glob over ids. */
  readonly case: string;
  readonly isGlob: boolean;
  /** As `outcomeText` writes it. */
  readonly observed: string;
  readonly reason: string;
  readonly link: string | undefined;
  /** The last day, as in 2031-12-31, on which the failure is excused. */
  readonly expires: string | undefined;
  /** Where the entry stands in its file, and what of it can be rewritten there. */
  readonly block: Block;
}

export type BaselineParse =
  | { readonly ok: true; readonly baseline: Baseline }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export const baselineHeader = 'known';

/** What `baseline update` writes where a person has yet to say why. */
export const unexplained = 'not yet explained';

export function parseBaseline(bytes: Uint8Array): BaselineParse {
  const decoded = decodeFile(bytes);
  if (!decoded.ok) return decoded;
  return readBaseline(decoded.text);
}

export function readBaseline(text: string): BaselineParse {
  const read = readBlocks(text, baselineHeader);
  if (!read.ok) return read;
  const entries: KnownFailure[] = [];
  const problems: FileProblem[] = [];
  for (const block of read.blocks) {
    const entry = readEntry(block);
    if (entry.ok) entries.push(entry.entry);
    else problems.push(...entry.problems);
    if (problems.length >= mostProblems) break;
  }
  return problems.length === 0 ? { ok: true, baseline: { entries } } : { ok: false, problems };
}

type EntryRead =
  | { readonly ok: true; readonly entry: KnownFailure }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

function readEntry(block: Block): EntryRead {
  const fieldOf = (key: string) => block.fields.get(key);
  const [known, observed, reason] = [fieldOf('case'), fieldOf('observed'), fieldOf('reason')];
  const [link, expires] = [fieldOf('link'), fieldOf('expires')];
  const problems = [
    ...checkKeys(block, baselineHeader, ['case', 'observed', 'reason'], ['link', 'expires']),
    ...complain(observed, isOutcomeText, 'not an outcome'),
    ...complain(link, isLink, 'not a link'),
    ...complain(expires, isDate, 'not a date'),
  ];
  if (!known || !observed || !reason || problems.length > 0) return { ok: false, problems };
  const entry: KnownFailure = {
    case: known.value,
    isGlob: /[*?]/.test(known.value),
    observed: observed.value,
    reason: reason.value,
    link: link?.value,
    expires: expires?.value,
    block,
  };
  return { ok: true, entry };
}

type ValueProblem = 'not an outcome' | 'not a link' | 'not a date';

/** An empty value is complained of elsewhere. */
function complain(
  field: Field | undefined,
  isRight: (text: string) => boolean,
  problem: ValueProblem,
): readonly FileProblem[] {
  if (field === undefined || field.value.trim() === '' || isRight(field.value)) return [];
  return [{ line: field.line, problem, value: field.value }];
}

function isLink(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}

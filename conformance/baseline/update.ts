import type { FileProblem } from '../blocks/problem.ts';
import type { CaseLine } from '../report/lines.ts';
import { type Change, changesOf } from './changes.ts';
import { newEntry, rewriteEntry } from './entry-text.ts';
import { type KnownFailure, readBaseline } from './parse.ts';

export type BaselineUpdate =
  | { readonly ok: true; readonly text: string; readonly counts: UpdateCounts }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

interface UpdateCounts {
  readonly removed: number;
  readonly corrected: number;
  readonly expanded: number;
  readonly added: number;
}

/**
 * The text of a baseline as these lines would have it; what they do not touch stays as it is, to the letter. An entry
 * that is not true any more goes with its comment, another outcome is corrected, a glob that holds for some of its
 * cases becomes an entry for each of those, and new failures come last, by requirement, for a person to explain.
 */
export function updateBaseline(text: string, lines: Iterable<CaseLine>, ids: Iterable<string>): BaselineUpdate {
  const read = readBaseline(text);
  if (!read.ok) return read;
  const { entries } = read.baseline;
  const changes = changesOf(entries, lines, ids);
  const added = changes.added.toSorted(byRequirement);
  return {
    ok: true,
    text: append(rewrite(text, entries, changes.entries), added),
    counts: { ...count([...changes.entries.values()]), added: added.length },
  };
}

function rewrite(text: string, entries: readonly KnownFailure[], changes: ReadonlyMap<KnownFailure, Change>): string {
  const lines = text.split(/(?<=\n)/);
  const out: string[] = [];
  let next = 0;
  for (const entry of entries) {
    for (const line of lines.slice(next, entry.block.from - 1)) out.push(line);
    next = entry.block.to;
    const change = changes.get(entry) ?? { kind: 'keep' };
    for (const line of rewriteEntry(lines, entry.block, change, endOfLine(text))) out.push(line);
    if (change.kind !== 'remove') continue;
    // Of the empty lines before and behind it, those behind go too.
    if (isBlank(out.at(-1))) while (next < lines.length && isBlank(lines[next])) next++;
    if (next === lines.length) while (out.length > 0 && isBlank(out.at(-1))) out.pop();
  }
  for (const line of lines.slice(next)) out.push(line);
  return out.join('');
}

function append(text: string, added: readonly CaseLine[]): string {
  const end = endOfLine(text);
  let out = text;
  for (const line of added) {
    if (out !== '') out += out.endsWith('\n') ? end : end + end;
    out += newEntry(line).join(end) + end;
  }
  return out;
}

function byRequirement(one: CaseLine, other: CaseLine): number {
  const [left = '', right = ''] = [one.requirements[0], other.requirements[0]];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function count(changes: readonly Change[]): Omit<UpdateCounts, 'added'> {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  return { removed: of('remove'), corrected: of('correct'), expanded: of('expand') };
}

/** Before the first line, everything is. */
function isBlank(line = ''): boolean {
  return /^[ \t\r\n]*$/.test(line);
}

/** As the first line has it. */
function endOfLine(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}

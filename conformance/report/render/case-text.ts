import { showCommandLine } from '../../subject/surroundings/command-line.ts';
import type { CaseLine, PlanSummary } from '../lines.ts';
import { ByteBudget } from './byte-budget.ts';
import type { RenderOptions } from './options.ts';
import { headRequirement } from './requirement-of.ts';
import { shown, visible, visibleLines } from './visible.ts';

/** A failure that no baseline knows of. */
export function isFailure({ verdict, known }: CaseLine): boolean {
  return verdict === 'fail' && known === undefined;
}

/** The command that asks only this case again, with the same bytes. */
export function rerunCommand(id: string, { frozen, seed }: PlanSummary, { subjectCommand }: RenderOptions): string {
  const seeded = frozen ? [] : ['--seed', seed];
  const asked = showCommandLine(['palyra-conformance', 'run', '--case', id, ...seeded]);
  return visible(`${asked} -- ${subjectCommand ?? './my-adapter'}`);
}

/** An id in a report of somebody else can be of any length and hold any character. */
export function shownId(id: string): string {
  return shown(id) || 'a case without an id';
}

/** `expected reject artifact.too-large, observed ok` */
export function differenceText({ expected, observed }: CaseLine, most?: number): string {
  return `expected ${shown(expected.text, most)}, observed ${shown(observed.text, most)}`;
}

/** Why a case that did not pass is no failure either. */
export function skippedText(line: CaseLine): string {
  const { verdict, known, observed, expected } = line;
  if (known !== undefined) return `known failure (${shown(known)}): ${differenceText(line)}`;
  const text = shown(observed.text);
  return verdict === 'observed' ? `${text}; ${shown(expected.text)}` : text;
}

/**
 * What `failureLines` says of each failure in turn, in the form that `encode` gives it. All of them together stay far
 * below the longest string that a JavaScript engine can hold; what finds no room is empty.
 */
export function evidenceWithin(
  plan: PlanSummary,
  options: RenderOptions,
  encode: (text: string) => string,
): (line: CaseLine) => string {
  const budget = new ByteBudget(mostEvidence);
  return (line) => {
    if (budget.spent) return '';
    const text = encode(failureLines(line, rerunCommand(line.id, plan, options)).join('\n'));
    return budget.take(text) ? text : '';
  };
}

/** Everything that helps to find the fault, a line each, and safe to look at. */
function failureLines(line: CaseLine, rerun: string): readonly string[] {
  const { requirements, observed, twin, edit, note } = line;
  const head = headRequirement(requirements);
  return [
    ...(head === undefined ? [] : [`${head.id} (${head.keyword}, ${head.set}): ${head.text}`]),
    ...(requirements.length > 1 ? [`proves: ${shown(requirements.join(', '), longest)}`] : []),
    differenceText(line, longest),
    ...(observed.native === undefined ? [] : [`the subject says: ${shown(observed.native, longest)}`]),
    ...(twin === undefined ? [] : [`accepted twin: ${shown(twin, longest)}`]),
    ...(edit === undefined ? [] : [`changed: ${shown(edit, longest)}`]),
    ...(note === undefined ? [] : [`note: ${shown(note, longest)}`]),
    `again: ${rerun}`,
    ...(observed.stderr === undefined ? [] : ['standard error:', ...stderrTail(observed.stderr)]),
  ];
}

const longest = 2000;
const mostEvidence = 64_000_000;

function stderrTail(stderr: string): readonly string[] {
  return visibleLines(stderr.slice(-longest)).map((line) => `  ${line}`);
}

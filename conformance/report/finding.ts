import type { Verdict } from '../verdict.ts';
import type { Misfit } from './codec.ts';
import type { RunVerdict } from './lines.ts';
import { shown, visible } from './render/visible.ts';

/** What is wrong with a report; `at` counts the lines of the file as it is, from 1. */
export type ReportFinding = LineFinding | ClaimFinding;

/** The file is not as it was written. */
export type LineFinding =
  | { readonly kind: 'empty' }
  | { readonly kind: 'not-a-report' }
  | { readonly kind: 'edited'; readonly at: number }
  | { readonly kind: 'too-long'; readonly at: number }
  /** Lines `from` to `to` of the report as it was written, which would stand at `at`. */
  | { readonly kind: 'dropped'; readonly at: number; readonly from: number; readonly to: number }
  | { readonly kind: 'moved'; readonly at: number; readonly line: number }
  | { readonly kind: 'repeated'; readonly at: number; readonly line: number }
  | { readonly kind: 'spliced'; readonly at: number }
  | { readonly kind: 'truncated'; readonly at: number; readonly insideLine: boolean }
  | { readonly kind: 'second-report'; readonly at: number }
  | { readonly kind: 'after-footer'; readonly at: number }
  | { readonly kind: 'carriage-returns'; readonly at: number }
  | { readonly kind: 'byte-order-mark' }
  /** The last line of the file is whole but for its end. */
  | { readonly kind: 'no-line-feed'; readonly at: number }
  | { readonly kind: 'more' };

/** The file is as it was written, and what it says cannot be. */
export type ClaimFinding =
  | { readonly kind: 'not-json'; readonly at: number; readonly problem: string }
  | ({ readonly kind: 'malformed'; readonly at: number } & Misfit)
  /** More than is read into memory at once; to verify it needs no memory. */
  | { readonly kind: 'too-large'; readonly of: 'bytes' | 'cases'; readonly limit: number }
  | { readonly kind: 'other-suite'; readonly made: string; readonly reading: string }
  | { readonly kind: 'repeated-case'; readonly at: number; readonly id: string }
  | { readonly kind: 'line-verdict'; readonly at: number; readonly said: Verdict }
  | { readonly kind: 'known-unfailed'; readonly at: number }
  /** It was observed only, for a reason that the header or the line itself contradicts. */
  | { readonly kind: 'unscored'; readonly at: number }
  | { readonly kind: 'other-case'; readonly at: number; readonly id: string }
  | { readonly kind: 'other-plan' }
  | { readonly kind: 'planned'; readonly said: number; readonly found: number }
  | { readonly kind: 'plan-digest' }
  | { readonly kind: 'complete' }
  | { readonly kind: 'count'; readonly of: string; readonly said: number; readonly found: number }
  | { readonly kind: 'requirements'; readonly ids: readonly string[] }
  | { readonly kind: 'verdict'; readonly said: RunVerdict; readonly found: RunVerdict };

/** Harmless on a terminal, whatever the file holds. */
export function describeFinding(finding: ReportFinding): string {
  switch (finding.kind) {
    case 'empty':
      return 'There is nothing in it.';
    case 'not-a-report':
      return 'Line 1 is not the first line of a report.';
    case 'edited':
      return `Line ${finding.at} is not as it was written.`;
    case 'too-long':
      return `Line ${finding.at} is longer than any line of a report.`;
    case 'dropped':
      return droppedText(finding);
    case 'moved':
      return `Line ${finding.at} was line ${finding.line} and stands in the wrong place.`;
    case 'repeated':
      return `Line ${finding.at} is line ${finding.line} again.`;
    case 'spliced':
      return `Line ${finding.at} does not follow the line before it: one of the two is of another report.`;
    case 'truncated':
      return finding.insideLine
        ? `The report ends in the middle of line ${finding.at}.`
        : `The report ends before line ${finding.at}, without a footer.`;
    case 'second-report':
      return `A second report begins at line ${finding.at}.`;
    case 'after-footer':
      return `Line ${finding.at} stands behind the footer, which is the last line of a report.`;
    case 'carriage-returns':
      return `From line ${finding.at} on, lines end in CR LF: a program has converted the file.`;
    case 'byte-order-mark':
      return 'A byte order mark stands before line 1: a program has converted the file.';
    case 'no-line-feed':
      return `Line ${finding.at} has lost the line feed at its end.`;
    case 'more':
      return 'There is more to be found; the rest was not looked at.';
    case 'not-json':
      return `Line ${finding.at} is not JSON: ${visible(finding.problem)}.`;
    case 'malformed':
      return `Line ${finding.at}: ${pathText(finding.path)} ought ${visible(finding.wanted)}.`;
    case 'too-large':
      return `It has more than ${finding.limit} ${finding.of}, which is more than is read at once.`;
    case 'other-suite':
      return `It was made by ${shown(finding.made)}, and this is ${shown(finding.reading)}, which may know other names.`;
    case 'repeated-case':
      return `Line ${finding.at} is of the case ${shown(finding.id)}, which had a line before.`;
    case 'line-verdict':
      return `Line ${finding.at} says ${finding.said}, which what it expected and observed cannot come to.`;
    case 'known-unfailed':
      return `Line ${finding.at} is called a known failure, and it has not failed.`;
    case 'unscored':
      return `Line ${finding.at} was observed only for want of features, and that cannot be.`;
    case 'other-case':
      return `Line ${finding.at} is not about the case ${shown(finding.id)} as this suite has it.`;
    case 'other-plan':
      return 'The plan is not that of a run of these cases with this selection.';
    case 'planned':
      return `The header plans ${finding.said} cases, and there are ${finding.found}.`;
    case 'plan-digest':
      return 'The cases are not those whose digest the header states as its plan.';
    case 'complete':
      return 'The header calls the plan complete, and by its own account it is not.';
    case 'count':
      return `The footer counts ${finding.said} of ${finding.of}, and there are ${finding.found}.`;
    case 'requirements':
      return `What the footer says of ${shown(finding.ids.join(', '), 500)} does not follow from the lines.`;
    case 'verdict':
      return `The footer says ${finding.said}, and from the lines follows ${finding.found}.`;
    default:
      return finding satisfies never;
  }
}

function droppedText({ from, to }: { readonly from: number; readonly to: number }): string {
  if (from === to) return `Line ${from} of the report as it was written is missing.`;
  return `Lines ${from} to ${to} of the report as it was written are missing.`;
}

function pathText(path: Misfit['path']): string {
  if (path.length === 0) return 'it';
  const keys = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`));
  return shown(keys.join('').replace(/^\./, ''));
}

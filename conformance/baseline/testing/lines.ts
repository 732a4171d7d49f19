import type { CaseLine } from '../../report/lines.ts';
import { type Baseline, parseBaseline } from '../parse.ts';

/** A line of a report: `pass`, `unsupported`, `not-run` and `observed` as such, and a failure by its outcome. */
export function lineOf(id: string, seen: string): CaseLine {
  const [outcome = '', reason] = seen.split(' ');
  return {
    kind: 'case',
    id,
    requirements: ['TRUST-ADD'],
    operation: 'trust.add',
    expected: { outcome: 'reject', reason: 'trust.invalid-key', text: 'reject trust.invalid-key' },
    ...said(outcome, reason),
  };
}

function said(outcome: string, reason: string | undefined): Pick<CaseLine, 'verdict' | 'observed'> {
  switch (outcome) {
    case 'pass':
      return { verdict: 'pass', observed: { outcome: 'reject', reason: 'trust.invalid-key', text: '' } };
    case 'unsupported':
    case 'not-run':
      return { verdict: outcome, observed: { outcome, text: '' } };
    case 'observed':
      return { verdict: outcome, observed: { outcome: 'ok', text: '' } };
    case 'reject':
      return { verdict: 'fail', observed: { outcome, text: '', ...(reason === undefined ? {} : { reason }) } };
    case 'ok':
    case 'crash':
      return { verdict: 'fail', observed: { outcome, text: '' } };
    default:
      throw new Error(`no line is known for ${outcome}`);
  }
}

export function linesOf(seen: Readonly<Record<string, string>>): readonly CaseLine[] {
  return Object.entries(seen).map(([id, outcome]) => lineOf(id, outcome));
}

export function entryText(pattern: string, observed: string, more = ''): string {
  return `[[known]]\ncase = "${pattern}"\nobserved = "${observed}"\nreason = "why ${pattern}"\n${more}`;
}

export function baselineOf(...entries: readonly string[]): Baseline {
  const parsed = parseBaseline(Buffer.from(entries.join('\n')));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.baseline;
}

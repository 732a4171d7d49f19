import { names, runtime } from '#spec/constants.ts';
import type { Greeting } from '#spec/protocol.ts';
import type { Case } from '../../case.ts';
import { suiteIdentity } from '../../identity.ts';
import { casesDigest, planDigest, requirementsDigest } from '../../plan/digests.ts';
import { type PlanOptions, planRun } from '../../plan/plan.ts';
import { Summary } from '../../runner/summary.ts';
import { type CaseLine, type Report, reportFormat } from '../lines.ts';

export const greeting: Greeting = {
  name: 'adapter',
  version: '1.2.3',
  language: 'C',
  ops: ['key.parse', 'trust.add'],
  features: [],
  parameters: { names: names.shipped, runtime },
  concurrency: 2n,
};

/** Cases that only have names: the tests of reports run none of them. */
export function someCases(count: number): readonly Case[] {
  return Array.from({ length: count }, (_, index) => ({
    kind: 'accepted',
    id: `trust/case-${index}`,
    proves: ['TRUST-ADD'],
    given: () => ({ operation: 'trust.add', model: null }),
  }));
}

export function passed(id: string): CaseLine {
  return {
    kind: 'case',
    id,
    requirements: ['TRUST-ADD'],
    operation: 'trust.add',
    verdict: 'pass',
    expected: { outcome: 'ok', text: 'ok' },
    observed: { outcome: 'ok', text: 'ok' },
  };
}

export function failed(id: string): CaseLine {
  return {
    ...passed(id),
    verdict: 'fail',
    observed: { outcome: 'reject', reason: 'X', text: 'reject X', native: 'E_X' },
  };
}

/** A report whose header and footer follow from its cases, as a run writes it. */
export function runReport(
  cases: readonly Case[],
  lineOf: (id: string) => CaseLine = passed,
  options: Partial<PlanOptions> = {},
): Report {
  const plan = planRun(cases, { seed: 'frozen', frozen: true, ...options });
  const ids = plan.cases.map(({ id }) => id);
  const lines = ids.map(lineOf);
  const summary = new Summary(plan.requirements);
  for (const line of lines) summary.add(line);
  return {
    header: {
      kind: 'header',
      format: reportFormat,
      suite: suiteIdentity,
      digests: { requirements: requirementsDigest(), cases: casesDigest(cases), plan: planDigest(ids) },
      plan: plan.summary,
      subject: greeting,
    },
    cases: lines,
    footer: summary.footer(plan.summary.complete, null),
  };
}

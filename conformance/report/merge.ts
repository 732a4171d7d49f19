import type { Greeting } from '#spec/protocol.ts';
import type { Case } from '../case.ts';
import { planDigest } from '../plan/digests.ts';
import { type Plan, planRun } from '../plan/plan.ts';
import { Summary } from '../runner/summary.ts';
import { type CaseLine, type FooterLine, levels, type PlanSummary, type Report } from './lines.ts';
import type { MergeProblem } from './merge-problem.ts';
import { shardOf, shardProblems } from './same-run.ts';

export type Merge =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly MergeProblem[] };

/** The report of the run that the shards are parts of, as if it had not been divided. `cases` are those of the suite. */
export function mergeReports(reports: readonly Report[], cases: readonly Case[]): Merge {
  const problems = shardProblems(reports, cases);
  const [first] = reports;
  if (problems.length > 0 || first === undefined) return { ok: false, problems };
  const plan = wholePlan(first.header.plan, cases);
  const collected = collect(reports, plan);
  if (!collected.ok) return collected;
  const ids = plan.cases.map(({ id }) => id);
  return {
    ok: true,
    report: {
      header: {
        ...first.header,
        digests: { ...first.header.digests, plan: planDigest(ids) },
        plan: plan.summary,
      },
      cases: collected.lines,
      footer: sumUp(first.header.subject, reports, plan, collected.lines),
    },
  };
}

/** A shard names all levels where none was chosen, and only such a run can be complete. */
function wholePlan(
  { seed, frozen, sets, areas, levels: asked, cases: globs }: PlanSummary,
  cases: readonly Case[],
): Plan {
  const chosen = asked.length === levels.length ? [] : asked;
  return planRun(cases, { seed, frozen, selection: { sets, areas, levels: chosen, cases: globs } });
}

type Collected = { readonly ok: true; readonly lines: readonly CaseLine[] } | (Merge & { readonly ok: false });

/** All lines in the order of the plan. */
function collect(reports: readonly Report[], plan: Plan): Collected {
  const lineOf = new Map<string, CaseLine>();
  const planned = new Set(plan.cases.map(({ id }) => id));
  const problems: MergeProblem[] = [];
  for (const [report, { cases }] of reports.entries()) {
    const strange = cases.filter(({ id }) => !planned.has(id));
    const again = cases.filter(({ id }) => lineOf.has(id));
    if (strange.length > 0) problems.push({ problem: 'cases-not-planned', report, ...someOf(strange) });
    if (again.length > 0) problems.push({ problem: 'cases-twice', report, ...someOf(again) });
    for (const line of cases) lineOf.set(line.id, line);
  }
  const missing = plan.cases.filter(({ id }) => !lineOf.has(id));
  if (missing.length > 0) problems.push({ problem: 'cases-missing', ...someOf(missing) });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, lines: plan.cases.flatMap(({ id }) => lineOf.get(id) ?? []) };
}

function someOf(cases: readonly { readonly id: string }[]) {
  return { ids: cases.slice(0, 10).map(({ id }) => id), count: cases.length };
}

/** Said of an operation that no case had an answer to, so a shard alone cannot know it. */
const ofTheWhole = 'subject.declared-unsupported';

function sumUp({ ops }: Greeting, reports: readonly Report[], plan: Plan, lines: readonly CaseLine[]): FooterLine {
  const summary = new Summary(plan.requirements);
  for (const line of lines) summary.add(line);
  const inOrder = reports.toSorted((a, b) => (shardOf(a.header)?.index ?? 0) - (shardOf(b.header)?.index ?? 0));
  for (const { footer } of inOrder) {
    for (const { code, detail, count } of footer.diagnoses) {
      if (code !== ofTheWhole) summary.diagnose({ code, detail }, count);
    }
  }
  for (const operation of summary.unsupported) {
    if (ops.includes(operation)) summary.diagnose({ code: ofTheWhole, detail: operation });
  }
  const stopped = inOrder.flatMap(({ header, footer }) =>
    footer.stopped === null ? [] : [`shard ${header.plan.shard}: ${footer.stopped}`],
  );
  return summary.footer(plan.summary.complete, stopped.length === 0 ? null : stopped.join('; '));
}

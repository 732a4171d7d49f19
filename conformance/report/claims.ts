import { areas } from '#spec/areas.ts';
import type { Case } from '../case.ts';
import { casesDigest, planDigest, requirementsDigest } from '../plan/digests.ts';
import { planRun } from '../plan/plan.ts';
import { selectRequirements } from '../plan/selection.ts';
import { type CaseIndex, indexCases } from '../recipe/case-index.ts';
import { Summary } from '../runner/summary.ts';
import type { ClaimFinding } from './finding.ts';
import { dueVerdict, isAbout, isRightlyUnscored } from './line-claims.ts';
import { type CaseLine, type FooterLine, type HeaderLine, levels, type RequirementResult } from './lines.ts';
import { shardOf } from './same-run.ts';

/** What header and footer say of the cases, against the cases themselves. */
export class Claims {
  readonly #header: HeaderLine;
  readonly #summary: Summary;
  readonly #ids = new Set<string>();
  /** Of a report about the very cases that this suite has. */
  readonly #own: CaseIndex | undefined;
  readonly #ownPlan: string | undefined;

  constructor(header: HeaderLine, cases: readonly Case[]) {
    this.#header = header;
    this.#summary = new Summary(selectRequirements({ ...header.plan, cases: [] }));
    if (header.digests.cases !== casesDigest(cases) || header.digests.requirements !== requirementsDigest()) return;
    const { seed, frozen, ...selection } = header.plan;
    const plan = planRun(cases, { seed, frozen, selection, shard: shardOf(header) });
    this.#own = indexCases(cases);
    this.#ownPlan = planDigest(plan.cases.map(({ id }) => id));
  }

  add(line: CaseLine, at: number): readonly ClaimFinding[] {
    const { id } = line;
    if (this.#ids.has(id)) return [{ kind: 'repeated-case', at, id }];
    this.#ids.add(id);
    this.#summary.add(line);
    return [
      ...(dueVerdict(line) === line.verdict ? [] : [{ kind: 'line-verdict', at, said: line.verdict } as const]),
      ...(line.known === undefined || line.verdict === 'fail' ? [] : [{ kind: 'known-unfailed', at } as const]),
      ...(isRightlyUnscored(line, this.#header.subject.features) ? [] : [{ kind: 'unscored', at } as const]),
      ...(this.#isOwn(line) ? [] : [{ kind: 'other-case', at, id } as const]),
    ];
  }

  #isOwn(line: CaseLine): boolean {
    if (this.#own === undefined) return true;
    const one = this.#own.get(line.id);
    return one !== undefined && isAbout(line, one, this.#own, this.#header.subject.features);
  }

  judge(footer: FooterLine): readonly ClaimFinding[] {
    const findings: ClaimFinding[] = [];
    const { digests, plan } = this.#header;
    const found = this.#ids.size;
    if (plan.planned !== found) findings.push({ kind: 'planned', said: plan.planned, found });
    if (digests.plan !== planDigest([...this.#ids])) findings.push({ kind: 'plan-digest' });
    if (this.#ownPlan !== undefined && this.#ownPlan !== digests.plan) findings.push({ kind: 'other-plan' });
    if (plan.complete && !mayBeComplete(plan)) findings.push({ kind: 'complete' });
    const recount = this.#summary.footer(plan.complete, footer.stopped);
    findings.push(...countsThatDiffer('verdict', footer.counts, recount.counts));
    findings.push(...countsThatDiffer('outcome', footer.outcomes, recount.outcomes));
    // Another edition of the specification may judge the same cases differently.
    if (digests.requirements !== requirementsDigest()) return findings;
    return [...findings, ...judgementsThatDiffer(footer, recount)];
  }
}

function mayBeComplete(plan: HeaderLine['plan']): boolean {
  const isWhole = (all: readonly string[], asked: readonly string[]) => all.every((one) => asked.includes(one));
  return (
    plan.frozen &&
    plan.cases.length === 0 &&
    plan.shard === null &&
    isWhole(levels, plan.levels) &&
    isWhole(areas, plan.areas)
  );
}

function countsThatDiffer(
  kind: 'verdict' | 'outcome',
  said: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): readonly ClaimFinding[] {
  return Object.entries(found).flatMap(([name, count]) => {
    const claim = said[name] ?? 0;
    return claim === count ? [] : [{ kind: 'count', of: `${kind} ${name}`, said: claim, found: count } as const];
  });
}

function judgementsThatDiffer(said: FooterLine, found: FooterLine): readonly ClaimFinding[] {
  const due = new Map<string, string>(found.requirements.map((result) => [result.id, textOf(result)]));
  // What is said twice is said once too often.
  const wrong = said.requirements.flatMap((result) => {
    const isDue = due.get(result.id) === textOf(result);
    if (isDue) due.delete(result.id);
    return isDue ? [] : [result.id];
  });
  const ids = [...new Set([...wrong, ...due.keys()])];
  return [
    ...(ids.length === 0 ? [] : [{ kind: 'requirements', ids } as const]),
    ...(said.verdict === found.verdict ? [] : [{ kind: 'verdict', said: said.verdict, found: found.verdict } as const]),
  ];
}

function textOf({ id, keyword, set, status }: RequirementResult): string {
  return [id, keyword, set, status].join(' ');
}

import type { Case } from '../case.ts';
import { suiteIdentity } from '../identity.ts';
import { casesDigest, requirementsDigest } from '../plan/digests.ts';
import type { Shard } from '../plan/shard.ts';
import { greetingCodec } from './line-codecs.ts';
import type { HeaderLine, Report } from './lines.ts';
import type { MergeProblem } from './merge-problem.ts';

/** Why these are not all the shards of one run of this suite, going by their headers. */
export function shardProblems(reports: readonly Report[], cases: readonly Case[]): readonly MergeProblem[] {
  const [first] = reports;
  if (first === undefined) return [{ problem: 'no-reports' }];
  const own = { requirements: requirementsDigest(), cases: casesDigest(cases) };
  const problems = reports.flatMap(({ header }, report) => [
    ...suiteProblems(header, own, report),
    ...runProblems(header, first.header, report),
  ]);
  return problems.length > 0 ? problems : divisionProblems(reports);
}

type OwnDigests = Pick<HeaderLine['digests'], 'requirements' | 'cases'>;

function suiteProblems({ suite, digests }: HeaderLine, own: OwnDigests, report: number): readonly MergeProblem[] {
  const [made, merging] = [nameOf(suite), nameOf(suiteIdentity)];
  if (made !== merging) return [{ problem: 'other-suite', report, made, merging }];
  const differ = (['requirements', 'cases'] as const).filter((of) => digests[of] !== own[of]);
  return differ.map((of) => ({ problem: 'other-digest', report, of }));
}

/** Of the plan, what a shard has in common with the other ones. */
const common = ['seed', 'frozen', 'sets', 'areas', 'levels', 'cases'] as const;

function runProblems(header: HeaderLine, first: HeaderLine, report: number): readonly MergeProblem[] {
  const isOther = greetingCodec.encode(header.subject) !== greetingCodec.encode(first.subject);
  const names = { name: nameOf(header.subject), first: nameOf(first.subject) };
  const differ = common.filter((member) => JSON.stringify(header.plan[member]) !== JSON.stringify(first.plan[member]));
  return [
    ...(isOther ? [{ problem: 'other-subject', report, ...names } as const] : []),
    ...differ.map((member) => ({ problem: 'other-plan', report, member }) as const),
  ];
}

function divisionProblems(reports: readonly Report[]): readonly MergeProblem[] {
  const problems: MergeProblem[] = [];
  const present = new Set<number>();
  let of: number | undefined;
  for (const [report, { header }] of reports.entries()) {
    const shard = shardOf(header);
    of ??= shard?.of;
    if (shard === undefined) problems.push({ problem: 'not-a-shard', report });
    else if (shard.of !== of) problems.push({ problem: 'other-plan', report, member: 'shard' });
    else if (present.has(shard.index)) problems.push({ problem: 'shard-twice', report, shard: `${shard.index}/${of}` });
    else present.add(shard.index);
  }
  return problems.length > 0 || of === undefined ? problems : missingShards(present, of);
}

function missingShards(present: ReadonlySet<number>, of: number): readonly MergeProblem[] {
  const count = of - present.size;
  if (count === 0) return [];
  // Whoever wrote the report may have divided the run into a billion shards.
  const shards: string[] = [];
  for (let index = 1; shards.length < Math.min(count, 10); index++) {
    if (!present.has(index)) shards.push(`${index}/${of}`);
  }
  return [{ problem: 'shards-missing', shards, count }];
}

export function shardOf({ plan }: HeaderLine): Shard | undefined {
  const [index = Number.NaN, of = Number.NaN] = (plan.shard ?? '').split('/').map(Number);
  return index >= 1 && index <= of ? { index, of } : undefined;
}

function nameOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name} ${version}`;
}

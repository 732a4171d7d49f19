import { frozenSeed, makeWorld, type World } from '#fixtures/world.ts';
import type { Parameters, Subject } from '#spec/subject.ts';
import type { Case } from './case.ts';
import { cases as everyCase } from './cases/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { suiteIdentity } from './identity.ts';
import { casesDigest, planDigest, requirementsDigest } from './plan/digests.ts';
import { type Plan, planRun } from './plan/plan.ts';
import type { Selection } from './plan/selection.ts';
import type { Shard } from './plan/shard.ts';
import { indexCases } from './recipe/case-index.ts';
import { type CaseLine, type FooterLine, type HeaderLine, reportFormat } from './report/lines.ts';
import { askCases, type Bench, type RejectReply, type Sessions } from './runner/ask-cases.ts';
import { InOrder } from './runner/in-order.ts';
import { RestartBudget } from './runner/restart-budget.ts';
import { SecondLook } from './runner/second-look.ts';
import { type RunState, Session } from './runner/session.ts';
import { Summary } from './runner/summary.ts';
import type { Connection, SubjectSource } from './subject/connection.ts';
import { inProcess } from './subject/in-process.ts';

export interface SuiteOptions {
  /** An implementation in this process, or something that can be started. */
  readonly subject: Subject | SubjectSource;
  /** The frozen seed gives the committed vectors; any other gives other bytes with the same expectations. */
  readonly seed?: string;
  readonly selection?: Partial<Selection>;
  readonly shard?: Shard;
  /** How many copies of the subject may work side by side, where it allows that. */
  readonly jobs?: number;
  /** The suite's reason for a refusal that names only its own error. */
  readonly reasonOf?: (reply: RejectReply) => string;
  /** Why a failure is known already. */
  readonly known?: (line: CaseLine) => string | undefined;
  readonly onHeader?: (header: HeaderLine) => void;
  /** The lines of the report, in the order of the plan; none of them is kept. */
  readonly onCase?: (line: CaseLine) => void;
  /** Each case as soon as it is asked, which is sooner than its line. */
  readonly onProgress?: (progress: Progress) => void;
  readonly cases?: readonly Case[];
}

export interface Progress {
  readonly done: number;
  readonly planned: number;
  readonly failed: number;
}

export type SuiteRun =
  | { readonly ok: true; readonly header: HeaderLine; readonly footer: FooterLine }
  /** The subject did not start, so nothing was asked. */
  | { readonly ok: false; readonly diagnosis: Diagnosis; readonly stderr: string };

/** Puts the cases to a subject, and sums up. */
export async function runSuite(options: SuiteOptions): Promise<SuiteRun> {
  const source = 'connect' in options.subject ? options.subject : inProcess(options.subject);
  const connected = await source.connect('usual');
  if (!connected.ok) return connected;
  const { connection } = connected;
  const world = worldOf(options.seed ?? frozenSeed, connection.greeting.parameters);
  if (typeof world === 'string') {
    await connection.close();
    return { ok: false, diagnosis: { code: 'hello.parameters', detail: world }, stderr: '' };
  }
  return runConnected(options, source, connection, world);
}

async function runConnected(
  options: SuiteOptions,
  source: SubjectSource,
  connection: Connection,
  world: World,
): Promise<SuiteRun> {
  const { selection, shard, cases = everyCase, reasonOf = ({ reason }) => reason } = options;
  const { greeting } = connection;
  const plan = planRun(cases, { seed: world.seed, frozen: world.seed === frozenSeed, selection, shard });
  const header = headerOf(plan, cases, connection);
  options.onHeader?.(header);

  const summary = new Summary(plan.requirements);
  const budget = new RestartBudget();
  const run: RunState = { source, greeting, budget, diagnose: (diagnosis) => summary.diagnose(diagnosis) };
  const progress = { done: 0, failed: 0, planned: plan.cases.length };
  const bench: Bench = {
    run,
    index: indexCases(cases),
    world,
    secondLook: new SecondLook(run),
    reasonOf,
    onSettled: (failed) => {
      progress.done++;
      if (failed) progress.failed++;
      options.onProgress?.({ ...progress });
    },
  };
  await askAll(plan, bench, options.jobs ?? 1, connection, (line) => {
    const known = line.verdict === 'fail' ? options.known?.(line) : undefined;
    const told = known === undefined ? line : { ...line, known };
    summary.add(told);
    options.onCase?.(told);
  });
  for (const operation of summary.unsupported) {
    if (greeting.ops.includes(operation)) run.diagnose({ code: 'subject.declared-unsupported', detail: operation });
  }
  return { ok: true, header, footer: summary.footer(plan.summary.complete, budget.stopped ?? null) };
}

/** Where only one copy of the subject may run, it has to be started again for every second look. */
const casesTogether = 128;
const casesApart = 512;

async function askAll(
  plan: Plan,
  bench: Bench,
  wanted: number,
  connection: Connection,
  tell: (line: CaseLine) => void,
): Promise<void> {
  const copies = Number(bench.run.greeting.concurrency);
  const jobs = Math.max(1, Math.min(wanted, copies));
  const together = copies >= 2 * jobs;
  const groups = groupsOf(plan.cases, together ? casesTogether : casesApart);
  const order = new InOrder<readonly CaseLine[]>(2 * jobs, (lines) => lines.forEach(tell));
  let next = 0;
  const work = async (sessions: Sessions) => {
    try {
      for (let place = next++; place < groups.length; place = next++) {
        await order.mayBegin(place);
        order.finish(place, await askCases(groups[place] ?? [], bench, sessions));
      }
    } finally {
      await sessions.usual.close();
      await sessions.unusual.close();
    }
  };
  const workers = Array.from({ length: jobs }, (_, index) => {
    const usual = new Session(bench.run, 'usual', index === 0 ? connection : undefined);
    return work({ usual, unusual: new Session(bench.run, 'unusual'), together });
  });
  await Promise.all(workers);
}

function groupsOf(cases: readonly Case[], size: number): readonly (readonly Case[])[] {
  const count = Math.ceil(cases.length / size);
  return Array.from({ length: count }, (_, index) => cases.slice(index * size, (index + 1) * size));
}

function headerOf({ summary, cases: planned }: Plan, cases: readonly Case[], { greeting }: Connection): HeaderLine {
  return {
    kind: 'header',
    format: reportFormat,
    suite: suiteIdentity,
    digests: {
      requirements: requirementsDigest(),
      cases: casesDigest(cases),
      plan: planDigest(planned.map(({ id }) => id)),
    },
    plan: summary,
    subject: greeting,
  };
}

/** What is wrong with the parameters, where no world can be made with them. */
function worldOf(seed: string, parameters: Parameters): World | string {
  try {
    return makeWorld(seed, parameters);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

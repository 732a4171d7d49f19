import type { World } from '#fixtures/world.ts';
import type { Case } from '../case.ts';
import type { Outcome } from '../outcome.ts';
import { askingOrder } from '../plan/asking-order.ts';
import type { CaseIndex } from '../recipe/case-index.ts';
import type { CaseLine } from '../report/lines.ts';
import type { Verdict } from '../verdict.ts';
import { caseLine } from './case-line.ts';
import { expectationFor, type PlannedCall, planCall } from './expectation.ts';
import { type Expectation, type Judgement, judge } from './judge.ts';
import type { Answered, SecondLook } from './second-look.ts';
import type { Asked, RunState, Session } from './session.ts';
import { nameOf, settle } from './settle.ts';

export type RejectReply = Extract<Outcome, { readonly outcome: 'reject' }>;

/** What the cases of a run are judged with. */
export interface Bench {
  readonly run: RunState;
  readonly index: CaseIndex;
  readonly world: World;
  readonly secondLook: SecondLook;
  /** The suite's reason for a refusal, which a reason map may know. */
  readonly reasonOf: (reply: RejectReply) => string;
  readonly onSettled: (failed: boolean) => void;
}

/** The two places of one worker: where it asks at first, and where it looks a second time. */
export interface Sessions {
  readonly usual: Session;
  readonly unusual: Session;
  /** Whether the subject allows both at the same time. */
  readonly together: boolean;
}

interface Settled {
  readonly one: Case;
  readonly planned: PlannedCall;
  readonly expectation: Expectation;
  readonly judgement: Judgement;
  readonly mark: string;
}

/** A run of neighbouring cases: each is asked, some are asked again, and then all are told of. */
export async function askCases(cases: readonly Case[], bench: Bench, sessions: Sessions): Promise<readonly CaseLine[]> {
  const { index, world } = bench;
  const settled = new Map<Case, Settled>();
  for (const one of askingOrder(cases, world.seed)) settled.set(one, await askCase(one, bench, sessions.usual));
  if (!sessions.together) await sessions.usual.close();
  const answered = [...settled.values()].flatMap((each) => toAnswered(each, bench));
  const differing = await bench.secondLook.take(answered, sessions.unusual);
  if (!sessions.together) await sessions.unusual.close();
  return cases
    .flatMap((each) => settled.get(each) ?? [])
    .map(({ one, planned, expectation, judgement: first }) => {
      const flaky = differing.get(one.id);
      const judgement = flaky === undefined ? first : judge(expectation, flaky);
      return caseLine(one, planned.operation, judgement, index, world);
    });
}

async function askCase(one: Case, bench: Bench, session: Session): Promise<Settled> {
  const planned = planCall(one, bench.index, bench.world);
  const expectation = expectationFor(planned, bench.run.greeting.features);
  const outcome = withReason(await outcomeOf(planned, bench, session), bench);
  const judgement = judge(expectation, outcome);
  bench.onSettled(judgement.verdict === 'fail');
  return { one, planned, expectation, judgement, mark: markOf(outcome, judgement.verdict) };
}

async function outcomeOf(planned: PlannedCall, { run }: Bench, session: Session): Promise<Outcome> {
  if (!run.greeting.ops.includes(planned.operation)) return { outcome: 'unsupported', feature: planned.operation };
  return settle(run, session, planned);
}

function withReason<T extends Outcome>(outcome: T, { reasonOf }: Bench): T {
  return outcome.outcome === 'reject' ? { ...outcome, reason: reasonOf(outcome) } : outcome;
}

/** Only what was answered can be answered otherwise. */
function toAnswered({ one, planned, expectation, judgement, mark }: Settled, bench: Bench): readonly Answered[] {
  const { observed, verdict } = judgement;
  if (!['ok', 'reject', 'fault'].includes(observed.outcome)) return [];
  const again = (asked: Asked) => {
    const outcome = withReason(asked, bench);
    return markOf(outcome, judge(expectation, outcome).verdict);
  };
  return [{ id: one.id, failed: verdict === 'fail', mark, markOf: again, call: planned }];
}

function markOf(outcome: Outcome, verdict: Verdict): string {
  return `${nameOf(outcome)} (${verdict})`;
}

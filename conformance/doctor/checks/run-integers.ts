import type { Feature } from '#spec/features.ts';
import type { OperationInput, WireValue } from '#spec/operations.ts';
import { describeValue } from '../../runner/describe-value.ts';
import { fuelMismatch } from '../../runner/fuel-relation.ts';
import { type Exam, isVerdict, markOf, memberAt, nothingToAsk, noVerdict } from '../exam.ts';
import { doubtful, type Finding, fine, skipped, wrong } from '../report.ts';

/** A double holds neither of them. */
const budgets = [2n ** 53n + 1n, 2n ** 53n + 3n] as const;

const countsExactly: Feature = 'fuel:wasmtime';

/** Integers beyond 2^53 go in as budgets, and come back as what is left of them. */
export function largeBudgets(exam: Exam): Finding | Promise<Finding> {
  return withRuns(exam, (value, line) => {
    const left = budgets.map((_, run) => memberAt(value, ['runs', run, 'fuelLeft']));
    if (left.every((fuel) => fuel === 0n)) return skipped('no fuel is left');
    const mismatch = fuelMismatch(budgets, value);
    if (mismatch === undefined) return fine(left.map((fuel) => describeValue(fuel)).join(', '));
    const features = exam.first.message.get('features');
    const counts = Array.isArray(features) && features.includes(countsExactly);
    return counts ? wrong(mismatch, line) : doubtful(mismatch, line);
  });
}

export function exitCode(exam: Exam): Finding | Promise<Finding> {
  return withRuns(exam, (value, line) => {
    const code = memberAt(value, ['runs', 0, 'exitCode']);
    if (typeof code === 'number') return wrong(`an exit code came back as ${describeValue(code)}`, line);
    return typeof code === 'bigint' ? fine(describeValue(code)) : skipped('the answer has no runs[0].exitCode');
  });
}

function withRuns(exam: Exam, look: (value: WireValue, line: Uint8Array) => Finding): Finding | Promise<Finding> {
  const question = exam.firstQuestion('runtime.run');
  if (question === undefined) return nothingToAsk;
  return exam.inTalk(async (talk) => {
    const input = question.input as OperationInput<'runtime.run'>;
    const answer = await talk.ask('runtime.run', { ...input, fuelBudgets: budgets });
    if (!isVerdict(answer)) return noVerdict(answer);
    const { reply, line } = answer;
    return reply.outcome === 'ok' ? look(reply.value, line) : skipped(`the module was refused: ${markOf(reply)}`);
  });
}

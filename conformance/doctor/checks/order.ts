import type { Operation, Reply } from '#spec/operations.ts';
import { describeValue } from '../../runner/describe-value.ts';
import { firstMismatch } from '../../runner/match.ts';
import type { Check } from '../check.ts';
import { type Exam, failed, markOf, nothingToAsk } from '../exam.ts';
import { type Question, workedExamples } from '../example-input.ts';
import { diagnosed, doubtful, type Finding, fine, skipped } from '../report.ts';
import { steady } from '../steady.ts';
import { type Answer, Talk } from '../talk.ts';

/** Whether anything is kept between two calls. */
export const orderChecks: readonly Check[] = [
  {
    id: 'call.any-order',
    claim: 'an answer is the same whatever was asked before',
    why: 'A verdict is about one question; an answer that depends on others changes with every selection of cases.',
    advice: 'Keep nothing between two calls, and leave out of an answer what changes by itself, such as times.',
    examine: (exam) => anyOrder(exam),
  },
];

/** One process is asked forth and back, another one back: what stays for ever shows as well as what changes each time. */
async function anyOrder(exam: Exam): Promise<Finding> {
  const questions = workedExamples(exam.declared, exam.world);
  if (questions.length === 0) return nothingToAsk;
  const back = questions.toReversed();
  const known = new Map<Question, Answer>();
  for (const round of [[...questions, ...back], back]) {
    const opened = await Talk.open(exam.settings);
    if (!opened.ok) return failed(opened);
    const suspect = await askAll(opened.talk, round, known);
    await exam.close(opened.talk);
    if (suspect !== undefined) return askAlone(exam, suspect);
  }
  return fine(`${questions.length} questions, each in three places`);
}

interface Suspect {
  readonly question: Question;
  /** The last one is another than the one before, or is none. */
  readonly answers: readonly Answer[];
}

async function askAll(
  talk: Talk,
  questions: readonly Question[],
  known: Map<Question, Answer>,
): Promise<Suspect | undefined> {
  const greeted = await talk.greet();
  for (const question of questions) {
    const answer = greeted.ok ? await talk.ask(question.operation, question.input) : greeted;
    const before = known.get(question);
    if (before === undefined) known.set(question, answer);
    const answers = before === undefined ? [answer] : [before, answer];
    const isSame = before === undefined || difference(question.operation, before, answer) === undefined;
    if (!answer.ok || !isSame) return { question, answers };
  }
  return undefined;
}

/** In two new processes: where these agree, it is what was asked before that makes the difference. */
async function askAlone(exam: Exam, { question, answers }: Suspect): Promise<Finding> {
  const { operation } = question;
  const alone = await askOnce(exam, question);
  const again = await askOnce(exam, question);
  const chance = difference(operation, alone, again);
  if (chance !== undefined) {
    const seen = `${operation}, asked alone twice: ${chance}`;
    // A value may hold what no case compares.
    const isValueOnly = [alone, again].every((answer) => answer.ok && answer.reply.outcome === 'ok');
    return isValueOnly ? doubtful(seen, again.line) : diagnosed('subject.not-repeatable', seen, again.line);
  }
  for (const answer of answers) {
    const changed = difference(operation, alone, answer);
    if (changed === undefined) continue;
    return diagnosed('subject.depends-on-order', `${operation}, after other calls: ${changed}`, answer.line);
  }
  return skipped(`${operation} is not answered`);
}

async function askOnce(exam: Exam, { operation, input }: Question): Promise<Answer> {
  const opened = await Talk.open(exam.settings);
  if (!opened.ok) return opened;
  const greeted = await opened.talk.greet();
  const answer = greeted.ok ? await opened.talk.ask(operation, input) : greeted;
  await exam.close(opened.talk);
  return answer;
}

/** How the second is another answer than the first. */
function difference(operation: Operation, first: Answer, second: Answer): string | undefined {
  const [one, other] = [first, second].map((answer) => (answer.ok ? replyText(answer.reply) : answer.seen));
  if (one !== other) return `${other} instead of ${one}`;
  if (!first.ok || !second.ok || first.reply.outcome !== 'ok' || second.reply.outcome !== 'ok') return undefined;
  const mismatch = firstMismatch(steady(operation, first.reply.value), steady(operation, second.reply.value));
  // An archive may say when it was made.
  if (mismatch === undefined || mismatch.actual instanceof Uint8Array) return undefined;
  const { path, expected, actual } = mismatch;
  return `${path} is ${describeValue(actual)} instead of ${describeValue(expected)}`;
}

/** What is said of a fault or of an unsupported feature is for people, and may hold an address. */
function replyText(reply: Reply): string {
  return reply.outcome === 'reject' ? markOf(reply) : reply.outcome;
}

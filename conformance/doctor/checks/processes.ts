import { wireLimits } from '#spec/protocol.ts';
import type { Surroundings } from '../../subject/connection.ts';
import { byeLine } from '../../subject/messages.ts';
import { describeExit, type Exit } from '../../subject/process/exit.ts';
import type { Check } from '../check.ts';
import { type Exam, isVerdict, markOf, nothingToAsk, noVerdict, type Question, troubled } from '../exam.ts';
import { greetingFields } from '../read-field.ts';
import { doubtful, type Finding, fine, skipped, wrong } from '../report.ts';
import { sameAnswer } from '../same-answer.ts';
import { Talk } from '../talk.ts';
import { withQuestion } from './messages.ts';

/** How a subject starts and how it leaves, whatever it answers. */
export const processChecks: readonly Check[] = [
  {
    id: 'start.again',
    claim: 'after another start it says the same of itself',
    why: 'The runner starts a subject again after a crash, and the report names one subject.',
    advice: 'Leave out of the greeting what changes: times, process ids, random numbers.',
    examine: (exam) => exam.inSilence((talk) => sameGreeting(exam, talk)),
  },
  {
    id: 'leave.bye',
    claim: `after bye it leaves with 0 within ${wireLimits.byeMs} ms`,
    why: 'Whoever does not leave is killed, and what it still had to do is lost.',
    advice: 'Exit with 0 on {"type":"bye"}.',
    examine: (exam) =>
      exam.inNewTalk(async (talk) => {
        talk.bye();
        return left(await talk.left());
      }),
  },
  {
    id: 'leave.end-of-input',
    claim: 'at the end of the input it leaves with 0 too',
    why: 'A runner that was killed says no bye, and its subjects must not stay behind.',
    advice: 'Exit with 0 where standard input ends.',
    examine: (exam) =>
      exam.inNewTalk(async (talk) => {
        talk.finish();
        return left(await talk.left());
      }),
  },
  {
    id: 'leave.nothing-behind',
    claim: 'no process outlives it',
    why: 'What stays behind holds memory and ports, and may answer for a later subject.',
    advice: 'Wait for every process that the adapter starts, or end it.',
    examine: (exam) => nothingBehind(exam),
  },
];

/** Whether its answers are the same wherever and however it is started, and all that it writes. */
export const surroundingChecks: readonly Check[] = [
  {
    id: 'start.elsewhere',
    claim: 'another time zone, locale, folder and environment change nothing',
    why: 'A verdict about a skill has to be the same on every machine.',
    advice: 'Take nothing from the surroundings: set the locale and the encoding of the pipes yourself.',
    examine: (exam) => elsewhere(exam),
  },
  {
    id: 'start.together',
    claim: 'as many copies as it says may run at the same time',
    why: 'A run with several jobs starts them.',
    advice: 'Use no file, port or lock that two copies would share, or put 1 into "concurrency".',
    examine: (exam) => together(exam),
  },
  {
    id: 'one-shot',
    claim: 'hello, call and bye written at once are answered, and then it leaves with 0',
    why: 'The one-shot transport writes everything and closes the input; a reader that loses what it has buffered hangs.',
    advice: 'Read lines until the input ends, and answer all of them before leaving.',
    examine: (exam) => oneShot(exam),
  },
  {
    id: 'output.nothing-more',
    claim: 'it writes nothing but its answers',
    why: 'Standard output is for the protocol alone; a line too many is taken for a wrong answer.',
    advice: 'Send logs and progress to standard error.',
    examine: (exam) => nothingMore(exam),
  },
  {
    id: 'output.standard-error',
    claim: 'it is quiet on standard error',
    why: 'What stands there is kept for the report of a failure, and only its end.',
    advice: 'Write there what helps to understand a failure, and nothing else.',
    examine: (exam) => quiet(exam),
  },
];

function left(exit: Exit | undefined): Finding {
  if (exit === undefined) return wrong('it stays');
  return exit.code === 0 ? fine('it does') : wrong(`it left ${describeExit(exit)}`);
}

async function sameGreeting({ first }: Exam, talk: Talk): Promise<Finding> {
  const greeted = await talk.greet();
  if (!greeted.ok) return troubled(greeted);
  const before = JSON.parse(Buffer.from(first.line).toString('utf8'));
  const after = JSON.parse(Buffer.from(greeted.line).toString('utf8'));
  const changed = greetingFields.find(
    (field) => field !== 'nonce' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  return changed === undefined ? fine('the same') : wrong(`another ${changed}`, greeted.line);
}

async function elsewhere(exam: Exam): Promise<Finding> {
  const greeting = await exam.inSilence((talk) => sameGreeting(exam, talk), 'unusual');
  const [operation] = exam.declared;
  if (greeting.status !== 'ok' || operation === undefined) return greeting;
  const { input } = exam.question(operation);
  const askIn = (surroundings: Surroundings, work: (talk: Talk) => Promise<Finding>) =>
    exam.inNewTalk(work, surroundings);
  return askIn('usual', async (talk) => {
    const here = await talk.ask(operation, input);
    return askIn('unusual', async (other) => sameAnswer(here, await other.ask(operation, input), 'elsewhere'));
  });
}

async function together(exam: Exam): Promise<Finding> {
  const concurrency = exam.first.message.get('concurrency');
  if (typeof concurrency !== 'bigint' || concurrency < 2n) return skipped('it allows one at a time');
  return withQuestion(exam, ({ operation, input }, talk) =>
    exam.inNewTalk(async (other) => {
      const [one, another] = await Promise.all([talk.ask(operation, input), other.ask(operation, input)]);
      return sameAnswer(one, another, 'the other one');
    }),
  );
}

async function oneShot(exam: Exam): Promise<Finding> {
  const [operation] = exam.declared;
  if (operation === undefined) return skipped('it declares no operation');
  return exam.inSilence(async (talk) => {
    const { id, line } = talk.call(operation, exam.question(operation).input);
    talk.write(`${talk.hello}${line}${byeLine}`);
    talk.finish();
    const greeted = await talk.greeting();
    if (!greeted.ok) return troubled(greeted);
    const answer = await talk.answer(id, operation);
    if (!isVerdict(answer)) return noVerdict(answer);
    const finding = left(await talk.left());
    return finding.status === 'ok' ? fine(markOf(answer.reply)) : finding;
  });
}

async function nothingBehind(exam: Exam): Promise<Finding> {
  const opened = await Talk.open(exam.settings);
  if (!opened.ok) return troubled(opened);
  const { talk } = opened;
  await talk.greet();
  const [operation] = exam.declared;
  if (operation !== undefined) await talk.ask(operation, exam.question(operation).input);
  talk.bye();
  await talk.left();
  const outlived = await talk.close();
  return outlived.length === 0 ? fine('none') : wrong(`still there: ${outlived.join(', ')}`);
}

function nothingMore(exam: Exam): Promise<Finding> {
  return afterOneCall(exam, async (talk, { operation }) => {
    const next = await talk.result(operation);
    return !next.ok && next.line === undefined ? fine('nothing') : wrong('a line that nobody asked for', next.line);
  });
}

function quiet(exam: Exam): Promise<Finding> {
  return afterOneCall(exam, async (talk) => {
    await talk.left();
    return talk.stderr === '' ? fine('nothing') : doubtful('it writes', Buffer.from(talk.stderr.trim()));
  });
}

/** Bye has been said. */
async function afterOneCall(exam: Exam, work: (talk: Talk, question: Question) => Promise<Finding>): Promise<Finding> {
  const [operation] = exam.declared;
  if (operation === undefined) return nothingToAsk;
  const question = exam.question(operation);
  return exam.inNewTalk(async (talk) => {
    const answer = await talk.ask(operation, question.input);
    talk.bye();
    return answer.ok ? work(talk, question) : troubled(answer);
  });
}

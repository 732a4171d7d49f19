import { setTimeout as sleep } from 'node:timers/promises';
import { wireLimits } from '#spec/protocol.ts';
import type { Check } from '../check.ts';
import { type Exam, isVerdict, nothingToAsk, noVerdict, type Question, troubled } from '../exam.ts';
import { doubtful, type Finding, fine, wrong } from '../report.ts';
import { sameAnswer } from '../same-answer.ts';
import type { Talk } from '../talk.ts';

/** What the runner never does, and what a pipe, a proxy or another runner may do to its lines. */
export const intoSubject: readonly Check[] = [
  {
    id: 'inject.split-writes',
    claim: 'a line that comes in pieces is read as one',
    why: 'A pipe cuts where it likes, in the middle of a character too.',
    advice: 'Collect bytes until the line feed, and decode them after that.',
    examine: (exam) => inPieces(exam, thirds, () => sleep(20)),
  },
  {
    id: 'inject.slow-drip',
    claim: 'a line that comes byte by byte is read as one',
    why: 'A read may bring a single byte.',
    advice: 'Collect bytes until the line feed, and decode them after that.',
    examine: (exam) => inPieces(exam, single, () => sleep(0)),
  },
  {
    id: 'inject.carriage-returns',
    claim: 'at lines that end in CR LF it answers or leaves',
    why: 'CR is white space of JSON, and some pipes add it.',
    advice: 'Parse the line with its CR, or cut it off.',
    examine: (exam) => survives(exam, (line) => line.replace('\n', '\r\n'), { mayAnswer: true }),
  },
  {
    id: 'inject.blank-line',
    claim: 'at a blank line it goes on or leaves',
    why: 'Whoever waits for something that cannot come holds up a run.',
    advice: 'Pass over a blank line, or leave with an error.',
    examine: (exam) => survives(exam, () => '\n', { mayAnswer: false }),
  },
  {
    id: 'inject.nul',
    claim: 'at a line with a NUL in it it goes on or leaves',
    why: 'Such a line is no JSON, and readers of C strings see half of it.',
    advice: 'Pass over a line that is no message, or leave with an error.',
    examine: (exam) => survives(exam, (line) => line.replace('{', '{\0'), { mayAnswer: false }),
  },
  {
    id: 'inject.not-utf8',
    claim: 'at a line that is not UTF-8 it answers, goes on or leaves',
    why: 'Many readers put another character in place of such bytes; what matters is that none of them hangs.',
    advice: 'Pass over a line that is no message, or leave with an error.',
    examine: (exam) => survives(exam, notUtf8, { mayAnswer: true }),
  },
  {
    id: 'inject.huge-line',
    claim: 'at a line beyond the limit it answers, goes on or leaves',
    why: 'The runner writes no such line; whoever has read half of it must not take the rest for another.',
    advice: 'Read lines of any length, or leave with an error.',
    examine: (exam) =>
      survives(exam, (line) => line.replace('{', `{${' '.repeat(2 * wireLimits.lineBytes)}`), { mayAnswer: true }),
  },
  {
    id: 'inject.call-twice',
    claim: 'the same call again is answered in the same way, or it leaves',
    why: 'An adapter keeps nothing between calls.',
    advice: 'Answer every call as if it were the first.',
    examine: (exam) => survives(exam, (line) => line + line, { mayAnswer: true }),
  },
  {
    id: 'inject.half-a-line',
    claim: 'where the input ends in the middle of a line it leaves without an answer',
    why: 'Half a call may be another call.',
    advice: 'Answer only lines that have their line feed, and exit at the end of the input.',
    examine: (exam) => halfALine(exam),
  },
  {
    id: 'inject.no-hello',
    claim: 'where the input ends at once it leaves without a word',
    why: 'A runner may be stopped before it says anything.',
    advice: 'Exit at the end of the input.',
    examine: (exam) =>
      exam.inSilence(async (talk) => {
        talk.finish();
        return leavesSilently(await talk.greeting());
      }),
  },
];

function firstQuestion(exam: Exam): Question | undefined {
  const [operation] = exam.declared;
  return operation && exam.question(operation);
}

type Cut = (bytes: Uint8Array) => readonly Uint8Array[];

const single: Cut = (bytes) => Array.from(bytes, (byte) => Uint8Array.of(byte));

/** The last piece is the line feed alone. */
const thirds: Cut = (bytes) => {
  const cuts = [0, 1, bytes.length >> 1, bytes.length - 1, bytes.length];
  return cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
};

/** Hello and one call, of which an unknown member is beyond ASCII; then the same call as it is. */
function inPieces(exam: Exam, cut: Cut, pause: () => Promise<void>): Finding | Promise<Finding> {
  const question = firstQuestion(exam);
  if (question === undefined) return nothingToAsk;
  const { operation, input } = question;
  return exam.inSilence(async (talk) => {
    const drip = async (line: string) => {
      for (const piece of cut(Buffer.from(line.replace('{', '{"later":"é𝄞",')))) {
        talk.write(piece);
        await pause();
      }
    };
    await drip(talk.hello);
    const greeted = await talk.greeting();
    if (!greeted.ok) return troubled(greeted);
    const { id, line } = talk.call(operation, input);
    await drip(line);
    const pieces = await talk.answer(id, operation);
    return sameAnswer(pieces, await talk.ask(operation, input), 'in one piece');
  });
}

/** After the fault a plain call is answered as it was before, or the program has left. */
function survives(
  exam: Exam,
  spoil: (line: string) => string | Uint8Array,
  { mayAnswer }: { readonly mayAnswer: boolean },
): Finding | Promise<Finding> {
  const question = firstQuestion(exam);
  if (question === undefined) return nothingToAsk;
  const { operation, input } = question;
  return exam.inNewTalk(async (talk) => {
    const before = await talk.ask(operation, input);
    if (!isVerdict(before)) return noVerdict(before, 'before the fault');
    const spoilt = talk.call(operation, input);
    talk.write(spoil(spoilt.line));
    const plain = talk.call(operation, input);
    talk.write(plain.line);
    let hasAnswered = false;
    for (let heard = 0; heard < 3; heard++) {
      const result = await talk.result(operation);
      if (!result.ok) return result.kind === 'left' ? fine(result.seen) : troubled(result);
      if (result.id !== spoilt.id && result.id !== plain.id)
        return wrong(`an answer to call ${result.id}`, result.line);
      const same = sameAnswer(before, result, 'after the fault');
      if (result.id === plain.id) return hasAnswered && !mayAnswer ? doubtful('it answers such a line') : same;
      if (mayAnswer && same.status !== 'ok') return same;
      hasAnswered = true;
    }
    return wrong('it answers again and again');
  });
}

function halfALine(exam: Exam): Finding | Promise<Finding> {
  const question = firstQuestion(exam);
  if (question === undefined) return nothingToAsk;
  const { operation, input } = question;
  return exam.inNewTalk(async (talk) => {
    const { line } = talk.call(operation, input);
    talk.write(line.slice(0, line.length >> 1));
    talk.finish();
    return leavesSilently(await talk.result(operation));
  });
}

function leavesSilently(heard: Awaited<ReturnType<Talk['result'] | Talk['greeting']>>): Finding {
  if (heard.ok) return wrong('it answers', heard.line);
  return heard.kind === 'left' ? fine(heard.seen) : troubled(heard);
}

function notUtf8(line: string): Uint8Array {
  const [head, tail] = line.replace('{', '{"later":"\0",').split('\0');
  return Buffer.concat([Buffer.from(head ?? ''), Buffer.of(0xff), Buffer.from(tail ?? '')]);
}

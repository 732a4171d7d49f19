import { wireLimits } from '#spec/protocol.ts';
import type { Check } from '../check.ts';
import { type Exam, isVerdict, markOf, nothingToAsk, noVerdict, type Question, troubled } from '../exam.ts';
import { doubtful, type Finding, fine, wrong } from '../report.ts';
import { sameAnswer } from '../same-answer.ts';
import type { Talk } from '../talk.ts';

/** Without which there is no point in asking for more. */
export const firstCallCheck: Check = {
  id: 'call.first',
  claim: 'a plain call is answered',
  why: 'Everything else rests on that.',
  advice: 'Answer each call with one line: its "id", and one of "ok", "reject", "unsupported" and "fault".',
  examine: (exam) =>
    withQuestion(exam, async ({ operation, input }, talk) => {
      const answer = await talk.ask(operation, input);
      return answer.ok ? fine(markOf(answer.reply)) : troubled(answer);
    }),
};

/** What a message may look like, and what a subject does with one that it cannot use. */
export const messageChecks: readonly Check[] = [
  {
    id: 'call.in-turn',
    claim: 'several calls are answered one after the other, each with its own id',
    why: 'One process takes all calls of a run.',
    advice: 'Read line by line until the input ends, answer each call before the next is read, and copy its "id".',
    examine: (exam) => withQuestion(exam, (question, talk) => inTurn(question, talk)),
  },
  {
    id: 'call.unknown-members',
    claim: 'members that the adapter does not know are passed over',
    why: 'A later version of the protocol may add some.',
    advice: 'Take from a message what you know, and let the rest be.',
    examine: (exam) => edited(exam, (line) => insert(line, '"later":{"version":2,"list":[1,2.5,null,"x"]}')),
  },
  {
    id: 'call.order-of-members',
    claim: 'the members of a message may come in any order, with white space between them',
    why: 'JSON says nothing of the order, and another runner writes another one.',
    advice: 'Read messages with a JSON parser.',
    examine: (exam) => edited(exam, (line) => otherOrder(line)),
  },
  {
    id: 'call.unknown-op',
    claim: 'an operation that the adapter has never heard of is unsupported',
    why: 'A later suite asks for more, and a subject that breaks off loses the cases that it could answer.',
    advice: 'Answer {"unsupported": {"feature": …}} for every "op" that you do not know, and go on.',
    examine: (exam) => exam.inTalk((talk) => unknownOperation(exam, talk)),
  },
  {
    id: 'call.malformed-input',
    claim: 'an input that is not as the schema has it is a fault, and the next call is answered',
    why: 'A refusal would be a verdict about a skill that nobody has shown, and a crash loses the run.',
    advice: 'Answer {"fault": {"message": …}} where a member of the input is missing or has the wrong type.',
    examine: (exam) => withQuestion(exam, (question, talk) => malformedInput(question, talk)),
  },
  {
    id: 'limit.line',
    claim: `a line of ${wireLimits.lineBytes} bytes is read`,
    why: 'The protocol allows it, and readers with a fixed buffer cut it.',
    advice: 'Read lines of any length up to the limit.',
    examine: (exam) =>
      edited(exam, (line) =>
        insert(line, `"later":"${'x'.repeat(wireLimits.lineBytes - Buffer.byteLength(line) - 11)}"`),
      ),
  },
  {
    id: 'limit.depth',
    claim: `a message of ${wireLimits.depth} levels is read`,
    why: 'The protocol allows it, and many JSON parsers stop at a lower default.',
    advice: 'Raise the depth limit of the JSON parser.',
    examine: (exam) => {
      const levels = wireLimits.depth - 1;
      return edited(exam, (line) => insert(line, `"later":${'['.repeat(levels)}${']'.repeat(levels)}`));
    },
  },
];

/** In a process that has said hello, with something it can be asked. */
export function withQuestion(exam: Exam, work: (question: Question, talk: Talk) => Promise<Finding>): Promise<Finding> {
  const [operation] = exam.declared;
  if (operation === undefined) return Promise.resolve(nothingToAsk);
  return exam.inTalk((talk) => work(exam.question(operation), talk));
}

/** The same call as it is and changed in a way that must not matter. */
function edited(exam: Exam, edit: (line: string) => string): Promise<Finding> {
  return withQuestion(exam, async ({ operation, input }, talk) => {
    const plain = await talk.ask(operation, input);
    if (!isVerdict(plain)) return noVerdict(plain, 'the plain call');
    const { id, line } = talk.call(operation, input);
    talk.write(`${edit(line.trimEnd())}\n`);
    return sameAnswer(plain, await talk.answer(id, operation), 'the changed call');
  });
}

function insert(line: string, member: string): string {
  return line.replace('{', `{${member},`);
}

function otherOrder(line: string): string {
  const members = Object.entries(JSON.parse(line)).toReversed();
  const texts = members.map(([key, value]) => `${JSON.stringify(key)} :\t${JSON.stringify(value, null, 1)}`);
  return ` { ${texts.join(' , ')} } `.replaceAll('\n', ' ');
}

async function inTurn({ operation, input }: Question, talk: Talk): Promise<Finding> {
  const first = await talk.ask(operation, input);
  if (!first.ok) return troubled(first, 'call 1');
  for (const count of [2, 3]) {
    const next = await talk.ask(operation, input);
    if (!next.ok) return troubled(next, `call ${count}`);
    if (markOf(next.reply) !== markOf(first.reply)) return wrong(`call ${count}: ${markOf(next.reply)}`, next.line);
  }
  return fine('3 calls, 3 answers');
}

async function unknownOperation(exam: Exam, talk: Talk): Promise<Finding> {
  const [operation = 'manifest.parse'] = exam.declared;
  const { id, line } = talk.call(operation, {});
  talk.write(line.replace(`"${operation}"`, '"palyra.not-yet"'));
  const answer = await talk.answer(id, operation);
  if (!answer.ok) return troubled(answer);
  if (answer.reply.outcome !== 'unsupported') return wrong(markOf(answer.reply), answer.line);
  const { input } = exam.question(operation);
  const next = await talk.ask(operation, input);
  return next.ok ? fine('unsupported') : troubled(next, 'the next call');
}

async function malformedInput({ operation, input }: Question, talk: Talk): Promise<Finding> {
  for (const malformed of [{}, [], null]) {
    const answer = await talk.ask(operation, malformed);
    if (!answer.ok) return troubled(answer);
    if (isVerdict(answer)) return doubtful(`${JSON.stringify(malformed)}: ${markOf(answer.reply)}`, answer.line);
    if (answer.reply.outcome !== 'fault') return wrong(markOf(answer.reply), answer.line);
  }
  const next = await talk.ask(operation, input);
  return isVerdict(next) ? fine('fault') : noVerdict(next, 'the next call');
}

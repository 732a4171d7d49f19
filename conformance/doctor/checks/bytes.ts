import { guestModule } from '#fixtures/guests/guests.ts';
import type { Operation, WireValue } from '#spec/operations.ts';
import { wireLimits } from '#spec/protocol.ts';
import type { Check } from '../check.ts';
import { type Exam, failed, isVerdict, markOf, memberAt, nothingToAsk, noVerdict } from '../exam.ts';
import type { Question } from '../example-input.ts';
import { type Finding, fine, skipped, wrong } from '../report.ts';
import { sameAnswer } from '../same-answer.ts';

/** A binary, whatever form the module of an example has. */
const module = guestModule('answer');

/** Where an operation takes bytes that may be of any length without another verdict, and how they grow. */
const growing = {
  'manifest.parse': { field: 'text', grow: (bytes: Uint8Array, to: number) => padded(bytes, to, '\n#', '.') },
  'grants.derive': { field: 'manifest', grow: (bytes: Uint8Array, to: number) => padded(bytes, to, '\n#', '.') },
  'trust.load': { field: 'store', grow: (bytes: Uint8Array, to: number) => padded(bytes, to, '', ' ') },
  'runtime.run': { field: 'module', grow: (_: Uint8Array, to: number) => withCustomSection(module, to) },
} as const satisfies Partial<Record<Operation, unknown>>;

const growable = Object.keys(growing) as (keyof typeof growing)[];
const large = 2 * wireLimits.inlineBytes;

export const byteChecks: readonly Check[] = [
  {
    id: 'bytes.empty',
    claim: 'no bytes at all are bytes too',
    why: 'Some cases have an empty input, which is easily taken for an absent one.',
    advice: 'Tell {"$b64": ""} from null and from a missing member.',
    examine: (exam) =>
      withGrowing(exam, ({ operation, input }, field) =>
        exam.inTalk(async (talk) => {
          const answer = await talk.ask(operation, { ...input, [field]: new Uint8Array() });
          return isVerdict(answer) ? fine(markOf(answer.reply)) : noVerdict(answer);
        }),
      ),
  },
  {
    id: 'bytes.blob-in',
    claim: 'bytes in a file are read like bytes in the message',
    why: `More than ${wireLimits.inlineBytes} bytes come as {"$blob": …}, the name of a file in "blobs.inputs" of the hello.`,
    advice: 'Read the file whose name is the value of "$blob" from that folder.',
    examine: (exam) => withGrowing(exam, (question, field, grow) => blobIn(exam, question, field, grow)),
  },
  {
    id: 'bytes.blob-out',
    claim: 'many bytes of an answer lie in a file',
    why: `More than ${wireLimits.inlineBytes} bytes may not stand in a message.`,
    advice: 'Write them into "blobs.outputs" of the hello, in a file named by their SHA-256 in lower-case hex.',
    examine: (exam) => blobOut(exam),
  },
];

type Grow = (bytes: Uint8Array, to: number) => Uint8Array;

function withGrowing(
  exam: Exam,
  work: (question: Question, field: string, grow: Grow) => Promise<Finding>,
): Finding | Promise<Finding> {
  const operation = growable.find((one) => exam.declared.includes(one));
  if (operation === undefined) return nothingToAsk;
  const { field, grow } = growing[operation];
  return work(exam.question(operation), field, grow);
}

/** The longest that stands in a message and the shortest that does not, and something longer than any buffer. */
function blobIn(exam: Exam, { operation, input }: Question, field: string, grow: Grow): Promise<Finding> {
  return exam.inTalk(async (talk) => {
    const bytes = (input as Record<string, Uint8Array>)[field] ?? new Uint8Array();
    const ask = (length: number) => talk.ask(operation, { ...input, [field]: grow(bytes, length) });
    const inline = await ask(wireLimits.inlineBytes);
    if (!isVerdict(inline)) return noVerdict(inline, `${wireLimits.inlineBytes} bytes in the message`);
    const blob = sameAnswer(inline, await ask(wireLimits.inlineBytes + 1), 'one byte more, in a file');
    return blob.status === 'ok' ? sameAnswer(inline, await ask(large), `${large} bytes in a file`) : blob;
  });
}

function blobOut(exam: Exam): Finding | Promise<Finding> {
  const question = exam.firstQuestion('artifact.build');
  if (question === undefined) return nothingToAsk;
  return exam.inTalk(async (talk) => {
    const { input } = question;
    const assets = [{ path: 'large.bin', bytes: exam.world.bytes('doctor', large) }];
    const answer = await talk.ask('artifact.build', { ...(input as Record<string, WireValue>), assets });
    if (!answer.ok) return answer.diagnosis.startsWith('line.') ? failed(answer) : wrong(answer.seen, answer.line);
    if (answer.reply.outcome !== 'ok') return skipped(`the artifact was not built: ${markOf(answer.reply)}`);
    const artifact = memberAt(answer.reply.value, ['artifact']);
    if (!(artifact instanceof Uint8Array)) return skipped('the answer holds no artifact');
    if (artifact.length <= wireLimits.inlineBytes) return skipped(`the artifact has ${artifact.length} bytes only`);
    return fine(`${artifact.length} bytes`);
  });
}

function padded(bytes: Uint8Array, to: number, start: string, filling: string): Uint8Array {
  const rest = to - bytes.length - start.length;
  return Buffer.concat([bytes, Buffer.from(start), Buffer.alloc(rest, filling)]);
}

/** A section that says nothing of the module; its length takes the three bytes that it needs from 16 KiB on. */
function withCustomSection(module: Uint8Array, to: number): Uint8Array {
  const size = to - module.length - 4;
  const head = [0, (size & 0x7f) | 0x80, ((size >> 7) & 0x7f) | 0x80, size >> 14];
  return Buffer.concat([module, Buffer.from(head), Buffer.alloc(size)]);
}

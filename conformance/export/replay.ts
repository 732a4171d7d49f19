import type { BlobSource } from '#spec/wire/read-bytes.ts';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import { expectationFor } from '../runner/expectation.ts';
import { type Judgement, judge } from '../runner/judge.ts';
import { helloLine } from '../subject/messages.ts';
import { Conversation } from '../subject/reading/conversation.ts';
import { transcriptNonce } from './extract-case.ts';
import type { ExtractedCase } from './extracted-case.ts';

/** All that a process is told, with the folders where they lie now. */
export function replayInput({ transcript }: ExtractedCase, inputs: string, outputs: string): string {
  return (
    helloLine(transcriptNonce, inputs, outputs) +
    transcript
      .slice(1)
      .map((line) => `${line}\n`)
      .join('')
  );
}

/** What a process made of it. */
export type Replayed =
  | { readonly kind: 'answer'; readonly judgement: Judgement }
  /** The first thing that is wrong with what it wrote; undefined where it ended before it answered. */
  | { readonly kind: 'no answer'; readonly diagnosis: Diagnosis | undefined };

/** `output` is all that the process wrote; `reasonOf` is that of a reason map. */
export function readReplay(
  extracted: ExtractedCase,
  output: Uint8Array,
  outputs: BlobSource,
  reasonOf: (refusal: { readonly reason: string; readonly native: string }) => string = ({ reason }) => reason,
): Replayed {
  const conversation = new Conversation(transcriptNonce, outputs);
  conversation.begin(extracted.operation);
  const diagnosis = conversation.read(Buffer.from(output.buffer, output.byteOffset, output.length));
  const { answer, greeting, unfinished } = conversation;
  if (diagnosis !== undefined) return { kind: 'no answer', diagnosis };
  if (unfinished !== undefined)
    return { kind: 'no answer', diagnosis: { code: 'line.unfinished', detail: unfinished } };
  if (answer === undefined) return { kind: 'no answer', diagnosis: undefined };
  const reply = answer.outcome === 'reject' ? { ...answer, reason: reasonOf(answer) } : answer;
  return { kind: 'answer', judgement: judge(expectationFor(extracted, greeting?.features ?? []), reply) };
}

/** The answer beside what is expected, for people. */
export function describeReplay({ id }: ExtractedCase, replayed: Replayed): string {
  if (replayed.kind === 'no answer') {
    const { diagnosis } = replayed;
    const why = diagnosis && `${diagnoses[diagnosis.code].text}: ${diagnosis.detail}`;
    return `${id}: no answer; ${why ?? 'the program ended before it answered'}\n`;
  }
  const { verdict, expected, observed } = replayed.judgement;
  const native = observed.native === undefined ? [] : [`  the subject says ${observed.native}`];
  return `${[`${id}: ${verdict}`, `  expected ${expected.text}`, `  observed ${observed.text}`, ...native].join('\n')}\n`;
}

import type { Reply, WireValue } from '#spec/operations.ts';
import { wireLimits } from '#spec/protocol.ts';
import type { Subject } from '#spec/subject.ts';
import { bytePlaces } from '#spec/wire/byte-places.ts';
import { type BlobSink, encodeMessage } from '#spec/wire/encode.ts';
import { readWire } from '#spec/wire/read.ts';
import type { BlobSource } from '#spec/wire/read-bytes.ts';
import type { Call } from './read-message.ts';

/** The line that answers a call. A throw is a bug of ours: it is told as a fault, and the next call is none the worse. */
export async function answer(subject: Subject, call: Call, blobs: BlobSource & BlobSink): Promise<string> {
  try {
    const line = encodeMessage(resultOf(call, await ask(subject, call, blobs)), blobs);
    if (Buffer.byteLength(line) <= wireLimits.lineBytes) return line;
    return encodeMessage(resultOf(call, fault('the answer is longer than a message may be')), blobs);
  } catch (error) {
    return encodeMessage(resultOf(call, fault(String(error))), blobs);
  }
}

async function ask(subject: Subject, { op, input }: Call, blobs: BlobSource): Promise<Reply> {
  const operation = subject.operations.find((name) => name === op);
  if (operation === undefined) return { outcome: 'unsupported', feature: op };
  const read = readWire(input, bytePlaces(operation, 'input'), blobs);
  if (read.ok) return bounded(await subject.call(operation, read.value));
  const { at, detail } = read.problem;
  return fault(`input.${at}: ${detail}`);
}

const longestMessage = 2000;

/** What a subject says in its own words may repeat all that it was given. */
function bounded(reply: Reply): Reply {
  return reply.outcome === 'reject' ? { ...reply, native: shortened(reply.native) } : reply;
}

function fault(message: string): Reply {
  return { outcome: 'fault', message: shortened(message) };
}

function shortened(text: string): string {
  return text.slice(0, longestMessage).toWellFormed();
}

/** The members of a reply are those that its outcome has in the message. */
function resultOf({ id }: Call, { outcome, ...members }: Reply): WireValue {
  return { type: 'result', id, [outcome]: members };
}

import type { Operation, WireValue } from '#spec/operations.ts';
import { type HelloMessage, protocolVersion, wireLimits } from '#spec/protocol.ts';
import { type BlobSink, encodeMessage } from '#spec/wire/encode.ts';

export const byeLine = '{"type":"bye"}\n';

export function helloLine(nonce: string, inputs: string, outputs: string): string {
  const protocol = { min: protocolVersion, max: protocolVersion };
  const hello = { type: 'hello', protocol, nonce, blobs: { inputs, outputs } } as const satisfies HelloMessage;
  return `${encodeMessage(hello, noBlobs)}\n`;
}

export interface Call {
  readonly id: bigint;
  readonly operation: Operation;
  readonly input: WireValue;
  readonly deadlineMs: number;
}

export function callLine({ id, operation, input, deadlineMs }: Call, blobs: BlobSink): string {
  const encoded = encodeMessage(input, blobs);
  const line = `{"type":"call","id":${id},"op":"${operation}","input":${encoded},"deadlineMs":${deadlineMs}}`;
  if (Buffer.byteLength(line) > wireLimits.lineBytes) throw new Error('a case has an input that no line can hold');
  return `${line}\n`;
}

const noBlobs: BlobSink = {
  put: () => {
    throw new Error('a hello holds no bytes');
  },
};

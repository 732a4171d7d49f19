import type { WireValue } from '../operations.ts';
import { u32 } from './numbers.ts';
import { operationSchemas } from './operations.ts';
import { version } from './patterns.ts';
import { list, object, type Schema, string, text, word } from './schema.ts';
import * as worked from './worked/protocol.ts';

const fromOne = (maximum: bigint): Schema => ({ type: 'integer', minimum: 1n, maximum });
const filled: Schema = { type: 'string', minLength: 1n };
/** Fit for a report: a few words on one line. */
const label = text('^[^\\u0000-\\u001f\\u007f-\\u009f]*$', { minLength: 1n, maxLength: 200n });
/** JSON of every language holds it exactly. */
const id = fromOne(2n ** 53n - 1n);
const protocol = fromOne(2n ** 32n - 1n);
const range = object({ min: protocol, max: protocol });
const nonce = text('^[0-9A-Za-z_-]{1,64}$');

const parameters = object({
  names: object({ sbomEntry: label, defaultEntrypoint: label }),
  runtime: object({ version: text(version), protocolMajor: u32 }),
});

interface MessageSchema {
  readonly about: string;
  readonly schema: Schema;
  readonly example: WireValue;
}

/** The messages by the name of their file; `hello` is what the runner says and `greeting` what comes back. */
export const messageSchemas: Readonly<Record<string, MessageSchema>> = {
  hello: {
    about: 'The first line to a subject',
    schema: object({
      type: { const: 'hello' },
      protocol: range,
      nonce,
      blobs: object({ inputs: filled, outputs: filled }),
    }),
    example: worked.hello,
  },
  greeting: {
    about: 'The first line of a subject',
    schema: object({
      type: { const: 'hello' },
      protocol,
      nonce,
      name: label,
      version: label,
      language: label,
      ops: list(word(...Object.keys(operationSchemas)), { uniqueItems: true }),
      features: list(label, { uniqueItems: true }),
      parameters,
      concurrency: { type: 'integer', minimum: 1n },
    }),
    example: worked.greeting,
  },
  'no-common-protocol': {
    about: 'The only line of a subject that speaks none of the offered protocols',
    schema: object({ type: { const: 'no-common-protocol' }, nonce, protocol: range }),
    example: worked.noCommonProtocol,
  },
  call: {
    about: 'One call; the schema of the operation says what its input is',
    schema: object({
      type: { const: 'call' },
      id,
      op: text('^[a-z0-9]+(?:[.-][a-z0-9]+)*$'),
      input: { type: 'object' },
      deadlineMs: fromOne(2n ** 32n - 1n),
    }),
    example: worked.call,
  },
  result: {
    about: 'The answer to a call; the schema of the operation says what the value of an ok is',
    schema: {
      oneOf: [
        { ok: object({ value: { type: 'object' } }) },
        { reject: object({}, { reason: string, native: string }, { minProperties: 1n }) },
        { unsupported: object({ feature: string }) },
        { fault: object({ message: string }) },
      ].map((outcome) => object({ type: { const: 'result' }, id, ...outcome })),
    },
    example: worked.result,
  },
  bye: {
    about: 'The last line to a subject',
    schema: object({ type: { const: 'bye' } }),
    example: worked.bye,
  },
};

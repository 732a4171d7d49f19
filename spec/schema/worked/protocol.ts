import { names, runtime } from '../../constants.ts';
import type {
  ByeMessage,
  CallMessage,
  GreetingMessage,
  HelloMessage,
  NoCommonProtocolMessage,
  ResultMessage,
} from '../../protocol.ts';
import { workedExamples } from './operations.ts';

const nonce = '5f1d0c9a7be24863';

/** One of each message: a runner that asks for the parts of a signing key. */
export const hello = {
  type: 'hello',
  protocol: { min: 1n, max: 1n },
  nonce,
  blobs: { inputs: '/tmp/run/inputs', outputs: '/tmp/run/outputs' },
} satisfies HelloMessage;

export const greeting = {
  type: 'hello',
  protocol: 1n,
  nonce,
  name: 'acme-skills',
  version: '0.3.0',
  language: 'python',
  ops: ['key.parse', 'manifest.parse'],
  features: [],
  parameters: { names: names.shipped, runtime: { ...runtime } },
  concurrency: 4n,
} satisfies GreetingMessage;

export const noCommonProtocol = {
  type: 'no-common-protocol',
  nonce,
  protocol: { min: 2n, max: 3n },
} satisfies NoCommonProtocolMessage;

export const call = {
  type: 'call',
  id: 1n,
  op: 'key.parse',
  input: workedExamples['key.parse'].input,
  deadlineMs: 30_000n,
} satisfies CallMessage;

export const result = {
  type: 'result',
  id: 1n,
  ok: { value: workedExamples['key.parse'].value },
} satisfies ResultMessage;

export const bye = { type: 'bye' } satisfies ByeMessage;

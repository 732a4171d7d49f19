import type { Operation, WireValue } from './operations.ts';
import type { Parameters } from './subject.ts';

/** Protocol 1: one JSON object a line on standard input and output; `spec/protocol.md` says the rest. */
export const protocolVersion = 1n;

export const wireLimits = {
  /** Up to this many bytes stand in the message itself; more lie in a file named by their hash. */
  inlineBytes: 32 * 1024,
  /** Of one such file. */
  blobBytes: 256 * 1024 * 1024,
  /** Of one line, without its end, in either direction. */
  lineBytes: 1024 * 1024,
  /** Of a message; a manifest in it may be deeper than the strict JSON dialect allows. */
  depth: 512,
  /** How long a subject may take to leave after `bye`. */
  byeMs: 2000,
} as const;

/** The runner's first line. A subject reads large inputs below `inputs`, and puts large outputs below `outputs`. */
export interface HelloMessage {
  readonly type: 'hello';
  readonly protocol: { readonly min: bigint; readonly max: bigint };
  readonly nonce: string;
  readonly blobs: { readonly inputs: string; readonly outputs: string };
}

/** The subject's answer: who it is and what it can be asked. */
export interface GreetingMessage extends Greeting {
  readonly type: 'hello';
  readonly protocol: bigint;
  readonly nonce: string;
}

/** What a subject says of itself; the same after every start. */
export interface Greeting {
  readonly name: string;
  readonly version: string;
  readonly language: string;
  readonly ops: readonly Operation[];
  /** Of what is optional, such as `fuel:wasmtime`. */
  readonly features: readonly string[];
  readonly parameters: Parameters;
  /** How many copies of the subject may run at the same time. */
  readonly concurrency: bigint;
}

/** A subject that speaks no protocol in the offered range says which it speaks, and leaves with 0. */
export interface NoCommonProtocolMessage {
  readonly type: 'no-common-protocol';
  readonly nonce: string;
  readonly protocol: { readonly min: bigint; readonly max: bigint };
}

/** Neither case nor expectation: the id is a number that counts the calls of this process. */
export interface CallMessage {
  readonly type: 'call';
  readonly id: bigint;
  readonly op: Operation;
  readonly input: WireValue;
  readonly deadlineMs: bigint;
}

/** Exactly one of the four outcomes. */
export type ResultMessage = { readonly type: 'result'; readonly id: bigint } & (
  | { readonly ok: { readonly value: WireValue } }
  /** At least one of the two: a native error may be all there is, and a reason map gives it the suite's name. */
  | { readonly reject: { readonly reason?: string; readonly native?: string } }
  | { readonly unsupported: { readonly feature: string } }
  | { readonly fault: { readonly message: string } }
);

export interface ByeMessage {
  readonly type: 'bye';
}

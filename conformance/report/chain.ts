import { createHash } from 'node:crypto';

/**
 * The written form of a line: its number and the chain of the line before it come first, and its own chain, the
 * SHA-256 of all of the line that stands before that member, comes last. So an intact line shows where it belongs.
 */
export interface Link {
  /** Counted from 1. */
  readonly line: number;
  /** The chain of the line before. */
  readonly previous: string;
  readonly chain: string;
}

export interface OpenedLine extends Link {
  /** The JSON object without the members of the chain. */
  readonly content: Uint8Array;
}

/** What stands for the chain of a line before the first. */
export const noChain = '0'.repeat(64);

/** The line without its line feed, from a JSON object that is not empty. */
export function closeLine(
  content: string,
  place: Pick<Link, 'line' | 'previous'>,
): { readonly text: string; readonly chain: string } {
  const hashed = `{"line":${place.line},"previous":"${place.previous}",${content.slice(1, -1)}`;
  const chain = sha256(Buffer.from(hashed));
  return { text: `${hashed},"chain":"${chain}"}`, chain };
}

const head = /^\{"line":([1-9]\d{0,14}),"previous":"([0-9a-f]{64})",/;
const longestHead = '{"line":,"previous":"",'.length + 15 + 64;
const tail = /^,"chain":"([0-9a-f]{64})"\}$/;
const tailLength = ',"chain":""}'.length + 64;

/** Undefined where the line is not in the written form, or not as it was when its chain was made. */
export function openLine(bytes: Uint8Array): OpenedLine | undefined {
  const end = bytes.length - tailLength;
  if (end < 0) return undefined;
  const opening = head.exec(latin1(bytes.subarray(0, Math.min(longestHead, end))));
  const closing = tail.exec(latin1(bytes.subarray(end)));
  const [start, line, previous] = opening ?? [];
  const chain = closing?.[1];
  if (start === undefined || line === undefined || previous === undefined || chain === undefined) return undefined;
  if (sha256(bytes.subarray(0, end)) !== chain) return undefined;
  const content = Buffer.concat([openBrace, bytes.subarray(start.length, end), closeBrace]);
  return { line: Number(line), previous, chain, content };
}

const openBrace = Buffer.from('{');
const closeBrace = Buffer.from('}');

/** The form is ASCII; of other bytes it only matters that none of them looks like it. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

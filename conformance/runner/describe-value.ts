import { createHash } from 'node:crypto';
import { encodeJson } from '#spec/json/write.ts';
import type { WireValue } from '#spec/operations.ts';
import { fieldsOf, isList } from './match.ts';

export const longest = 160;

/** A value on one short line; of bytes, how many and their digest. Of what is long only the beginning is looked at. */
export function describeValue(value: WireValue | undefined): string {
  if (value === undefined) return 'nothing';
  let text = '';
  for (const piece of piecesOf(value)) {
    text += piece;
    if (text.length > longest) return `${text.slice(0, longest)}…${describeLength(value)}`;
  }
  return text;
}

export function describeBytes(bytes: Uint8Array): string {
  return `${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}…`;
}

/** JSON, as far as somebody asks for it; each level gives something before the next, so that none is asked for in vain. */
function* piecesOf(value: WireValue): Generator<string> {
  const fields = fieldsOf(value);
  if (fields !== undefined) yield* memberPieces(fields);
  else if (isList(value)) yield* elementPieces(value);
  else if (value instanceof Uint8Array) yield quote(describeBytes(value));
  else if (typeof value === 'string') yield quote(value);
  else if (typeof value === 'number') yield encodeJson(value);
  else yield `${value}`;
}

function* memberPieces(fields: ReadonlyMap<string, WireValue>): Generator<string> {
  let before = '{';
  for (const [key, value] of fields) {
    yield `${before}${quote(key)}:`;
    yield* piecesOf(value);
    before = ',';
  }
  yield fields.size === 0 ? '{}' : '}';
}

function* elementPieces(list: readonly WireValue[]): Generator<string> {
  let before = '[';
  for (const value of list) {
    yield before;
    yield* piecesOf(value);
    before = ',';
  }
  yield list.length === 0 ? '[]' : ']';
}

function quote(text: string): string {
  return JSON.stringify(text.slice(0, longest));
}

function describeLength(value: WireValue): string {
  if (typeof value === 'string') return ` (${value.length} characters)`;
  return isList(value) ? ` (${value.length} elements)` : '';
}

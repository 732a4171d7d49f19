import { createHash } from 'node:crypto';
import type { WireValue } from '#spec/operations.ts';
import type { Edit, RecipeValue } from '../case.ts';

const longest = 160;

/** A value on one short line; of bytes, how many and their digest. */
export function describeValue(value: WireValue | undefined): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value, plain);
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
}

/** What was changed of the accepted twin. */
export function describeEdit(edit: Edit): string {
  const place = edit.at.join('.') || 'the input';
  if ('put' in edit) return `${place} = ${describeRecipeValue(edit.put)}`;
  if ('insert' in edit) return `${place}: inserted ${describeRecipeValue(edit.insert)}`;
  if ('remove' in edit) return `${place}: removed`;
  return `${place}: ${describeValue(edit.replace)} became ${describeValue(edit.with)}`;
}

function describeRecipeValue(value: RecipeValue): string {
  return describeValue(value as WireValue);
}

function plain(_key: string, value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : `${value}`;
  if (value instanceof Map) return Object.fromEntries(value);
  if (isBufferJson(value)) return describeBytes(Uint8Array.from(value.data));
  return value instanceof Uint8Array ? describeBytes(value) : value;
}

function describeBytes(bytes: Uint8Array): string {
  return `${bytes.length} bytes, sha256 ${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}…`;
}

/** A Buffer has turned itself into this by the time a replacer sees it. */
function isBufferJson(value: unknown): value is { readonly data: readonly number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value &&
    Array.isArray(value.data)
  );
}

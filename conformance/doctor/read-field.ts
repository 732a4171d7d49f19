import { names, runtime } from '#spec/constants.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { protocolVersion } from '#spec/protocol.ts';
import { type GreetingRead, readGreeting } from '../subject/reading/read-greeting.ts';

export const greetingFields = [
  'type',
  'protocol',
  'nonce',
  'name',
  'version',
  'language',
  'ops',
  'features',
  'parameters',
  'concurrency',
] as const;

export type GreetingField = (typeof greetingFields)[number];

/** One field of a greeting as if all the others were right, so that each gets a word of its own. */
export function readField(
  { message, nonce }: { readonly message: JsonObject; readonly nonce: string },
  field: GreetingField,
): GreetingRead {
  const greeting = new Map(rightGreeting(nonce));
  const value = message.get(field);
  if (value === undefined) greeting.delete(field);
  else greeting.set(field, value);
  return readGreeting(greeting, nonce);
}

function rightGreeting(nonce: string): JsonObject {
  return new Map<GreetingField, Json>([
    ['type', 'hello'],
    ['protocol', protocolVersion],
    ['nonce', nonce],
    ['name', 'right'],
    ['version', '1'],
    ['language', 'any'],
    ['ops', []],
    ['features', []],
    [
      'parameters',
      new Map<string, Json>([
        ['names', members(names.shipped)],
        ['runtime', members(runtime)],
      ]),
    ],
    ['concurrency', 1n],
  ]);
}

function members(record: { readonly [key: string]: string | bigint } | object): JsonObject {
  return new Map<string, Json>(Object.entries(record));
}

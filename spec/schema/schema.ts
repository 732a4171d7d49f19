import type { WireValue } from '../operations.ts';

/** A JSON Schema, or a part of one, as data. Integers are bigint, so that bounds beyond 2^53 stay exact. */
export type Schema = { readonly [keyword: string]: WireValue };
export type Properties = { readonly [name: string]: Schema };

/** What a schema can refer to; every file carries the definitions that it uses. */
export type DefinitionName =
  | 'binding'
  | 'builder'
  | 'bytes'
  | 'capabilities'
  | 'config'
  | 'configProperty'
  | 'contractDescriptor'
  | 'grants'
  | 'identifier'
  | 'json'
  | 'label'
  | 'manifest'
  | 'namedBytes'
  | 'normalTrustStore'
  | 'notBlank'
  | 'operator'
  | 'path'
  | 'report'
  | 'runnerPolicy'
  | 'sha256'
  | 'signature'
  | 'tool'
  | 'trustStore'
  | 'version'
  | 'warning';

export type Definitions = { readonly [name in DefinitionName]: Schema };

/** An object with these members and no others. */
export function object(required: Properties, optional: Properties = {}, more: Schema = {}): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
    ...more,
  };
}

export function list(items: Schema, more: Schema = {}): Schema {
  return { type: 'array', items, ...more };
}

export function map(propertyNames: Schema, values: Schema, more: Schema = {}): Schema {
  return { type: 'object', propertyNames, additionalProperties: values, ...more };
}

export function word(...words: readonly string[]): Schema {
  return { type: 'string', enum: words };
}

export function text(pattern: string, more: Schema = {}): Schema {
  return { type: 'string', pattern, ...more };
}

export function ref(name: DefinitionName, more: Schema = {}): Schema {
  return { $ref: `#/$defs/${name}`, ...more };
}

/** What an object's members must be besides, once others of its members are so. */
export function when(condition: Properties, consequence: Properties): Schema {
  return {
    if: { type: 'object', properties: condition },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: { type: 'object', properties: consequence },
  };
}

export const string: Schema = { type: 'string' };
export const boolean: Schema = { type: 'boolean' };
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

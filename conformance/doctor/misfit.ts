import { encodeWith } from '#spec/json/write.ts';
import type { Operation, WireValue } from '#spec/operations.ts';
import { bundle } from '#spec/schema/definitions.ts';
import { operationSchemas } from '#spec/schema/operations.ts';
import { object, type Schema } from '#spec/schema/schema.ts';
import { describeBytes, describeValue } from '../runner/describe-value.ts';
import { fieldsOf, isList } from '../runner/match.ts';

/** Where the value of an answer is not as the schema of its operation has it, and how; undefined where it is. */
export function misfit(operation: Operation, value: WireValue): string | undefined {
  const schema = bundle(object(operationSchemas[operation].value));
  return misfitOf({ schema, value, path: 'value', definitions: fieldsOf(schema['$defs'] ?? {}) ?? new Map() });
}

interface Place {
  readonly schema: WireValue;
  readonly value: WireValue;
  readonly path: string;
  readonly definitions: ReadonlyMap<string, WireValue>;
}

function misfitOf(place: Place): string | undefined {
  // In memory bytes are bytes; whether their form on the wire was right has been seen to.
  if (place.value instanceof Uint8Array && (place.schema as Schema)['$ref'] === '#/$defs/bytes') return undefined;
  for (const [keyword, demanded] of fieldsOf(place.schema) ?? []) {
    if (saysNothingAlone.has(keyword)) continue;
    const check = keywords[keyword];
    if (check === undefined) throw new Error(`no schema of a value had the keyword ${keyword} before`);
    const found = check(demanded, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

type Keyword = (demanded: WireValue, place: Place) => string | undefined;

const saysNothingAlone = new Set(['$comment', '$defs', 'then']);

/** Those that the schemas of values use. */
const keywords: Readonly<Record<string, Keyword>> = {
  $ref: (ref, place) => {
    const schema = place.definitions.get(String(ref).replace('#/$defs/', ''));
    return schema === undefined ? undefined : misfitOf({ ...place, schema });
  },
  type: (type, place) => (isOfType(place.value, type) ? undefined : must(place, `be of the type ${type}`)),
  const: (only, place) => (only === place.value ? undefined : must(place, `be ${describeValue(only)}`)),
  enum: (words, place) =>
    items(words).includes(place.value) ? undefined : must(place, `be one of ${describeValue(words)}`),
  minimum: (least, place) => (isBelow(place.value, least) ? must(place, `be at least ${least}`) : undefined),
  maximum: (most, place) => (isBelow(most, place.value) ? must(place, `be at most ${most}`) : undefined),
  pattern: (pattern, place) =>
    typeof place.value !== 'string' || new RegExp(String(pattern), 'u').test(place.value)
      ? undefined
      : must(place, `fit ${pattern}`),
  minLength: (least, place) => (isBelow(lengthOf(place), least) ? must(place, `have ${least} characters`) : undefined),
  maxLength: (most, place) =>
    isBelow(most, lengthOf(place)) ? must(place, `have at most ${most} characters`) : undefined,
  minItems: (least, place) => (isBelow(sizeOf(place), least) ? must(place, `have ${least} elements`) : undefined),
  maxItems: (most, place) => (isBelow(most, sizeOf(place)) ? must(place, `have at most ${most} elements`) : undefined),
  uniqueItems: (_, place) => {
    const texts = items(place.value).map((item) => encodeWith(item, describeBytes));
    return new Set(texts).size === texts.length ? undefined : must(place, 'have no element twice');
  },
  items: (schema, { value, path, ...rest }) =>
    first(items(value).map((item, at) => () => misfitOf({ ...rest, schema, value: item, path: `${path}[${at}]` }))),
  required: (names, place) => {
    const members = fieldsOf(place.value);
    const missing = members && items(names).find((name) => !members.has(String(name)));
    return missing === undefined ? undefined : `${place.path}.${missing} is missing`;
  },
  properties: (properties, { value, path, ...rest }) => {
    const members = fieldsOf(value);
    return first(
      [...(fieldsOf(properties) ?? [])].map(([name, schema]) => () => {
        const member = members?.get(name);
        return member === undefined ? undefined : misfitOf({ ...rest, schema, value: member, path: `${path}.${name}` });
      }),
    );
  },
  additionalProperties: (schema, { schema: whole, value, path, ...rest }) => {
    const known = fieldsOf(fieldsOf(whole)?.get('properties') ?? {});
    const others = [...(fieldsOf(value) ?? [])].filter(([name]) => known?.has(name) !== true);
    return first(
      others.map(([name, member]) => () => {
        const at = `${path}.${name}`;
        return schema === false
          ? `${at} is a member that the schema does not know`
          : misfitOf({ ...rest, schema, value: member, path: at });
      }),
    );
  },
  propertyNames: (schema, { value, path, ...rest }) =>
    first(
      [...(fieldsOf(value)?.keys() ?? [])].map(
        (name) => () => misfitOf({ ...rest, schema, value: name, path: `a key of ${path}` }),
      ),
    ),
  allOf: (schemas, place) => first(items(schemas).map((schema) => () => misfitOf({ ...place, schema }))),
  anyOf: anyOf,
  // No two forms of one thing have anything in common.
  oneOf: anyOf,
  not: (schema, place) => (misfitOf({ ...place, schema }) === undefined ? must(place, 'not be so') : undefined),
  if: (condition, place) => {
    const then = fieldsOf(place.schema)?.get('then');
    if (then === undefined || misfitOf({ ...place, schema: condition }) !== undefined) return undefined;
    return misfitOf({ ...place, schema: then });
  },
  dependentSchemas: (schemas, place) =>
    first(
      [...(fieldsOf(schemas) ?? [])].map(
        ([name, schema]) =>
          () =>
            fieldsOf(place.value)?.has(name) === true ? misfitOf({ ...place, schema }) : undefined,
      ),
    ),
};

/** Where a value may be null, what is told is why it is not the other thing. */
function anyOf(schemas: WireValue, place: Place): string | undefined {
  const found = items(schemas).map((schema) => misfitOf({ ...place, schema }));
  return found.includes(undefined) ? undefined : found[0];
}

function must({ path, value }: Place, demand: string): string {
  return `${path} is ${describeValue(value)}, and must ${demand}`;
}

function typeOf(value: WireValue): string {
  if (value === null) return 'null';
  if (value instanceof Uint8Array) return 'bytes';
  if (isList(value)) return 'array';
  if (typeof value === 'bigint') return 'integer';
  return typeof value;
}

function isOfType(value: WireValue, type: WireValue): boolean {
  return typeOf(value) === type || (type === 'number' && typeof value === 'bigint');
}

function isBelow(one: WireValue | undefined, other: WireValue | undefined): boolean {
  return isNumber(one) && isNumber(other) && one < other;
}

function isNumber(value: WireValue | undefined): value is bigint | number {
  return typeof value === 'bigint' || typeof value === 'number';
}

function lengthOf({ value }: Place): number | undefined {
  return typeof value === 'string' ? [...value].length : undefined;
}

function sizeOf({ value }: Place): number | undefined {
  return isList(value) ? value.length : undefined;
}

function items(value: WireValue): readonly WireValue[] {
  return isList(value) ? value : [];
}

function first(checks: readonly (() => string | undefined)[]): string | undefined {
  for (const check of checks) {
    const found = check();
    if (found !== undefined) return found;
  }
  return undefined;
}

import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import type { NamedBytes, WireValue } from '#spec/operations.ts';

/** A call whose input has not the shape of its operation: the caller's mistake, so the reply is a fault. */
export class MalformedInput extends Error {}

/** The fields of an input, each read as the type its operation gives it. */
export class InputReader {
  readonly #fields: ReadonlyMap<string, WireValue>;
  readonly #path: string;

  constructor(input: WireValue, path = 'input') {
    this.#fields = fieldsOf(input, path);
    this.#path = path;
  }

  bytes(name: string): Uint8Array {
    const value = this.#get(name);
    return value instanceof Uint8Array ? value : this.#complain(name, 'bytes');
  }

  bytesOrNull(name: string): Uint8Array | null {
    return this.#get(name) === null ? null : this.bytes(name);
  }

  text(name: string): string {
    const value = this.#get(name);
    return typeof value === 'string' ? value : this.#complain(name, 'a text');
  }

  textOrNull(name: string): string | null {
    return this.#get(name) === null ? null : this.text(name);
  }

  flag(name: string): boolean {
    const value = this.#get(name);
    return typeof value === 'boolean' ? value : this.#complain(name, 'true or false');
  }

  textOrFlag(name: string): string | boolean {
    const value = this.#get(name);
    return typeof value === 'string' || typeof value === 'boolean' ? value : this.#complain(name, 'a text or a flag');
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  integer(name: string): bigint {
    const value = this.#get(name);
    return typeof value === 'bigint' ? value : this.#complain(name, 'an integer');
  }

  integerOrNull(name: string): bigint | null {
    return this.#get(name) === null ? null : this.integer(name);
  }

  integers(name: string): readonly bigint[] {
    return this.#list(name).map((item) =>
      typeof item === 'bigint' ? item : this.#complain(name, 'a list of integers'),
    );
  }

  texts(name: string): readonly string[] {
    return this.#list(name).map((item) => (typeof item === 'string' ? item : this.#complain(name, 'a list of texts')));
  }

  fields(name: string): InputReader {
    return new InputReader(this.#get(name), `${this.#path}.${name}`);
  }

  listOrNull(name: string): readonly InputReader[] | null {
    return this.#get(name) === null ? null : this.list(name);
  }

  list(name: string): readonly InputReader[] {
    return this.#list(name).map((item, index) => new InputReader(item, `${this.#path}.${name}[${index}]`));
  }

  json(name: string): Json {
    return toJson(this.#get(name), `${this.#path}.${name}`);
  }

  jsons(name: string): readonly Json[] {
    return this.#list(name).map((item, index) => toJson(item, `${this.#path}.${name}[${index}]`));
  }

  namedBytes(name: string): readonly NamedBytes[] {
    return (this.listOrNull(name) ?? this.#complain(name, 'a list')).map((file) => ({
      path: file.text('path'),
      bytes: file.bytes('bytes'),
    }));
  }

  #list(name: string): readonly WireValue[] {
    const value = this.#get(name);
    return Array.isArray(value) ? value : this.#complain(name, 'a list');
  }

  #get(name: string): WireValue {
    const value = this.#fields.get(name);
    return value === undefined ? this.#complain(name, 'given') : value;
  }

  #complain(name: string, wanted: string): never {
    throw new MalformedInput(`${this.#path}.${name} must be ${wanted}`);
  }
}

function fieldsOf(value: WireValue, path: string): ReadonlyMap<string, WireValue> {
  if (isMap(value)) return value;
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)) {
    return new Map(Object.entries(value));
  }
  throw new MalformedInput(`${path} must be an object`);
}

function toJson(value: WireValue, path: string): Json {
  if (value instanceof Uint8Array) throw new MalformedInput(`${path} must hold no bytes`);
  if (typeof value !== 'object' || value === null) return value;
  if (isJsonArray(value as Json)) return (value as readonly WireValue[]).map((item) => toJson(item, path));
  const entries = isJsonObject(value as Json)
    ? (value as ReadonlyMap<string, WireValue>)
    : new Map(Object.entries(value));
  return new Map([...entries].map(([key, inner]) => [key, toJson(inner, `${path}.${key}`)]));
}

function isMap(value: WireValue): value is ReadonlyMap<string, WireValue> {
  return value instanceof Map;
}

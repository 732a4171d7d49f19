import { quote } from '#spec/failure/evidence.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';

/** Remembers the first thing that is wrong with a message; what is read after it does not matter. */
export class Complaint {
  text: string | undefined;

  say(text: string): void {
    this.text ??= text;
  }
}

/** The members of one object of a message. Each wrong one is named by its place and by what stands there instead. */
export class Fields {
  readonly #object: JsonObject;
  readonly #place: string;
  readonly #complaint: Complaint;

  /** Every key must be one of those, so that a misspelt one is not taken for an absent one. */
  constructor(object: JsonObject, keys: readonly string[], place: string, complaint: Complaint) {
    this.#object = object;
    this.#place = place;
    this.#complaint = complaint;
    for (const key of object.keys()) {
      if (!keys.includes(key)) complaint.say(`${place} has a member ${quote(key)}, which the protocol does not know`);
    }
  }

  has(key: string): boolean {
    return this.#object.has(key);
  }

  json(key: string): Json {
    const value = this.#object.get(key);
    if (value !== undefined) return value;
    this.#complaint.say(`${this.#place}.${key} is missing`);
    return null;
  }

  text(key: string): string {
    const value = this.json(key);
    return typeof value === 'string' ? value : this.#wrong(key, value, 'a string', '');
  }

  integer(key: string): bigint {
    const value = this.json(key);
    return typeof value === 'bigint' ? value : this.#wrong(key, value, 'an integer', 0n);
  }

  texts(key: string): readonly string[] {
    const value = this.json(key);
    if (!isJsonArray(value)) return this.#wrong(key, value, 'a list', []);
    const texts = value.filter((item) => typeof item === 'string');
    const other = value.findIndex((item) => typeof item !== 'string');
    if (other !== -1) this.#wrong(`${key}[${other}]`, value[other] ?? null, 'a string', '');
    return texts;
  }

  inner(key: string, keys: readonly string[]): Fields {
    const value = this.json(key);
    const object = isJsonObject(value) ? value : this.#wrong<JsonObject>(key, value, 'an object', new Map());
    return new Fields(object, keys, `${this.#place}.${key}`, this.#complaint);
  }

  say(key: string, what: string): void {
    this.#complaint.say(`${this.#place}.${key} ${what}`);
  }

  #wrong<T>(key: string, value: Json, wanted: string, instead: T): T {
    this.say(key, `is ${kindOf(value)}, and not ${wanted}`);
    return instead;
  }
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (isJsonArray(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  if (typeof value === 'bigint') return 'an integer';
  return typeof value === 'number' ? 'a number with a fraction or an exponent' : `a ${typeof value}`;
}

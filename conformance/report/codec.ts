import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';

/** How a value stands in a report: the text that is written of it, and what is accepted when it is read again. */
export interface Codec<T> {
  encode(value: T): string;
  read(json: Json): Read<T>;
}

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly misfit: Misfit };

/** The first place that is not as it should be. */
export interface Misfit {
  readonly path: readonly (string | number)[];
  /** What it ought, such as `to be a list`. */
  readonly wanted: string;
}

/** Of a member that may be absent. */
interface OptionalCodec<T> extends Codec<T> {
  readonly optional: true;
}

/** Every member of T in the order in which it is written; an optional one has an optional codec. */
type Members<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalCodec<Exclude<T[K], undefined>>
    : Codec<T[K]>;
};

export const text: Codec<string> = {
  // Half of a surrogate pair has no UTF-8, and a reader would refuse the line.
  encode: (value) => JSON.stringify(value.toWellFormed()),
  read: (json) => (typeof json === 'string' ? fits(json) : misfits('to be a text')),
};

export const boolean: Codec<boolean> = {
  encode: String,
  read: (json) => (typeof json === 'boolean' ? fits(json) : misfits('to be true or false')),
};

/** An integer that a `number` holds exactly. */
export const count: Codec<number> = {
  encode: String,
  read: (json) =>
    typeof json === 'bigint' && json >= 0n && json <= BigInt(Number.MAX_SAFE_INTEGER)
      ? fits(Number(json))
      : misfits('to be a count'),
};

export const integer: Codec<bigint> = {
  encode: String,
  read: (json) => (typeof json === 'bigint' ? fits(json) : misfits('to be an integer')),
};

export function textLike(pattern: RegExp, wanted: string): Codec<string> {
  return {
    encode: text.encode,
    read: (json) => (typeof json === 'string' && pattern.test(json) ? fits(json) : misfits(`to be ${wanted}`)),
  };
}

export function oneOf<const T extends string>(words: readonly T[], wanted: string): Codec<T> {
  const byName = new Map<Json, T>(words.map((word) => [word, word]));
  return {
    encode: (value) => JSON.stringify(value),
    read: (json) => {
      const word = byName.get(json);
      return word === undefined ? misfits(`to be ${wanted}`) : fits(word);
    },
  };
}

export function nullable<T>(codec: Codec<T>): Codec<T | null> {
  return {
    encode: (value) => (value === null ? 'null' : codec.encode(value)),
    read: (json) => (json === null ? fits(null) : codec.read(json)),
  };
}

export function optional<T>(codec: Codec<T>): OptionalCodec<T> {
  return { ...codec, optional: true };
}

export function list<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    encode: (values) => `[${values.map((value) => item.encode(value)).join(',')}]`,
    read: (json) => {
      if (!isJsonArray(json)) return misfits('to be a list');
      const values: T[] = [];
      for (const [index, one] of json.entries()) {
        const value = item.read(one);
        if (!value.ok) return below(index, value.misfit);
        values.push(value.value);
      }
      return fits(values);
    },
  };
}

/** An object with these members and no others. */
export function record<T extends object>(members: Members<T>): Codec<T> {
  return objectOf<T>(Object.entries(members));
}

export function countOfEach<K extends string>(kinds: readonly K[]): Codec<Readonly<Record<K, number>>> {
  return objectOf(kinds.map((kind) => [kind, count]));
}

type Member = readonly [key: string, codec: Codec<unknown>];

/** The caller vouches for the members being those of T. */
function objectOf<T extends object>(members: readonly Member[]): Codec<T> {
  const known = new Set(members.map(([key]) => key));
  return {
    encode: (value) => {
      const given = new Map<string, unknown>(Object.entries(value));
      const written = members.flatMap(([key, codec]) => {
        const member = given.get(key);
        return member === undefined ? [] : [`${JSON.stringify(key)}:${codec.encode(member)}`];
      });
      return `{${written.join(',')}}`;
    },
    read: (json) => {
      if (!isJsonObject(json)) return misfits('to be an object');
      for (const key of json.keys()) if (!known.has(key)) return below(key, { path: [], wanted: 'not to be there' });
      const read: [string, unknown][] = [];
      for (const [key, codec] of members) {
        const member = json.get(key);
        if (member === undefined) {
          if ('optional' in codec) continue;
          return below(key, { path: [], wanted: 'to be there' });
        }
        const value = codec.read(member);
        if (!value.ok) return below(key, value.misfit);
        read.push([key, value.value]);
      }
      // Only keys of the record itself are set, so none of the writer's choosing, such as `__proto__`.
      return fits(Object.fromEntries(read) as T);
    },
  };
}

function fits<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

function misfits(wanted: string): { readonly ok: false; readonly misfit: Misfit } {
  return { ok: false, misfit: { path: [], wanted } };
}

function below(key: string | number, { path, wanted }: Misfit): { readonly ok: false; readonly misfit: Misfit } {
  return { ok: false, misfit: { path: [key, ...path], wanted } };
}

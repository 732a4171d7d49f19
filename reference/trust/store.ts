import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { compareBytes } from '../text/byte-order.ts';
import { normaliseTrustStore } from './normalise.ts';

/** Whom this host trusts: publishers allowlisted with their keys, and publishers pinned to the first key they showed. */
export interface TrustStore {
  readonly trustedPublishers: ReadonlyMap<string, readonly string[]>;
  readonly tofuPublishers: ReadonlyMap<string, string>;
}

export const emptyTrustStore: TrustStore = { trustedPublishers: new Map(), tofuPublishers: new Map() };

const fields = ['trusted_publishers', 'tofu_publishers'] as const;

/** The content of a store file: nothing at all is an empty store, everything else is JSON and comes out normalised. */
export function parseTrustStore(bytes: Uint8Array): Result<TrustStore> {
  // TRUST-STORE-EMPTY: these five bytes and no others count as nothing.
  if (bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d)) {
    return ok(emptyTrustStore);
  }
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'trust.store-json', detail: json.problem });
  const repeated = json.repeated.find((path) => path.length === 1);
  if (repeated !== undefined) return badShape(`the field ${repeated.join()} is repeated`);
  const store = trustStoreFromJson(json.value);
  return store.ok ? normaliseTrustStore(store.value) : store;
}

/** TRUST-STORE-SHAPE: the shape alone; names and keys are judged when the store is normalised. */
export function trustStoreFromJson(json: Json): Result<TrustStore> {
  const parts = storeParts(json);
  if (!parts.ok) return parts;
  const [trusted, pinned] = parts.value;
  const trustedPublishers = new Map<string, readonly string[]>();
  for (const [publisher, keys] of trusted) {
    if (!isJsonArray(keys) || !keys.every((key) => typeof key === 'string')) {
      return badShape(`the keys of ${JSON.stringify(publisher)} must be a list of texts`);
    }
    trustedPublishers.set(publisher, keys);
  }
  const tofuPublishers = new Map<string, string>();
  for (const [publisher, key] of pinned) {
    if (typeof key !== 'string') return badShape(`the pin of ${JSON.stringify(publisher)} must be a text`);
    tofuPublishers.set(publisher, key);
  }
  return ok({ trustedPublishers, tofuPublishers });
}

/** TRUST-STORE-ARRAY: the two maps may also stand in an array, in this order, and trailing ones may be left out. */
function storeParts(json: Json): Result<readonly [JsonObject, JsonObject]> {
  if (isJsonArray(json) && json.length > fields.length) return badShape('an array must hold at most the two maps');
  if (!isJsonArray(json) && !isJsonObject(json)) return badShape('it must be an object');
  if (isJsonObject(json)) {
    const known: readonly string[] = fields;
    for (const key of json.keys())
      if (!known.includes(key)) return badShape(`the field ${JSON.stringify(key)} is unknown`);
  }
  const [trusted = new Map(), pinned = new Map()] = isJsonArray(json) ? json : fields.map((field) => json.get(field));
  if (!isJsonObject(trusted)) return badShape('trusted_publishers must be an object');
  if (!isJsonObject(pinned)) return badShape('tofu_publishers must be an object');
  return ok([trusted, pinned]);
}

export function trustStoreToJson(store: TrustStore): JsonObject {
  return new Map<string, Json>([
    ['trusted_publishers', sorted(store.trustedPublishers)],
    ['tofu_publishers', sorted(store.tofuPublishers)],
  ]);
}

export function encodeTrustStore(store: TrustStore): Uint8Array {
  return Buffer.from(encodePrettyJson(trustStoreToJson(store)));
}

function sorted(map: ReadonlyMap<string, Json>): JsonObject {
  return new Map([...map].sort(([a], [b]) => compareBytes(a, b)));
}

function badShape(detail: string) {
  return fail({ code: 'trust.store-shape', detail });
}

import { fail, ok, type Result } from '#spec/result.ts';
import { isIdentifier } from '../manifest/identifier.ts';
import { compareBytes } from '../text/byte-order.ts';
import { decodeHex } from '../text/hex.ts';
import { asciiLower, trim } from '../text/white-space.ts';
import type { TrustStore } from './store.ts';

/**
 * A store in which every name is trimmed, every key is lower-case hex, and lists are sorted without repetition. Applied
 * to a store as it comes from disk or from a caller, in the byte order of its names, so one bad store has one failure.
 */
export function normaliseTrustStore(store: TrustStore): Result<TrustStore> {
  const trusted = normaliseTrusted(store);
  if (!trusted.ok) return trusted;
  const pinned = normalisePins(store);
  if (!pinned.ok) return pinned;
  return ok({ trustedPublishers: trusted.value, tofuPublishers: pinned.value });
}

function normaliseTrusted(store: TrustStore): Result<TrustStore['trustedPublishers']> {
  const merged = new Map<string, string[]>();
  for (const [publisher, keys] of inByteOrder(store.trustedPublishers)) {
    const name = normaliseName(publisher);
    if (!name.ok) return name;
    const list = merged.get(name.value) ?? [];
    for (const key of keys) {
      const hex = normaliseKey(publisher, key);
      if (!hex.ok) return hex;
      list.push(hex.value);
    }
    if (keys.length === 0) return fail({ code: 'trust.store-no-keys', publisher });
    merged.set(name.value, list);
  }
  return ok(new Map([...merged].map(([name, keys]) => [name, sortedKeys(keys)])));
}

function normalisePins(store: TrustStore): Result<TrustStore['tofuPublishers']> {
  const pins = new Map<string, string>();
  for (const [publisher, key] of inByteOrder(store.tofuPublishers)) {
    const name = normaliseName(publisher);
    if (!name.ok) return name;
    const hex = normaliseKey(publisher, key);
    if (!hex.ok) return hex;
    const earlier = pins.get(name.value);
    if (earlier !== undefined && earlier !== hex.value) return fail({ code: 'trust.store-pin-conflict', publisher });
    pins.set(name.value, hex.value);
  }
  return ok(pins);
}

/** The form in which keys are kept and compared, or undefined where the text is not 32 bytes in hex. */
export function parseKeyHex(key: string): string | undefined {
  const hex = asciiLower(trim(key));
  return decodeHex(hex)?.length === 32 ? hex : undefined;
}

export function sortedKeys(keys: readonly string[]): readonly string[] {
  return [...new Set(keys)].sort(compareBytes);
}

function normaliseName(publisher: string): Result<string> {
  return isIdentifier(publisher) ? ok(trim(publisher)) : fail({ code: 'trust.store-publisher', publisher });
}

function normaliseKey(publisher: string, key: string): Result<string> {
  const hex = parseKeyHex(key);
  return hex === undefined ? fail({ code: 'trust.store-key', publisher, key }) : ok(hex);
}

function inByteOrder<V>(map: ReadonlyMap<string, V>): readonly (readonly [string, V])[] {
  return [...map].sort(([a], [b]) => compareBytes(a, b));
}

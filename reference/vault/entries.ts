import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import { decodeBase64, encodeBase64 } from '../text/base64.ts';
import { compareBytes } from '../text/byte-order.ts';
import { parseVaultReference, type VaultReference } from './reference.ts';

export type VaultEntries = ReadonlyMap<VaultReference, Uint8Array>;

export function encodeEntries(entries: VaultEntries): Uint8Array {
  const sorted = [...entries].sort(([a], [b]) => compareBytes(a, b));
  return Buffer.from(encodeJson(new Map(sorted.map(([reference, value]) => [reference, encodeBase64(value)]))));
}

export function parseEntries(bytes: Uint8Array): VaultEntries | undefined {
  const json = parseJson(bytes);
  if (!json.ok || !isJsonObject(json.value)) return undefined;
  const entries = new Map<VaultReference, Uint8Array>();
  for (const [name, text] of json.value) {
    const reference = parseVaultReference(name);
    const value = typeof text === 'string' ? decodeBase64(text) : undefined;
    if (!reference.ok || value === undefined) return undefined;
    entries.set(reference.value, value);
  }
  return entries;
}

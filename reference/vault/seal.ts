import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import { fail, ok, type Result } from '#spec/result.ts';
import { encodeEntries, parseEntries, type VaultEntries } from './entries.ts';
import { corrupt, encodeHeader, headerLength, nonceLength, parseHeader, type VaultFile } from './header.ts';
import {
  type DeriveKeys,
  deriveKeys,
  keysFit,
  saltLength,
  type VaultKeys,
  type VaultLock,
  type VaultUnlock,
} from './lock.ts';

/** A vault whose keys are at hand, so that a change of its entries needs no second derivation. */
export interface OpenVault {
  readonly lock: VaultLock;
  readonly keys: VaultKeys;
  readonly entries: VaultEntries;
}

export type RandomBytes = (length: number) => Uint8Array;

const cipher = 'aes-256-gcm';
const tagLength = 16;
const checksumLength = 32;

export function newVault(
  unlock: VaultUnlock,
  scryptLogN: number,
  random: RandomBytes,
  derive: DeriveKeys = deriveKeys,
): Result<OpenVault> {
  const salt = random(saltLength);
  const lock: VaultLock = unlock.kind === 'key' ? { kind: 'key', salt } : { kind: 'passphrase', salt, scryptLogN };
  const keys = derive(lock, unlock);
  return keys.ok ? ok({ lock, keys: keys.value, entries: new Map() }) : keys;
}

/** VAULT-SEALED: one seal over all entries, so none can be read, changed, exchanged, taken away or put back alone. */
export function sealVault({ lock, keys, entries }: OpenVault, random: RandomBytes): Uint8Array {
  const nonce = random(nonceLength);
  const header = encodeHeader({ lock, check: keys.check, nonce });
  const sealing = createCipheriv(cipher, keys.encryption, nonce).setAAD(header);
  const sealed = [sealing.update(encodeEntries(entries)), sealing.final(), sealing.getAuthTag()];
  const content = Buffer.concat([header, ...sealed]);
  return Buffer.concat([content, checksum(content)]);
}

/** Damage is found before the passphrase is tried, and a wrong passphrase before the seal. */
export function openVault(file: VaultFile, unlock: VaultUnlock, derive: DeriveKeys = deriveKeys): Result<OpenVault> {
  const header = parseHeader(file);
  if (!header.ok) return header;
  const { lock, check, nonce } = header.value;
  if (file.bytes.length < headerLength + tagLength + checksumLength) return corrupt(file, 'it is cut short');
  const content = file.bytes.subarray(0, -checksumLength);
  if (!checksum(content).equals(file.bytes.subarray(-checksumLength))) return corrupt(file, 'its checksum is wrong');
  const keys = derive(lock, unlock);
  if (!keys.ok) return keys;
  if (!keysFit(keys.value, check)) return fail({ code: 'vault.locked', detail: wrongSecret(unlock) });
  const plain = unseal(content, nonce, keys.value);
  if (plain === undefined) return corrupt(file, 'its seal is broken');
  const entries = parseEntries(plain);
  return entries === undefined ? corrupt(file, 'its entries cannot be read') : ok({ lock, keys: keys.value, entries });
}

function unseal(content: Uint8Array, nonce: Uint8Array, keys: VaultKeys): Uint8Array | undefined {
  const opening = createDecipheriv(cipher, keys.encryption, nonce, { authTagLength: tagLength })
    .setAAD(content.subarray(0, headerLength))
    .setAuthTag(content.subarray(-tagLength));
  const plain = opening.update(content.subarray(headerLength, -tagLength));
  try {
    return Buffer.concat([plain, opening.final()]);
  } catch {
    return undefined;
  }
}

function checksum(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest();
}

function wrongSecret(unlock: VaultUnlock): string {
  return unlock.kind === 'passphrase' ? 'the passphrase is wrong' : 'the key file belongs to another vault';
}

import { hkdfSync, scryptSync, timingSafeEqual } from 'node:crypto';
import { fail, ok, type Result } from '#spec/result.ts';

/** What a person or a machine shows to open a vault. */
export type VaultUnlock =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'key'; readonly key: Uint8Array };

/** How a vault was closed, as its file records it. */
export type VaultLock =
  | { readonly kind: 'passphrase'; readonly salt: Uint8Array; readonly scryptLogN: number }
  | { readonly kind: 'key'; readonly salt: Uint8Array };

export interface VaultKeys {
  readonly encryption: Uint8Array;
  /** Stands in the file, so that a wrong passphrase is told from a damaged file. */
  readonly check: Uint8Array;
}

export const saltLength = 32;

/** 128 MiB and about half a second: what is recommended for passphrases that are typed in. */
export const defaultScryptLogN = 17;

/** A file that asks for more was made to exhaust whoever opens it. */
export const largestScryptLogN = 18;

export const vaultKeyLength = 32;

/** VAULT-SEALED: a key file has bytes enough; a passphrase is stretched until guessing it is dear. */
export function deriveKeys(lock: VaultLock, unlock: VaultUnlock): Result<VaultKeys> {
  if (unlock.kind === 'passphrase') {
    if (unlock.passphrase === '') return locked('the passphrase is empty');
    if (lock.kind !== 'passphrase') return locked('it opens with a key file and not with a passphrase');
    return ok(expand(stretch(unlock.passphrase, lock.salt, lock.scryptLogN), lock.salt));
  }
  if (unlock.key.length !== vaultKeyLength) return locked(`a key file must hold exactly ${vaultKeyLength} bytes`);
  if (lock.kind !== 'key') return locked('it opens with a passphrase and not with a key file');
  return ok(expand(unlock.key, lock.salt));
}

export type DeriveKeys = typeof deriveKeys;

/** Remembers the last keys, since a command opens its vault several times and stretching takes half a second each time. */
export function derivingOnce(derive: DeriveKeys = deriveKeys): DeriveKeys {
  let last: { readonly lock: VaultLock; readonly unlock: VaultUnlock; readonly keys: VaultKeys } | undefined;
  return (lock, unlock) => {
    if (last !== undefined && last.unlock === unlock && isSameLock(last.lock, lock)) return ok(last.keys);
    const keys = derive(lock, unlock);
    if (keys.ok) last = { lock, unlock, keys: keys.value };
    return keys;
  };
}

function isSameLock(a: VaultLock, b: VaultLock): boolean {
  const cost = (lock: VaultLock) => (lock.kind === 'passphrase' ? lock.scryptLogN : undefined);
  return a.kind === b.kind && cost(a) === cost(b) && Buffer.compare(a.salt, b.salt) === 0;
}

export function keysFit(keys: VaultKeys, check: Uint8Array): boolean {
  return timingSafeEqual(keys.check, check);
}

function stretch(passphrase: string, salt: Uint8Array, logN: number): Uint8Array {
  // Two keyboards may compose one accented letter in two ways.
  const text = passphrase.normalize('NFC');
  return scryptSync(text, salt, vaultKeyLength, { N: 2 ** logN, r: 8, p: 1, maxmem: 2 ** 29 });
}

function expand(secret: Uint8Array, salt: Uint8Array): VaultKeys {
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', secret, salt, purpose, vaultKeyLength));
  return { encryption: derive('palyra-vault 1 encryption'), check: derive('palyra-vault 1 check') };
}

function locked(detail: string) {
  return fail({ code: 'vault.locked', detail });
}

import { fail, ok, type Result } from '#spec/result.ts';
import { largestScryptLogN, saltLength, type VaultLock } from './lock.ts';

export interface VaultFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A vault file is the name, version, kind of lock, cost of its passphrase, salt, check and nonce, then the sealed
 * entries, and last the SHA-256 of all that. The header is authenticated together with the entries.
 */
export interface VaultHeader {
  readonly lock: VaultLock;
  readonly check: Uint8Array;
  readonly nonce: Uint8Array;
}

const name = Buffer.from('palyra-vault');
const version = 1;
const kinds = ['passphrase', 'key'] as const;

export const nonceLength = 12;
const checkLength = 32;
const saltStart = name.length + 3;
const checkStart = saltStart + saltLength;
const nonceStart = checkStart + checkLength;
export const headerLength = nonceStart + nonceLength;

export function encodeHeader({ lock, check, nonce }: VaultHeader): Uint8Array {
  const cost = lock.kind === 'passphrase' ? lock.scryptLogN : 0;
  const fixed = Uint8Array.of(version, kinds.indexOf(lock.kind), cost);
  return Buffer.concat([name, fixed, lock.salt, check, nonce]);
}

export function parseHeader(file: VaultFile): Result<VaultHeader> {
  const { bytes } = file;
  if (bytes.length < headerLength || !name.equals(bytes.subarray(0, name.length)))
    return corrupt(file, 'it is no vault');
  const [found = 0, kindIndex = 0, cost = 0] = bytes.subarray(name.length);
  if (found !== version) return corrupt(file, `version ${found} of the format is not known`);
  const kind = kinds[kindIndex];
  if (kind === undefined) return corrupt(file, `lock ${kindIndex} is not known`);
  // VAULT-SEALED: bounded before anything is derived, because the file may come from somebody else.
  if (kind === 'passphrase' && (cost < 1 || cost > largestScryptLogN))
    return corrupt(file, `cost ${cost} is out of range`);
  const salt = bytes.subarray(saltStart, checkStart);
  return ok({
    lock: kind === 'passphrase' ? { kind, salt, scryptLogN: cost } : { kind, salt },
    check: bytes.subarray(checkStart, nonceStart),
    nonce: bytes.subarray(nonceStart, headerLength),
  });
}

export function corrupt({ path }: VaultFile, detail: string) {
  return fail({ code: 'vault.corrupt', path, detail });
}

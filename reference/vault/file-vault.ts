import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fail, ok, type Result } from '#spec/result.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { readVaultFile, vaultDisk } from './disk.ts';
import { defaultScryptLogN, derivingOnce, type VaultUnlock, vaultKeyLength } from './lock.ts';
import { whileLocked } from './lock-file.ts';
import type { Vault } from './vault.ts';

/** The vault kept in a folder. The file is made by the first secret that is put into it. */
export function fileVault(folder: string, unlock: VaultUnlock): Vault {
  const disk = vaultDisk(vaultPath(folder));
  return { disk, unlock, random: randomBytes, scryptLogN: defaultScryptLogN, derive: derivingOnce() };
}

/**
 * The key file beside a vault, for hosts where nobody types a passphrase. Undefined where there is neither a key nor a
 * vault: nothing is kept there, and whoever only reads need not make anything.
 */
export function findVaultKey(folder: string): Result<VaultUnlock | undefined> {
  const key = readVaultFile(keyPath(folder));
  if (!key.ok) return key;
  if (key.value !== undefined) return unlockWith(key.value);
  const vault = readVaultFile(vaultPath(folder));
  if (!vault.ok) return vault;
  // Beside a vault that something else locked, a new key would open nothing.
  if (vault.value === undefined) return ok(undefined);
  return fail({ code: 'vault.locked', detail: `there is no passphrase and no ${keyPath(folder)}` });
}

/** As `findVaultKey`, and makes a key where there is nothing yet. */
export function loadVaultKey(folder: string): Result<VaultUnlock> {
  const found = findVaultKey(folder);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(found.value);
  return whileLocked(keyPath(folder), () => {
    // Another command may have made the key since.
    const now = findVaultKey(folder);
    if (!now.ok) return now;
    if (now.value !== undefined) return ok(now.value);
    const key = randomBytes(vaultKeyLength);
    replaceFile(keyPath(folder), key);
    return unlockWith(key);
  });
}

function keyPath(folder: string): string {
  return join(folder, 'vault.key');
}

function vaultPath(folder: string): string {
  return join(folder, 'vault');
}

function unlockWith(key: Uint8Array): Result<VaultUnlock> {
  return ok({ kind: 'key', key: new Uint8Array(key) });
}

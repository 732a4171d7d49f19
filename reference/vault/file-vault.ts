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
 * The key file beside a vault, for hosts where nobody types a passphrase. It is made where there is neither a key nor
 * a vault; beside a vault that something else locked, a new key would open nothing.
 */
export function loadVaultKey(folder: string): Result<VaultUnlock> {
  const path = join(folder, 'vault.key');
  const found = readVaultFile(path);
  if (!found.ok) return found;
  if (found.value !== undefined) return unlockWith(found.value);
  return whileLocked(path, () => {
    // Another command may have made the key since.
    const now = readVaultFile(path);
    if (!now.ok) return now;
    if (now.value !== undefined) return unlockWith(now.value);
    const vault = readVaultFile(vaultPath(folder));
    if (!vault.ok) return vault;
    if (vault.value !== undefined)
      return fail({ code: 'vault.locked', detail: `there is no passphrase and no ${path}` });
    const key = randomBytes(vaultKeyLength);
    replaceFile(path, key);
    return unlockWith(key);
  });
}

function vaultPath(folder: string): string {
  return join(folder, 'vault');
}

function unlockWith(key: Uint8Array): Result<VaultUnlock> {
  return ok({ kind: 'key', key: new Uint8Array(key) });
}

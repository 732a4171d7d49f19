import { lstatSync } from 'node:fs';
import { fail, ok, type Result } from '#spec/result.ts';
import { readRegularFile } from '../disk/read-file.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { whileLocked } from './lock-file.ts';

/** The one file of a vault: all that the vault knows of the world. */
export interface VaultDisk {
  readonly path: string;
  /** Undefined where there is no file. */
  read(): Result<Uint8Array | undefined>;
  /** Writes only where the file still holds `before`, and says `changed` where by now it holds something else. */
  replace(before: Uint8Array | undefined, after: Uint8Array): Result<'replaced' | 'changed'>;
}

const largestFileBytes = 16 * 1024 * 1024;

export function vaultDisk(path: string): VaultDisk {
  return {
    path,
    read: () => readVaultFile(path),
    replace: (before, after) => {
      if (after.length > largestFileBytes) {
        return fail({ code: 'vault.unwritable', path, detail: `it would have more than ${largestFileBytes} bytes` });
      }
      return whileLocked(path, () => {
        const now = readVaultFile(path);
        if (!now.ok) return now;
        if (!areSame(now.value, before)) return ok('changed');
        replaceFile(path, after);
        return ok('replaced');
      });
    },
  };
}

/** VAULT-DISK: only a file that is not there counts as none; one that cannot be read is never taken for empty. */
export function readVaultFile(path: string): Result<Uint8Array | undefined> {
  const file = readRegularFile(path, largestFileBytes);
  switch (file.kind) {
    case 'read':
      return ok(file.bytes);
    case 'too-large':
      return unreadable(path, `it has more than ${largestFileBytes} bytes`);
    case 'not-a-file':
      return unreadable(path, 'it is not a file');
    case 'problem':
      if (file.detail !== 'ENOENT') return unreadable(path, file.detail);
      break;
  }
  const there = lstatSync(path, { throwIfNoEntry: false });
  if (there === undefined) return ok(undefined);
  // A link whose target is not there is a vault that cannot be reached at the moment; a file was made since the look.
  return there.isSymbolicLink() ? unreadable(path, 'ENOENT') : readVaultFile(path);
}

function areSame(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}

function unreadable(path: string, detail: string) {
  return fail({ code: 'vault.unreadable', path, detail });
}

import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder, writeDurably } from './durable.ts';
import { makeFolders } from './make-folders.ts';

/** TRUST-SAVE-ATOMIC: after a crash at any moment the file is the old one or the new one. Throws what node:fs throws. */
export function replaceFile(path: string, bytes: Uint8Array, mode = 0o600): void {
  const folder = dirname(path);
  makeFolders(folder);
  const temporary = `${path}.tmp.${process.pid}.${randomBytes(6).toString('hex')}`;
  try {
    writeDurably(temporary, bytes, mode);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(folder);
}

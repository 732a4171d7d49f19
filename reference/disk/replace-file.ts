import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
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

function writeDurably(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The rename is only as durable as the folder's own record of it. Windows has no such call and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs';

/** A file that was not there before, with its bytes on the disk. Its name is, once `syncFolder` was called. */
export function writeDurably(path: string, bytes: Uint8Array, mode: number): void {
  const file = openSync(path, 'wx', mode);
  try {
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What others wrote into a file is on the disk as well. */
export function syncFile(path: string): void {
  // Windows flushes only what is open for writing.
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A new name is only as durable as the folder's own record of it. Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobSource } from '#spec/wire/read-bytes.ts';
import { codeToBlame } from '../blame.ts';
import { OwnFolder } from './own-folder.ts';

/** Neither a link nor a pipe may lead or hold us elsewhere; Windows has no such flags. */
const safely = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Where a subject puts the blobs of its results. Each is read once and then removed. */
export class OutputFolder implements BlobSource {
  readonly #folder: OwnFolder;

  constructor(path: string) {
    this.#folder = new OwnFolder(path);
  }

  get(sha256: string, size: number): Uint8Array | undefined {
    const path = join(this.#folder.path, sha256);
    try {
      if (this.#folder.look() === undefined || !lstatSync(path).isFile()) return undefined;
      const file = openSync(path, safely);
      try {
        return fstatSync(file).isFile() ? readUpTo(file, size + 1) : undefined;
      } finally {
        closeSync(file);
        unlinkSync(path);
      }
    } catch (error) {
      codeToBlame(error);
      return undefined;
    }
  }
}

/** Not a Buffer: it would turn itself into a list of numbers where somebody makes JSON of it. */
function readUpTo(file: number, most: number): Uint8Array {
  const bytes = new Uint8Array(Math.min(most, fstatSync(file).size));
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

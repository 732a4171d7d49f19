import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobSource } from '#spec/wire/read-bytes.ts';

/** Neither a link nor a pipe may lead or hold us elsewhere; Windows has no such flags. */
const safely = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Where a subject puts the blobs of its results. Each is read once and then removed. */
export class OutputFolder implements BlobSource {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  get(sha256: string, size: number): Uint8Array | undefined {
    const path = join(this.#path, sha256);
    try {
      if (!lstatSync(path).isFile()) return undefined;
      const file = openSync(path, safely);
      try {
        return fstatSync(file).isFile() ? readUpTo(file, size + 1) : undefined;
      } finally {
        closeSync(file);
        unlinkSync(path);
      }
    } catch {
      return undefined;
    }
  }
}

function readUpTo(file: number, most: number): Uint8Array {
  const bytes = Buffer.allocUnsafe(Math.min(most, fstatSync(file).size));
  let length = 0;
  while (length < bytes.length) {
    const read = readSync(file, bytes, length, bytes.length - length, null);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}

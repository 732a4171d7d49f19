import { createHash } from 'node:crypto';
import { lstatSync, opendirSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '#spec/failure/evidence.ts';
import type { BlobSink } from '#spec/wire/encode.ts';

/** The file or the folder is not as the runner left it. */
const doneBySubject = ['EEXIST', 'ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ELOOP'];

/** The blobs of one call at a time, which the subject may read and nothing else. */
export class InputFolder implements BlobSink {
  readonly #path: string;
  /** What each file looked like when it was written. */
  readonly #written = new Map<string, string>();
  /** When the folder had changed the last time it was seen without strangers. */
  #changed: number | undefined;
  #problem: string | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (this.#written.has(sha256)) return sha256;
    try {
      writeFileSync(join(this.#path, sha256), bytes, { flag: 'wx' });
      this.#written.set(sha256, this.#lookOf(sha256));
    } catch (error) {
      // Anything else, such as a full disk, is no doing of the subject.
      if (!doneBySubject.includes(codeOf(error))) throw error;
      this.#problem ??= `the blob of a call cannot be written: ${codeOf(error)}`;
    }
    return sha256;
  }

  /**
   * To be called after each call: takes its blobs away, and tells what the subject has done here, if anything. Clocks of
   * file systems are coarse, so that at times a file is only found by the last look.
   */
  check(): string | undefined {
    if (this.#written.size === 0 && this.#changed !== undefined && this.#changed === this.#lastChange()) {
      return this.#problem;
    }
    return this.finish();
  }

  finish(): string | undefined {
    for (const [sha256, look] of this.#written) {
      try {
        if (this.#lookOf(sha256) !== look) this.#problem ??= `the blob ${sha256} was changed`;
        unlinkSync(join(this.#path, sha256));
      } catch (error) {
        this.#problem ??= `the blob ${sha256} was taken away: ${codeOf(error)}`;
      }
    }
    this.#written.clear();
    this.#changed = this.#lastChange();
    this.#problem ??= this.#findStranger();
    return this.#problem;
  }

  #lastChange(): number | undefined {
    try {
      return statSync(this.#path).ctimeMs;
    } catch {
      return undefined;
    }
  }

  #findStranger(): string | undefined {
    try {
      const folder = opendirSync(this.#path);
      const stranger = folder.readSync();
      folder.closeSync();
      return stranger === null ? undefined : `it holds ${quote(stranger.name)}, which is not of the runner`;
    } catch (error) {
      return `it cannot be read any more: ${codeOf(error)}`;
    }
  }

  #lookOf(sha256: string): string {
    const { ino, size, mtimeNs, ctimeNs } = lstatSync(join(this.#path, sha256), { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

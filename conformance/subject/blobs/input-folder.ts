import { createHash } from 'node:crypto';
import { lstatSync, opendirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quote } from '#spec/failure/evidence.ts';
import type { BlobSink } from '#spec/wire/encode.ts';
import { codeToBlame, isDoneBySubject } from '../blame.ts';
import { OwnFolder } from './own-folder.ts';

/** The blobs of one call at a time, which the subject may read and nothing else. */
export class InputFolder implements BlobSink {
  readonly #folder: OwnFolder;
  /** What each file looked like when it was written. */
  readonly #written = new Map<string, string>();
  /** When the folder had changed the last time it was seen without strangers. */
  #changed: bigint | undefined;
  #problem: string | undefined;

  constructor(path: string) {
    this.#folder = new OwnFolder(path);
  }

  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#written.has(sha256) && this.#lastChange() !== undefined) this.#write(sha256, bytes);
    return sha256;
  }

  #write(sha256: string, bytes: Uint8Array): void {
    try {
      writeFileSync(this.#pathOf(sha256), bytes, { flag: 'wx' });
      this.#written.set(sha256, this.#lookOf(sha256));
    } catch (error) {
      // What is written by half would be taken for the subject's.
      if (!isDoneBySubject(error)) rmSync(this.#pathOf(sha256), { force: true });
      this.#problem ??= `the blob of a call cannot be written: ${codeToBlame(error)}`;
    }
  }

  /**
   * To be called after each call: takes its blobs away, and tells what the subject has done here, if anything. Clocks of
   * file systems are coarse, so that at times a file is only found by the last look.
   */
  check(): string | undefined {
    const changed = this.#lastChange();
    const isAsItWas = this.#written.size === 0 && changed !== undefined && changed === this.#changed;
    return isAsItWas ? this.#problem : this.finish();
  }

  finish(): string | undefined {
    if (this.#lastChange() === undefined) return this.#problem;
    for (const [sha256, look] of this.#written) {
      this.#takeAway(sha256, look);
      this.#written.delete(sha256);
    }
    const changed = this.#lastChange();
    this.#problem ??= this.#findStranger();
    this.#changed = changed;
    return this.#problem;
  }

  #takeAway(sha256: string, look: string): void {
    try {
      if (this.#lookOf(sha256) !== look) this.#problem ??= `the blob ${sha256} was changed`;
      unlinkSync(this.#pathOf(sha256));
    } catch (error) {
      this.#problem ??= `the blob ${sha256} was taken away: ${codeToBlame(error)}`;
    }
  }

  /** Undefined where the folder is not there any more, which is a problem. */
  #lastChange(): bigint | undefined {
    const changed = this.#folder.look()?.ctimeNs;
    if (changed === undefined) this.#problem ??= 'another folder, or none, stands in its place';
    return changed;
  }

  #findStranger(): string | undefined {
    try {
      const folder = opendirSync(this.#folder.path);
      const stranger = folder.readSync();
      folder.closeSync();
      return stranger === null ? undefined : `it holds ${quote(stranger.name)}, which is not of the runner`;
    } catch (error) {
      return `it cannot be read any more: ${codeToBlame(error)}`;
    }
  }

  #lookOf(sha256: string): string {
    const { ino, size, mtimeNs, ctimeNs } = lstatSync(this.#pathOf(sha256), { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  }

  #pathOf(sha256: string): string {
    return join(this.#folder.path, sha256);
  }
}

import { type BigIntStats, lstatSync } from 'node:fs';
import { codeToBlame } from '../blame.ts';

/** A folder that was made for a subject, told from whatever the subject puts in its place. */
export class OwnFolder {
  readonly path: string;
  readonly #made: BigIntStats;

  constructor(path: string) {
    this.path = path;
    this.#made = lstatSync(path, { bigint: true });
  }

  /** Undefined where another one stands in its place, or none. To be asked each time before it is used. */
  look(): BigIntStats | undefined {
    try {
      const seen = lstatSync(this.path, { bigint: true });
      const isSame = seen.dev === this.#made.dev && seen.ino === this.#made.ino;
      // A link may get the number of a folder that was removed.
      return isSame && seen.isDirectory() ? seen : undefined;
    } catch (error) {
      codeToBlame(error);
      return undefined;
    }
  }
}

import { type Link, noChain } from './chain.ts';

/**
 * `ahead`: lines are missing before it, unless they come later. `spliced`: it has the right number and continues
 * another line than the one before it.
 */
export type Place = 'next' | 'ahead' | 'moved' | 'repeated' | 'spliced';

/** Lines that have not been seen, although later ones have. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Where in the file it was noticed. */
  readonly at: number;
}

/** Follows the numbers of the intact lines of a file; a damaged line takes up a place without saying which. */
export class Sequence {
  #expected = 1;
  #latest: Pick<Link, 'line' | 'chain'> = { line: 0, chain: noChain };
  /** Where the damaged lines just before begin, undefined where there are none. */
  #damagedFrom: number | undefined;
  #gaps: Gap[] = [];

  get gaps(): readonly Gap[] {
    return this.#gaps;
  }

  damaged(): void {
    this.#damagedFrom ??= this.#expected;
    this.#expected++;
  }

  intact({ line, previous, chain }: Link, at: number): Place {
    // A damaged line may have been put in, or be one of several that were one: the next number says how many there were.
    if (line < (this.#damagedFrom ?? this.#expected)) return this.#fill(line) ? 'moved' : 'repeated';
    const isAhead = line > this.#expected;
    if (isAhead) this.#gaps.push({ from: this.#expected, to: line - 1, at });
    const isSpliced = this.#latest.line === line - 1 && this.#latest.chain !== previous;
    this.#expected = line + 1;
    this.#damagedFrom = undefined;
    this.#latest = { line, chain };
    if (isSpliced) return 'spliced';
    return isAhead ? 'ahead' : 'next';
  }

  /** Whether the line was one of the missing ones. */
  #fill(line: number): boolean {
    const index = this.#gaps.findLastIndex(({ from, to }) => from <= line && line <= to);
    const gap = this.#gaps[index];
    if (gap === undefined) return false;
    const rest = [
      { ...gap, to: line - 1 },
      { ...gap, from: line + 1 },
    ];
    this.#gaps.splice(index, 1, ...rest.filter(({ from, to }) => from <= to));
    return true;
  }
}

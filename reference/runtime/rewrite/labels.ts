/** What kind of label a frame is; `function` is the outermost one of a body that has no wrapper. */
export const frame = { function: 0, block: 1, loop: 2, if: 3, else: 4 } as const;

/** No arrival has fixed yet what is pending when one arrives. */
export const open = -1;

/**
 * The labels that are open at a place of a function. A label carries the cost that is pending on arrival, the same on
 * every way to it, so that it need not be added on any.
 */
export class Labels {
  readonly kinds: number[] = [];
  readonly carried: number[] = [];
  /** Whether the place before the frame could be reached, and what was pending there. */
  readonly liveBefore: boolean[] = [];
  readonly pendingBefore: number[] = [];
  /** Where the frame's operator stands, and whether a branch leads to its label. */
  readonly places: number[] = [];
  readonly branched: boolean[] = [];
  depth = 0;

  push(kind: number, place: number, carried: number, live: boolean, pending: number): void {
    const at = this.depth++;
    this.kinds[at] = kind;
    this.carried[at] = carried;
    this.liveBefore[at] = live;
    this.pendingBefore[at] = pending;
    this.places[at] = place;
    this.branched[at] = false;
  }

  clear(): void {
    this.depth = 0;
  }
}

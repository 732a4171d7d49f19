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
  /** Whether the place before the frame could be reached, what was pending there, and what was owed to the host. */
  readonly liveBefore: boolean[] = [];
  readonly pendingBefore: number[] = [];
  readonly debtBefore: (number | undefined)[] = [];
  /** Where the frame's operator stands, and whether a branch leads to its label. */
  readonly places: number[] = [];
  readonly branched: boolean[] = [];
  /** How many frames were added around this one and those outside of it, which the guest does not know of. */
  readonly added: number[] = [];
  depth = 0;

  push(
    kind: number,
    place: number,
    carried: number,
    added: number,
    live: boolean,
    pending: number,
    debt: number | undefined,
  ): void {
    const at = this.depth++;
    this.kinds[at] = kind;
    this.carried[at] = carried;
    this.liveBefore[at] = live;
    this.pendingBefore[at] = pending;
    this.debtBefore[at] = debt;
    this.places[at] = place;
    this.branched[at] = false;
    this.added[at] = at === 0 ? 0 : (this.added[at - 1] ?? 0) + added;
  }

  /** What all of these carry from now on; nothing where some of them carry different costs already. */
  agree(targets: ReadonlySet<number>, wanted: number, pending: number): number | undefined {
    let agreed = wanted;
    for (const target of targets) {
      const carried = this.carried[target] ?? open;
      if (carried === open) continue;
      if (agreed !== open && carried !== agreed) return undefined;
      agreed = carried;
    }
    if (agreed === open) agreed = pending;
    for (const target of targets) {
      this.carried[target] = agreed;
      this.branched[target] = true;
    }
    return agreed;
  }

  addedTo(frame: number): number {
    return (this.added[frame] ?? 0) - (this.added[frame - 1] ?? 0);
  }

  addedUpTo(frame: number): number {
    return (this.added[this.depth - 1] ?? 0) - (this.added[frame] ?? 0);
  }

  clear(): void {
    this.depth = 0;
  }
}

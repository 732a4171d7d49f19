const slot = { stage: 0, withdrawnUpTo: 1, kept: 2 } as const;

/** Where a worker stands: which order it has in hand, and whether its guest runs or is still being prepared. */
export interface Stage {
  readonly order: bigint;
  readonly running: boolean;
}

export const atRest: Stage = { order: 0n, running: false };

/** What two threads know of each other while neither can listen. Orders are numbered upwards from 1. */
export class Progress {
  readonly shared: SharedArrayBuffer;
  readonly #slots: BigInt64Array;

  constructor(shared = new SharedArrayBuffer(3 * BigInt64Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#slots = new BigInt64Array(shared);
  }

  enter({ order, running }: Stage): void {
    Atomics.store(this.#slots, slot.stage, order * 2n + (running ? 1n : 0n));
  }

  stage(): Stage {
    const stage = Atomics.load(this.#slots, slot.stage);
    return { order: stage >> 1n, running: (stage & 1n) === 1n };
  }

  /** Every order up to the last one but the one to keep, should there be one. */
  withdraw(last: bigint, kept = 0n): void {
    Atomics.store(this.#slots, slot.kept, kept);
    Atomics.store(this.#slots, slot.withdrawnUpTo, last);
  }

  isWithdrawn(order: bigint): boolean {
    return order <= Atomics.load(this.#slots, slot.withdrawnUpTo) && order !== Atomics.load(this.#slots, slot.kept);
  }
}

/** As many orders are posted to a worker ahead of its answers, so that it need not wait for the thread that asks. */
export const ordersAhead = 8;

const phases = ['preparing', 'linking', 'running'] as const;

/** Where a worker stands: which order it has in hand, and whether anything of its guest runs yet. */
export interface Stage {
  readonly order: bigint;
  readonly phase: (typeof phases)[number];
}

export const atRest: Stage = { order: 0n, phase: 'preparing' };

const slot = { stage: 0, fuelLeft: 1, withdrawn: 2 } as const;
const slots = slot.withdrawn + ordersAhead;

/** What two threads know of each other while neither can listen. Orders are numbered upwards from 1. */
export class Progress {
  readonly shared: SharedArrayBuffer;
  readonly #slots: BigUint64Array;

  constructor(shared = new SharedArrayBuffer(slots * BigUint64Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#slots = new BigUint64Array(shared);
  }

  enter({ order, phase }: Stage): void {
    Atomics.store(this.#slots, slot.stage, order * 4n + BigInt(phases.indexOf(phase)));
  }

  stage(): Stage {
    const stage = Atomics.load(this.#slots, slot.stage);
    return { order: stage >> 2n, phase: phases[Number(stage & 3n)] ?? 'preparing' };
  }

  /** Of the run in hand, as its host sees it. */
  publish(fuelLeft: bigint): void {
    Atomics.store(this.#slots, slot.fuelLeft, fuelLeft);
  }

  fuelLeft(): bigint {
    return Atomics.load(this.#slots, slot.fuelLeft);
  }

  /** For good. Each of the orders that can be open at once has a place of its own. */
  withdraw(order: bigint): void {
    Atomics.store(this.#slots, placeOf(order), order);
  }

  isWithdrawn(order: bigint): boolean {
    return Atomics.load(this.#slots, placeOf(order)) === order;
  }
}

function placeOf(order: bigint): number {
  return slot.withdrawn + Number(order % BigInt(ordersAhead));
}

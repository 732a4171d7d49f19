import { type Counter, wasm } from './web-assembly.ts';
/** Thrown through the guest to stop it; a guest has no means to catch it. */
export class Stop extends Error {
  readonly kind: 'out-of-fuel' | 'deadline';

  constructor(kind: 'out-of-fuel' | 'deadline') {
    super(kind);
    this.kind = kind;
  }
}

const stops = { fuel: new Stop('out-of-fuel'), deadline: new Stop('deadline') };

export interface Deadline {
  readonly at: number;
  readonly now: () => number;
}

/** With a deadline the guest gets its fuel in slices of this size, and the clock is read between them. */
const slice = 1_000_000n;
const mostAtOnce = 2n ** 63n - 1n;

/**
 * The fuel of one run. The guest counts `published` and its own `running` count up to zero; what it has beyond that is
 * held back here.
 */
export class FuelTank {
  readonly #published: Counter;
  readonly #running: Counter;
  readonly #deadline: Deadline | undefined;
  #reserve: bigint;

  constructor(budget: bigint, published: Counter, running: Counter, deadline: Deadline | undefined) {
    this.#published = published;
    this.#running = running;
    this.#deadline = deadline;
    // Nothing at once under a deadline: one that has passed already stops the guest at its first check.
    const first = deadline !== undefined ? 0n : budget < mostAtOnce ? budget : mostAtOnce;
    published.value = -first;
    this.#reserve = budget - first;
  }

  /** What the host sees: the fuel that was left when the count was last published. */
  left(): bigint {
    const left = this.#reserve - this.#published.value;
    return left > 0n ? left : 0n;
  }

  /** A check of the guest has failed. Fuel is looked at before time. Moving the zero must not publish anything. */
  refill(): void {
    const running = this.#running.value;
    const left = this.#reserve - running;
    if (left <= 0n) {
      this.#published.value = running;
      throw stops.fuel;
    }
    const deadline = this.#deadline;
    if (deadline !== undefined && deadline.now() >= deadline.at) throw stops.deadline;
    const most = deadline === undefined ? mostAtOnce : slice;
    const next = left < most ? left : most;
    const moved = running + next;
    this.#reserve -= moved;
    this.#running.value = -next;
    this.#published.value -= moved;
  }
}

/** An isolate needs one function of wasm that leads back to JavaScript; a table takes no other. */
const passage = new Uint8Array([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x02, 0x07, 0x01, 0x01, 0x68,
  0x01, 0x68, 0x00, 0x00, 0x07, 0x05, 0x01, 0x01, 0x68, 0x00, 0x00,
]);

export function wasmFunction(hook: () => void): unknown {
  return new wasm.Instance(new wasm.Module(passage), { h: { h: hook } }).exports['h'];
}

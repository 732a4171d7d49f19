import { moduleHeader } from '../rewrite/sections.ts';
import { type Counter, wasm } from './web-assembly.ts';

/** Thrown through the guest to stop it; a guest has no means to catch it. */
export class Stop extends Error {
  readonly kind: 'out-of-fuel' | 'deadline';

  constructor(kind: 'out-of-fuel' | 'deadline') {
    super(kind);
    this.kind = kind;
  }
}

export interface Deadline {
  readonly at: number;
  readonly now: () => number;
}

/**
 * With a deadline the guest gets its fuel in slices, and the clock is read between them. The first ones are small, since
 * a unit may buy a fill of the whole memory.
 */
const slice = { first: 16n, least: 1n, most: 1_000_000n } as const;
/** What a unit takes depends on the guest: a slice that took longer than this was too large. */
const sliceMilliseconds = 0.2;
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
  #unseen = 0n;
  #slice: bigint = slice.first;
  /** Unknown before the first one, which is neither too large nor too small. */
  #sliceStart = Number.NaN;

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
    const left = this.#balance();
    return left > 0n ? left : 0n;
  }

  /** What was consumed beyond the budget before a check noticed. */
  overdrawn(): bigint {
    const left = this.#balance();
    return left < 0n ? -left : 0n;
  }

  /** What was consumed when the deadline had passed, and that no host sees since it was never published. */
  unseen(): bigint {
    return this.#unseen;
  }

  /** A check of the guest has failed. Fuel is looked at before time. Moving the zero must not publish anything. */
  refill(): void {
    const running = this.#running.value;
    const left = this.#reserve - running;
    if (left <= 0n) {
      this.#published.value = running;
      throw new Stop('out-of-fuel');
    }
    const most = this.#deadline === undefined ? mostAtOnce : this.#nextSlice(this.#deadline, running);
    const next = left < most ? left : most;
    const moved = running + next;
    this.#reserve -= moved;
    this.#running.value = -next;
    this.#published.value -= moved;
  }

  /** The guest moves much between two checks. Where its fuel is spent, the next one says so. */
  look(): void {
    const running = this.#running.value;
    if (this.#deadline !== undefined && running < this.#reserve) this.#inTime(this.#deadline, running);
  }

  #nextSlice(deadline: Deadline, running: bigint): bigint {
    const now = this.#inTime(deadline, running);
    const taken = now - this.#sliceStart;
    this.#sliceStart = now;
    if (taken > sliceMilliseconds) this.#slice /= BigInt(Math.ceil(taken / sliceMilliseconds));
    else if (taken < sliceMilliseconds / 2) this.#slice *= 2n;
    if (this.#slice < slice.least) this.#slice = slice.least;
    else if (this.#slice > slice.most) this.#slice = slice.most;
    return this.#slice;
  }

  /** The time, unless it is over. */
  #inTime(deadline: Deadline, running: bigint): number {
    const now = deadline.now();
    if (now < deadline.at) return now;
    this.#unseen = running - this.#published.value;
    throw new Stop('deadline');
  }

  #balance(): bigint {
    return this.#reserve - this.#published.value;
  }
}

/** An isolate needs one function of wasm that leads back to JavaScript; a table takes no other. */
const passage = new Uint8Array([
  ...moduleHeader,
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x02, 0x07, 0x01, 0x01, 0x68, 0x01, 0x68, 0x00, 0x00],
  ...[0x07, 0x05, 0x01, 0x01, 0x68, 0x00, 0x00],
]);

export function wasmFunction(hook: () => void): unknown {
  return new wasm.Instance(new wasm.Module(passage), { h: { h: hook } }).exports['h'];
}

/** One measured claim. `value` and `goal` are in `unit`; `floor` is what the value was measured against, in milliseconds. */
export interface Figure {
  readonly name: string;
  /** Null where what is needed to measure it is not there. */
  readonly value: number | null;
  readonly unit: string;
  readonly floor: number | null;
  /** The most that `value` may be, the least where it is a rate; null for a figure that is shown and not judged. */
  readonly goal: number | null;
  readonly met: boolean | null;
}

export function figure(name: string, value: number, unit: string, floor: number | null, goal: number | null): Figure {
  const rounded = round(value);
  return {
    name,
    value: rounded,
    unit,
    floor: floor === null ? null : round(floor),
    goal,
    met: goal === null ? null : rounded <= goal,
  };
}

/** How much is done in a second, which has to be as much as the goal. */
export function rate(name: string, value: number, unit: string, goal: number): Figure {
  const rounded = round(value);
  return { name, value: rounded, unit, floor: null, goal, met: rounded >= goal };
}

export function unmeasured(name: string, unit: string, goal: number): Figure {
  return { name, value: null, unit, floor: null, goal, met: null };
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}

/** How long each of the works takes, in milliseconds: the median of rounds in which they take turns. */
export function takeTurns<K extends string>(rounds: number, works: Readonly<Record<K, () => void>>): Record<K, number> {
  const times = new Times(works);
  for (let round = 0; round <= rounds; round++) {
    for (const name of times.names) {
      const start = performance.now();
      works[name]();
      times.add(name, round, start);
    }
  }
  return times.medians();
}

/** The same of works that wait for something outside this process. */
export async function takeTurnsAsync<K extends string>(
  rounds: number,
  works: Readonly<Record<K, () => Promise<void>>>,
): Promise<Record<K, number>> {
  const times = new Times(works);
  for (let round = 0; round <= rounds; round++) {
    for (const name of times.names) {
      const start = performance.now();
      await works[name]();
      times.add(name, round, start);
    }
  }
  return times.medians();
}

class Times<K extends string> {
  readonly names: readonly K[];
  readonly #times: ReadonlyMap<K, number[]>;

  constructor(works: Readonly<Record<K, unknown>>) {
    this.names = Object.keys(works) as K[];
    this.#times = new Map(this.names.map((name) => [name, []]));
  }

  /** The first round only warms up. */
  add(name: K, round: number, start: number): void {
    if (round > 0) this.#times.get(name)?.push(performance.now() - start);
  }

  medians(): Record<K, number> {
    return Object.fromEntries(this.names.map((name) => [name, median(this.#times.get(name) ?? [])])) as Record<
      K,
      number
    >;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

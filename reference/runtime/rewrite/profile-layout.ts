/**
 * The counters that a profile adds, each a global that is exported: first those of the whole module, then those of each
 * function that the guest defines.
 */
export interface ProfileLayout {
  readonly firstFunction: number;
  readonly functions: number;
}

/** `total`: the fuel of all functions. `checkedIn`: the function whose check last had to ask for fuel. */
export const whole = { total: 0, checkedIn: 1 } as const;

/** `inclusive`: with what is called from there. `depth`: how many activations have not ended. */
const perFunction = { self: 0, inclusive: 1, calls: 2, depth: 3 } as const;

const wholeCount = Object.keys(whole).length;
const perFunctionCount = Object.keys(perFunction).length;

export function counterCount({ functions }: ProfileLayout): number {
  return wholeCount + perFunctionCount * functions;
}

export type FunctionCounters = Readonly<Record<keyof typeof perFunction, number>>;

/** Where the counters of a function, given by its index, stand behind the first counter of all. */
export function countersOf({ firstFunction }: ProfileLayout, index: number): FunctionCounters {
  const first = wholeCount + perFunctionCount * (index - firstFunction);
  const { self, inclusive, calls, depth } = perFunction;
  return { self: first + self, inclusive: first + inclusive, calls: first + calls, depth: first + depth };
}

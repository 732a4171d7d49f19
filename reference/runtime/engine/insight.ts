import type { Import } from '../rewrite/outline.ts';
import { countersOf, type ProfileLayout, whole } from '../rewrite/profile-layout.ts';
import type { Description, ExportedItem } from './description.ts';
import type { PreparedModule } from './prepare.ts';

/** What a run has to tell beyond its report: why it stopped where it did, or also where its fuel went. */
export type Scrutiny = 'explained' | 'profiled';

export interface Insight {
  readonly imports: readonly Import[];
  readonly exports: readonly ExportedItem[];
  /** What was consumed beyond the budget before a check noticed. */
  readonly overdrawn: bigint;
  /** What was consumed when the time ran out, beyond what a host sees. */
  readonly unseen: bigint;
  /** The functions that a stop found the guest in, the innermost first, as far as the engine tells. */
  readonly stack: readonly string[];
  /** Of every function that was called, the most expensive one first; nothing where no profile was wanted. */
  readonly profile: readonly FunctionProfile[] | undefined;
}

export interface FunctionProfile {
  readonly index: number;
  readonly name: string;
  readonly calls: bigint;
  /** What its own operators consumed. Those of all functions are what a host sees, what was overdrawn and what is unseen. */
  readonly self: bigint;
  /** With what was called from there; a function that calls itself is counted once. */
  readonly inclusive: bigint;
}

interface Run extends Pick<Insight, 'overdrawn' | 'unseen'> {
  readonly thrown: unknown;
  readonly consumed: bigint;
  readonly counterAt: (place: number) => bigint;
}

/** What belongs into a report, of a run that may not have come to be. */
export function insightInto(
  { description, profile: layout }: PreparedModule,
  run: Run | undefined,
): { readonly insight?: Insight } {
  if (description === undefined) return {};
  const { imports, exports, functionName } = description;
  const shown = { imports, exports };
  if (run === undefined) return { insight: { ...shown, overdrawn: 0n, unseen: 0n, stack: [], profile: layout && [] } };
  const { thrown, overdrawn, unseen, consumed, counterAt } = run;
  const stack = stackOf(thrown, description);
  const profile = layout && readProfile(layout, counterAt, consumed, functionName);
  return { insight: { ...shown, overdrawn, unseen, stack, profile } };
}

/** The engine names its functions by their index; those that were added stand behind the guest's. */
function stackOf(error: unknown, { functions, functionName }: Description): readonly string[] {
  if (!(error instanceof Error)) return [];
  const frames = (error.stack ?? '').matchAll(/wasm-function\[(\d+)\]:0x[0-9a-f]+\)?$/gm);
  return [...frames]
    .map(([, index]) => Number(index))
    .filter((index) => index < functions)
    .map(functionName);
}

function readProfile(
  layout: ProfileLayout,
  counterAt: (place: number) => bigint,
  consumed: bigint,
  nameOf: (index: number) => string,
): readonly FunctionProfile[] {
  // Where a check stopped the guest, what it had consumed since it last published is still nobody's.
  const unclaimed = consumed - counterAt(whole.total);
  const checkedIn = Number(counterAt(whole.checkedIn));
  const profiles: FunctionProfile[] = [];
  for (let index = layout.firstFunction; index < layout.firstFunction + layout.functions; index++) {
    const places = countersOf(layout, index);
    const calls = counterAt(places.calls);
    if (calls === 0n) continue;
    const self = counterAt(places.self) + (index === checkedIn ? unclaimed : 0n);
    // One that never came to its end goes until the end of all.
    const inclusive = counterAt(places.inclusive) + (counterAt(places.depth) > 0n ? consumed : 0n);
    profiles.push({ index, name: nameOf(index), calls, self, inclusive });
  }
  return profiles.sort((a, b) => (a.self === b.self ? a.index - b.index : a.self < b.self ? 1 : -1));
}

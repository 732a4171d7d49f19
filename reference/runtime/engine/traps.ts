import type { TrapClass } from '#spec/runtime.ts';
import { provoke } from './probes.ts';

export type TrapTable = ReadonlyMap<string, TrapClass>;

/** What the running engine says of each trap, learned by provoking it, so that no update of its wording misleads. */
export function calibrateTraps(): TrapTable {
  const table = new Map<string, TrapClass>();
  for (const [trap, errors] of provoke()) for (const error of errors) table.set(wording(error), trap);
  return table;
}

/** Nothing where the error is no trap. */
export function trapClass(table: TrapTable, error: unknown): TrapClass | undefined {
  return table.get(wording(error));
}

/** The numbers in a message are of one run, the rest is of the kind. */
function wording(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.replace(/\d+/g, '#')}` : String(error);
}

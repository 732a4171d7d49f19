import { calibrateTraps, trapClass } from '#reference/runtime/engine/traps.ts';
import type { TrapClass } from '#spec/runtime.ts';

const table = calibrateTraps();

/** The suite's words for a trap; a number may follow. */
const classes: Readonly<Record<string, TrapClass>> = {
  unreachable: 'unreachable',
  'integer divide by zero': 'division-by-zero',
  'integer overflow': 'integer-overflow-or-conversion',
  'invalid conversion to integer': 'integer-overflow-or-conversion',
  'out of bounds memory access': 'memory-bounds',
  'out of bounds table access': 'table-bounds',
  'undefined element': 'table-bounds',
  'uninitialized element': 'indirect-call',
  'indirect call type mismatch': 'indirect-call',
  'call stack exhausted': 'stack-exhausted',
};

/** Nothing where it ends as the suite says, else how it ends. */
export function unlikeTrap(act: () => unknown, message: string): string | undefined {
  try {
    act();
    return 'it ends well';
  } catch (error) {
    const trap = trapClass(table, error);
    return trap !== undefined && trap === classes[message.replace(/ \d+$/, '')]
      ? undefined
      : `it ends with ${trap ?? error}`;
  }
}

import { constants } from 'node:os';

/** What ends a program before its work is done. */
export const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** As a shell tells of a program that was ended by the signal. */
export function exitOfSignal(signal: (typeof signals)[number]): number {
  return 128 + constants.signals[signal];
}

/** Rows of the exit codes of every program. */
export const signalExits = [
  ['129', 'Ended by SIGHUP, as when its terminal is closed.'],
  ['130', 'Interrupted, by SIGINT.'],
  ['143', 'Ended by SIGTERM.'],
] as const;

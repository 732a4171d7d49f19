import { constants } from 'node:os';

/** How a program left: with a code, or by a signal. */
export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const meanings: Readonly<Record<string, string>> = {
  SIGSEGV: 'a segmentation fault',
  SIGABRT: 'an abort',
  SIGBUS: 'a bus error',
  SIGFPE: 'an arithmetic fault',
  SIGILL: 'an illegal instruction',
  SIGKILL: 'a kill, as of a system that is out of memory',
};

const codes: Readonly<Record<number, string>> = {
  126: 'a command that cannot be executed',
  127: 'a command that is not found',
};

/** For a sentence that begins with "it left". */
export function describeExit({ code, signal }: Exit): string {
  if (signal !== null) return `by ${withMeaning(signal)}`;
  const meant = code === null ? undefined : (codes[code] ?? signalBehind(code));
  return meant === undefined ? `with code ${code}` : `with code ${code}, by convention ${meant}`;
}

/** A shell leaves with 128 and the signal's number when its child was ended by a signal. */
function signalBehind(code: number): string | undefined {
  const found = Object.entries(constants.signals).find(([, number]) => number === code - 128);
  return found && withMeaning(found[0]);
}

function withMeaning(signal: string): string {
  const meaning = meanings[signal];
  return meaning === undefined ? signal : `${signal} (${meaning})`;
}

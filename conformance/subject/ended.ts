import type { Reply } from '#spec/operations.ts';
import type { DiagnosisCode } from '../diagnosis.ts';
import type { Observation } from '../outcome.ts';
import { describeExit, type Exit } from './process/exit.ts';

export type Unanswered = Exclude<Observation, Reply>;

/** Why a process takes no further call. */
export type Ended = Omit<Unanswered, 'stderr'>;

export function ended(outcome: Ended['outcome'], code: DiagnosisCode, detail: string): Ended {
  return { outcome, diagnosis: { code, detail } };
}

export interface LastWords {
  readonly greeting: object | undefined;
  /** How many calls were answered. */
  readonly answered: bigint;
  /** What came of a line that did not end. */
  readonly unfinished: string | undefined;
}

/** Of a process that has left although it was needed. */
export function leftEarly(exit: Exit, { greeting, answered, unfinished }: LastWords): Ended {
  const how = `it left ${describeExit(exit)}`;
  const cut = unfinished === undefined ? '' : `, and its last line has no end: ${unfinished}`;
  if (unfinished !== undefined && exit.signal === null) return ended('protocol-error', 'line.unfinished', how + cut);
  if (greeting === undefined) return ended('crash', 'start.left', how + cut);
  const after = `${how} after ${answered} ${answered === 1n ? 'answer' : 'answers'}${cut}`;
  if (exit.signal !== null) return ended('crash', 'exit.signal', after);
  return ended('crash', exit.code === 0 ? 'exit.early' : 'exit.code', after);
}

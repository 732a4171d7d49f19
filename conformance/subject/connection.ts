import type { Operation, WireValue } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Observation } from '../outcome.ts';

/** Something that can be started any number of times: a program, or a library in this process. */
export interface SubjectSource {
  /** How a person would call it: the command line, or the name of the embedded one. */
  readonly label: string;
  connect(surroundings: Surroundings): Promise<Connected>;
}

/**
 * Where a subject finds itself. Nothing of this may show in its answers, so a second look in other surroundings must
 * bring the same ones.
 */
export type Surroundings = 'usual' | 'unusual';

export type Connected =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly diagnosis: Diagnosis; readonly stderr: string };

/** A subject that has said hello. It takes one call at a time. */
export interface Connection {
  readonly greeting: Greeting;
  /** False after a crash, a timeout or a protocol error: such a subject is gone and has to be started again. */
  readonly open: boolean;
  /** Never throws for anything a subject can do. */
  call(operation: Operation, input: WireValue): Promise<Observation>;
  /** Says bye, sees to it that every process is gone, and tells what is to be said of the whole connection. */
  close(): Promise<readonly Diagnosis[]>;
}

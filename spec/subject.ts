import type { Names, Runtime } from './constants.ts';
import type { Operation, Reply, WireValue } from './operations.ts';

/** The two names and the host version that a subject may have of its own; the suite builds its inputs with them. */
export interface Parameters {
  readonly names: Names;
  readonly runtime: Runtime;
}

/** Anything that can be asked: the embedded reference, or a process behind a pipe. */
export interface Subject {
  readonly name: string;
  readonly version: string;
  readonly operations: readonly Operation[];
  /** Of what is optional; a name that `spec/features.ts` does not have says nothing to anybody here, and is allowed. */
  readonly features: readonly string[];
  readonly parameters: Parameters;
  call(operation: Operation, input: WireValue): Promise<Reply>;
}

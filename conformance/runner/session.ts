import type { Operation, WireValue } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import { type Diagnosis, diagnoses } from '../diagnosis.ts';
import type { Observation, Outcome } from '../outcome.ts';
import type { Connection, SubjectSource, Surroundings } from '../subject/connection.ts';
import { differingField } from '../subject/same-greeting.ts';
import type { RestartBudget } from './restart-budget.ts';

/** What all sessions of a run share. */
export interface RunState {
  readonly source: SubjectSource;
  /** What the subject said of itself at first. */
  readonly greeting: Greeting;
  readonly budget: RestartBudget;
  diagnose(diagnosis: Diagnosis): void;
}

export interface Call {
  readonly operation: Operation;
  /** Built when it is sent: some are large. */
  readonly input: () => WireValue;
}

export type Asked =
  | Observation
  | Extract<Outcome, { readonly outcome: 'not-run' } | { readonly outcome: 'harness-error' }>;

/** A subject that is started when it is asked something, and started again when it has gone. */
export class Session {
  readonly #run: RunState;
  readonly #surroundings: Surroundings;
  #connection: Connection | undefined;

  constructor(run: RunState, surroundings: Surroundings, connection?: Connection) {
    this.#run = run;
    this.#surroundings = surroundings;
    this.#connection = connection;
  }

  async ask({ operation, input }: Call): Promise<Asked> {
    const { budget, diagnose } = this.#run;
    const connection = budget.stopped === undefined ? await this.#open() : undefined;
    if (connection === undefined) return { outcome: 'not-run', why: budget.stopped ?? 'the run ended' };
    const observation = await attempt(connection, operation, input);
    if ('diagnosis' in observation) {
      diagnose(observation.diagnosis);
      budget.failed(observation.outcome);
    } else {
      budget.answered();
    }
    if (!connection.open) await this.close();
    return observation;
  }

  /** What was to be said of the connection as a whole. */
  async close(): Promise<readonly Diagnosis[]> {
    const connection = this.#connection;
    this.#connection = undefined;
    const found = (await connection?.close()) ?? [];
    for (const diagnosis of found) this.#run.diagnose(diagnosis);
    return found;
  }

  /** A subject that does not come back, or comes back as another, ends the run. */
  async #open(): Promise<Connection | undefined> {
    if (this.#connection !== undefined) return this.#connection;
    const { source, greeting, budget, diagnose } = this.#run;
    const connected = await source.connect(this.#surroundings);
    if (!connected.ok) {
      diagnose(connected.diagnosis);
      budget.stop(`the subject did not start again: ${connected.diagnosis.detail}`);
      return undefined;
    }
    this.#connection = connected.connection;
    const changed = differingField(greeting, connected.connection.greeting);
    if (changed === undefined) return connected.connection;
    diagnose({ code: 'hello.changed', detail: changed });
    budget.stop(`the subject says something else of itself after a restart: ${changed}`);
    await this.close();
    return undefined;
  }
}

/** Whether the subject itself said what it makes of the call. */
export function isAnswer({ outcome }: Asked): boolean {
  return ['ok', 'reject', 'unsupported', 'fault'].includes(outcome);
}

/** What throws here is a fault of the suite or of its machine, such as a full disk, and never the subject's. */
async function attempt(connection: Connection, operation: Operation, input: Call['input']): Promise<Asked> {
  try {
    return await connection.call(operation, input());
  } catch (error) {
    return {
      outcome: 'harness-error',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** The call as the only one that a fresh subject ever gets; what it says after its answer counts as well. */
export async function askAlone(run: RunState, surroundings: Surroundings, call: Call): Promise<Asked> {
  const session = new Session(run, surroundings);
  const observation = await session.ask(call);
  const found = await session.close();
  const broken = found.find(({ code }) => code.startsWith('result.') && diagnoses[code].severity === 'error');
  if (broken === undefined || !isAnswer(observation)) return observation;
  return { outcome: 'protocol-error', diagnosis: broken, stderr: '' };
}

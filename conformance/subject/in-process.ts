import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Subject } from '#spec/subject.ts';
import type { Connection, SubjectSource } from './connection.ts';

/** An implementation in this process. It cannot be killed, so it has no deadline and can only fail by throwing. */
export function inProcess(subject: Subject): SubjectSource {
  const { name, version, operations, features, parameters } = subject;
  const connection: Connection = {
    greeting: { name, version, language: 'typescript', ops: operations, features, parameters, concurrency: 64n },
    open: true,
    call: (operation, input) => ask(subject, operation, input),
    close: async () => [],
  };
  return { label: name, connect: async () => ({ ok: true, connection }) };
}

/** A throw is our own bug or the author's, and never a refusal. */
async function ask(subject: Subject, operation: Operation, input: WireValue): Promise<Reply> {
  try {
    return await subject.call(operation, input);
  } catch (error) {
    return { outcome: 'fault', message: `threw ${error instanceof Error ? (error.stack ?? error.message) : error}` };
  }
}

import type { Operation, WireValue } from '#spec/operations.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Observation } from '../outcome.ts';
import type { Connected, Connection, Surroundings } from './connection.ts';
import { Dialogue } from './dialogue.ts';
import { ended } from './ended.ts';
import { byeLine, callLine } from './messages.ts';
import { within } from './process/within.ts';
import { type StartedSubject, startSubject } from './start-subject.ts';
import type { StdioSettings } from './stdio-options.ts';

/** So that what is written right after the greeting is not taken for an answer to the first call. */
const settleMs = 5;

export async function connectStream(settings: StdioSettings, surroundings: Surroundings): Promise<Connected> {
  const start = await startSubject(settings, surroundings);
  if (!start.ok) return { ok: false, diagnosis: start.diagnosis, stderr: '' };
  const { process, conversation, hello } = start.subject;
  const dialogue = new Dialogue(start.subject, settings);
  process.write(hello);
  await dialogue.until(() => conversation.greeting !== undefined, settings.helloMs, 'hello.timeout');
  const { greeting } = conversation;
  if (greeting === undefined) {
    const { diagnosis, stderr } = await dialogue.tell();
    await dialogue.finish();
    return { ok: false, diagnosis, stderr };
  }
  await within(settleMs, process.exited);
  const stream = new Stream(start.subject, dialogue, settings);
  const connection: Connection = {
    greeting,
    get open() {
      return dialogue.isOpen;
    },
    call: (operation, input) => stream.call(operation, input),
    close: () => stream.close(),
  };
  return { ok: true, connection };
}

/** One process that takes one call after the other. */
class Stream {
  readonly #subject: StartedSubject;
  readonly #dialogue: Dialogue;
  readonly #settings: StdioSettings;
  #closing: Promise<readonly Diagnosis[]> | undefined;

  constructor(subject: StartedSubject, dialogue: Dialogue, settings: StdioSettings) {
    this.#subject = subject;
    this.#dialogue = dialogue;
    this.#settings = settings;
  }

  async call(operation: Operation, input: WireValue): Promise<Observation> {
    const { process, conversation, inputs } = this.#subject;
    if (!this.#dialogue.isOpen) return this.#dialogue.tell();
    const { callMs } = this.#settings;
    const id = conversation.begin(operation);
    process.stderr.restart();
    process.write(callLine({ id, operation, input, deadlineMs: callMs }, inputs));
    const isAnswered = await this.#dialogue.until(() => conversation.isSettled, callMs, 'call.timeout');
    const { answer } = conversation;
    if (!isAnswered || answer === undefined) return this.#dialogue.tell();
    const changed = inputs.check();
    if (changed === undefined) return answer;
    this.#dialogue.end(ended('protocol-error', 'blob.inputs-changed', changed));
    return this.#dialogue.tell();
  }

  close(): Promise<readonly Diagnosis[]> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<readonly Diagnosis[]> {
    const { process, conversation } = this.#subject;
    let wrong: Diagnosis | undefined;
    if (this.#dialogue.isOpen) {
      process.look();
      conversation.sayBye();
      this.#dialogue.mayLeave();
      process.finish(byeLine);
      wrong = await this.#dialogue.leave();
    }
    const findings = await this.#dialogue.finish();
    if (wrong !== undefined) findings.add([wrong]);
    return findings.list();
  }
}

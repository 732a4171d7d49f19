import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Greeting } from '#spec/protocol.ts';
import type { Diagnosis } from '../diagnosis.ts';
import type { Observation } from '../outcome.ts';
import type { Connected, Connection, Surroundings } from './connection.ts';
import { Dialogue } from './dialogue.ts';
import { ended, type Unanswered } from './ended.ts';
import { Findings } from './findings.ts';
import { byeLine, callLine } from './messages.ts';
import { differingField } from './same-greeting.ts';
import { type StartedSubject, startSubject } from './start-subject.ts';
import type { StdioSettings } from './stdio-options.ts';

interface Question {
  readonly operation: Operation;
  readonly input: WireValue;
}

interface Heard {
  readonly greeting: Greeting;
  /** Undefined where nothing was asked. */
  readonly answer: Reply | undefined;
}

/** Each call gets a process of its own, to which all is said at once. One that is asked nothing tells who it is. */
export async function connectOneShot(settings: StdioSettings, surroundings: Surroundings): Promise<Connected> {
  const findings = new Findings();
  const first = await hear(settings, surroundings, findings);
  if ('diagnosis' in first) return { ok: false, diagnosis: first.diagnosis, stderr: first.stderr };
  const { greeting } = first;
  const connection: Connection = {
    greeting,
    open: true,
    async call(operation, input): Promise<Observation> {
      const heard = await hear(settings, surroundings, findings, { operation, input });
      if ('diagnosis' in heard) return heard;
      const changed = differingField(greeting, heard.greeting);
      if (changed === undefined && heard.answer !== undefined) return heard.answer;
      return { ...ended('protocol-error', 'hello.changed', `${changed}`), stderr: '' };
    },
    close: async () => findings.list(),
  };
  return { ok: true, connection };
}

async function hear(
  settings: StdioSettings,
  surroundings: Surroundings,
  findings: Findings,
  question?: Question,
): Promise<Heard | Unanswered> {
  const start = await startSubject(settings, surroundings);
  if (!start.ok) return { outcome: 'crash', diagnosis: start.diagnosis, stderr: '' };
  const dialogue = new Dialogue(start.subject, settings);
  const heard = await sayAll(start.subject, dialogue, settings, question);
  findings.add((await dialogue.finish()).list());
  return heard;
}

async function sayAll(
  { process, conversation, inputs, hello }: StartedSubject,
  dialogue: Dialogue,
  { helloMs, callMs }: StdioSettings,
  question: Question | undefined,
): Promise<Heard | Unanswered> {
  const call =
    question && callLine({ id: conversation.begin(question.operation), ...question, deadlineMs: callMs }, inputs);
  dialogue.mayLeave();
  process.finish(hello + (call ?? '') + byeLine);
  await dialogue.until(() => conversation.greeting !== undefined, helloMs, 'hello.timeout');
  const isHeard = await dialogue.until(() => conversation.isSettled, callMs, 'call.timeout');
  const { greeting, answer } = conversation;
  if (!isHeard || greeting === undefined) return dialogue.tell();
  const wrong = (await dialogue.leave()) ?? changedInputs(inputs.check());
  if (wrong === undefined) return { greeting, answer };
  dialogue.end({ outcome: 'protocol-error', diagnosis: wrong });
  return dialogue.tell();
}

function changedInputs(detail: string | undefined): Diagnosis | undefined {
  return detail === undefined ? undefined : { code: 'blob.inputs-changed', detail };
}

import type { DiagnosisCode } from '../../diagnosis.ts';
import { Dialogue } from '../../subject/dialogue.ts';
import { byeLine, callLine } from '../../subject/messages.ts';
import { startSubject } from '../../subject/start-subject.ts';
import type { StdioSettings } from '../../subject/stdio-options.ts';
import type { Question } from '../exam.ts';
import type { Fault } from './faults.ts';
import { spoiltProcess } from './spoilt-process.ts';

/** What is said of a subject that gets one call, undefined where nothing is. */
export async function diagnose(
  settings: StdioSettings,
  { operation, input }: Question,
  fault: Fault,
): Promise<DiagnosisCode | undefined> {
  const start = await startSubject(settings, 'usual');
  if (!start.ok) return start.diagnosis.code;
  const { conversation, inputs, hello } = start.subject;
  const subject = { ...start.subject, process: spoiltProcess(start.subject.process, fault) };
  const dialogue = new Dialogue(subject, settings);
  const { process } = subject;
  const { helloMs, callMs } = settings;
  process.write(hello);
  let isWell = await dialogue.until(() => conversation.greeting !== undefined, helloMs, 'hello.timeout');
  if (isWell) {
    const id = conversation.begin(operation);
    process.write(callLine({ id, operation, input, deadlineMs: callMs }, inputs));
    isWell = await dialogue.until(() => conversation.isSettled, callMs, 'call.timeout');
  }
  if (isWell) {
    conversation.sayBye();
    dialogue.mayLeave();
    process.finish(byeLine);
    const wrongAfter = await dialogue.leave();
    const [found] = (await dialogue.finish()).list();
    return wrongAfter?.code ?? found?.code;
  }
  const { diagnosis } = await dialogue.tell();
  await dialogue.finish();
  return diagnosis.code;
}

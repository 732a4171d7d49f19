import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { Diagnosis } from '../diagnosis.ts';
import { InputFolder } from './blobs/input-folder.ts';
import { OutputFolder } from './blobs/output-folder.ts';
import type { Surroundings } from './connection.ts';
import { helloLine } from './messages.ts';
import { SubjectProcess } from './process/subject-process.ts';
import { Conversation } from './reading/conversation.ts';
import type { StdioSettings } from './stdio-options.ts';
import { inOtherFolder } from './surroundings/command-line.ts';
import { subjectEnvironment } from './surroundings/environment.ts';
import { makeFolder, removeFolder, type SubjectFolder } from './surroundings/folder.ts';

/** One process of a subject that was told nothing yet. */
export interface StartedSubject {
  readonly process: SubjectProcess;
  readonly conversation: Conversation;
  readonly inputs: InputFolder;
  readonly hello: string;
}

export type Start =
  | { readonly ok: true; readonly subject: StartedSubject }
  | { readonly ok: false; readonly diagnosis: Diagnosis };

export async function startSubject(settings: StdioSettings, surroundings: Surroundings): Promise<Start> {
  const { argv, folder: caller, cwd, env: extra, memoryBytes } = settings;
  const folder = tryToMake(surroundings);
  if (typeof folder === 'string') return failed(folder);
  const mark = randomBytes(16).toString('hex');
  const launched = await SubjectProcess.launch({
    argv: inOtherFolder(argv, caller),
    cwd: cwd === undefined ? folder.start : resolve(caller, cwd),
    env: subjectEnvironment({ surroundings, temporary: folder.temporary, mark, extra }),
    traces: { mark, folder: folder.root },
    memoryBytes,
    tidy: () => removeFolder(folder),
  });
  if (!launched.ok) return failed(launched.problem);
  const nonce = randomBytes(16).toString('hex');
  const subject: StartedSubject = {
    process: launched.process,
    conversation: new Conversation(nonce, new OutputFolder(folder.outputs)),
    inputs: new InputFolder(folder.inputs),
    hello: helloLine(nonce, folder.inputs, folder.outputs),
  };
  return { ok: true, subject };
}

function tryToMake(surroundings: Surroundings): SubjectFolder | string {
  try {
    return makeFolder(surroundings);
  } catch (error) {
    return `there is no place for its folder: ${error instanceof Error ? error.message : error}`;
  }
}

function failed(detail: string): Start {
  return { ok: false, diagnosis: { code: 'start.failed', detail } };
}

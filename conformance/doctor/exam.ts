import { frozenSeed, makeWorld, type World } from '#fixtures/world.ts';
import { names, runtime } from '#spec/constants.ts';
import { quote } from '#spec/failure/evidence.ts';
import { isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import type { Parameters } from '#spec/subject.ts';
import type { DiagnosisCode } from '../diagnosis.ts';
import type { Surroundings } from '../subject/connection.ts';
import type { StdioSettings } from '../subject/stdio-options.ts';
import { exampleInput } from './example-input.ts';
import { diagnose } from './inject/diagnose.ts';
import { noFault } from './inject/faults.ts';
import { readField } from './read-field.ts';
import { type Finding, skipped, wrong } from './report.ts';
import { type Answer, Talk, type Trouble } from './talk.ts';

/** The first thing that a subject says, and the nonce that it was given. */
export interface First {
  readonly message: JsonObject;
  readonly line: Uint8Array;
  readonly nonce: string;
}

export interface Question {
  readonly operation: Operation;
  readonly input: WireValue;
}

/** What all checks of one adapter share. */
export class Exam {
  readonly settings: StdioSettings;
  readonly first: First;
  readonly declared: readonly Operation[];
  readonly world: World;
  readonly #questions = new Map<Operation, Question>();
  #shared: Talk | undefined;
  #silences = 0;
  #asItIs: Promise<DiagnosisCode | undefined> | undefined;

  constructor(settings: StdioSettings, first: First) {
    this.settings = settings;
    this.first = first;
    const ops = readField(first, 'ops');
    this.declared = ops.ok ? ops.greeting.ops : [];
    this.world = worldOf(first);
  }

  /** Whether so much time was lost by waiting that no more should be. */
  get isGivenUp(): boolean {
    return this.#silences >= mostSilences;
  }

  /** What a right implementation accepts. */
  question(operation: Operation): Question {
    const known = this.#questions.get(operation);
    if (known !== undefined) return known;
    const question = { operation, input: exampleInput(operation, this.world) };
    this.#questions.set(operation, question);
    return question;
  }

  /** Of the first of these operations that the subject declares. */
  firstQuestion(...operations: readonly Operation[]): Question | undefined {
    const operation = operations.find((one) => this.declared.includes(one));
    return operation && this.question(operation);
  }

  /** What the runner says of one call to the subject. */
  asItIs(question: Question): Promise<DiagnosisCode | undefined> {
    this.#asItIs ??= diagnose(this.settings, question, noFault);
    return this.#asItIs;
  }

  /**
   * In a process that may have been asked other things. What goes wrong there is tried again in a new one, so that it
   * is told of the right check.
   */
  async inTalk(work: (talk: Talk) => Promise<Finding>): Promise<Finding> {
    if (this.#shared === undefined) return this.#inFirstTalk(work);
    const finding = await work(this.#shared);
    if (finding.status !== 'error') return finding;
    const isSilent = this.#shared.wasSilent;
    await this.end();
    const alone = isSilent ? finding : await this.inNewTalk(work);
    return alone.status === 'error' ? alone : { ...finding, seen: `after other calls: ${finding.seen}` };
  }

  /** In a process of its own, which has said hello. */
  inNewTalk(work: (talk: Talk) => Promise<Finding>, surroundings: Surroundings = 'usual'): Promise<Finding> {
    return this.inSilence(async (talk) => {
      const greeted = await talk.greet();
      return greeted.ok ? work(talk) : troubled(greeted, 'after another start');
    }, surroundings);
  }

  /** In a process of its own, to which nothing was said yet. */
  async inSilence(work: (talk: Talk) => Promise<Finding>, surroundings: Surroundings = 'usual'): Promise<Finding> {
    const opened = await Talk.open(this.settings, surroundings);
    if (!opened.ok) return troubled(opened);
    try {
      return await work(opened.talk);
    } finally {
      await this.#close(opened.talk);
    }
  }

  async end(): Promise<void> {
    const shared = this.#shared;
    this.#shared = undefined;
    if (shared !== undefined) await this.#close(shared);
  }

  async #inFirstTalk(work: (talk: Talk) => Promise<Finding>): Promise<Finding> {
    const opened = await Talk.open(this.settings);
    if (!opened.ok) return troubled(opened);
    this.#shared = opened.talk;
    const greeted = await opened.talk.greet();
    const finding = greeted.ok ? await work(opened.talk) : troubled(greeted, 'after another start');
    if (finding.status === 'error') await this.end();
    return finding;
  }

  async #close(talk: Talk): Promise<void> {
    await talk.close();
    if (talk.wasSilent) this.#silences++;
  }
}

const mostSilences = 3;

export function troubled({ seen, line }: Trouble, when?: string): Finding {
  return wrong(when === undefined ? seen : `${when}: ${seen}`, line);
}

export const nothingToAsk = skipped('the subject declares no operation that shows it');

/** An answer in a few words; two answers to one question have the same. */
export function markOf(reply: Reply): string {
  switch (reply.outcome) {
    case 'ok':
      return 'ok';
    case 'reject':
      return `reject ${quote(reply.reason === '' ? reply.native : reply.reason)}`;
    case 'unsupported':
      return `unsupported ${quote(reply.feature)}`;
    case 'fault':
      return `fault ${quote(reply.message)}`;
  }
}

interface VerdictAnswer {
  readonly ok: true;
  readonly reply: Extract<Reply, { readonly outcome: 'ok' | 'reject' }>;
  readonly line: Uint8Array;
}

/** Whether the subject understood the question, whatever it makes of it. */
export function isVerdict(answer: Answer): answer is VerdictAnswer {
  return answer.ok && (answer.reply.outcome === 'ok' || answer.reply.outcome === 'reject');
}

/** Where an answer that had to be a verdict is none. */
export function noVerdict(answer: Answer, when?: string): Finding {
  if (!answer.ok) return troubled(answer, when);
  return wrong(`${when === undefined ? '' : `${when}: `}${markOf(answer.reply)}`, answer.line);
}

/** A member of a value, however deep. */
export function memberAt(value: WireValue, path: readonly (string | number)[]): WireValue | undefined {
  let at: WireValue | undefined = value;
  for (const step of path) {
    if (typeof step === 'number') at = Array.isArray(at) ? at[step] : undefined;
    else at = isJsonObject(at as Json) ? (at as JsonObject).get(step) : undefined;
  }
  return at;
}

function worldOf(first: First): World {
  const parameters = readField(first, 'parameters');
  const shipped: Parameters = { names: names.shipped, runtime };
  if (!parameters.ok) return makeWorld(frozenSeed, shipped);
  try {
    return makeWorld(frozenSeed, parameters.greeting.parameters);
  } catch {
    // The check of the parameters tells.
    return makeWorld(frozenSeed, shipped);
  }
}

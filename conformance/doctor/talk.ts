import { quote } from '#spec/failure/evidence.ts';
import type { JsonObject } from '#spec/json/value.ts';
import type { Operation, Reply, WireValue } from '#spec/operations.ts';
import { wireLimits } from '#spec/protocol.ts';
import { parseLine } from '#spec/wire/parse-line.ts';
import { OutputFolder } from '../subject/blobs/output-folder.ts';
import type { Surroundings } from '../subject/connection.ts';
import { byeLine, callLine } from '../subject/messages.ts';
import { describeExit, type Exit } from '../subject/process/exit.ts';
import { within } from '../subject/process/within.ts';
import { readId, readResult } from '../subject/reading/read-result.ts';
import { type StartedSubject, startSubject } from '../subject/start-subject.ts';
import type { StdioSettings } from '../subject/stdio-options.ts';
import { Output } from './output.ts';

/** What a program has started may be on its way out too. */
const graceMs = 1000;

/** Where something else came than what was to come: what it was, and the line if it was one. */
export interface Trouble {
  readonly ok: false;
  readonly kind: 'left' | 'silent' | 'wrong';
  readonly seen: string;
  readonly line?: Uint8Array;
}

export type Greeted = { readonly ok: true; readonly message: JsonObject; readonly line: Uint8Array } | Trouble;
export type Result =
  | { readonly ok: true; readonly id: bigint; readonly reply: Reply; readonly line: Uint8Array }
  | Trouble;
export type Answer = { readonly ok: true; readonly reply: Reply; readonly line: Uint8Array } | Trouble;

export type Opened = { readonly ok: true; readonly talk: Talk } | Trouble;

/** One process of a subject, below the level of calls: whatever bytes go in, and every line as it comes out. */
export class Talk {
  readonly nonce: string;
  readonly hello: string;
  readonly #started: StartedSubject;
  readonly #settings: StdioSettings;
  readonly #outputs: OutputFolder;
  readonly #output = new Output();
  #calls = 0n;
  #wasSilent = false;

  static async open(settings: StdioSettings, surroundings: Surroundings = 'usual'): Promise<Opened> {
    const started = await startSubject(settings, surroundings);
    if (!started.ok) return trouble('left', `the program cannot be started: ${started.diagnosis.detail}`);
    return { ok: true, talk: new Talk(started.subject, settings) };
  }

  private constructor(started: StartedSubject, settings: StdioSettings) {
    this.#started = started;
    this.#settings = settings;
    const output = this.#output;
    started.process.listen({
      onOutput: (chunk) => output.add(chunk),
      onExit: () => started.process.end(graceMs).then(() => output.end()),
      onMemory: () => started.process.end(0),
    });
    this.hello = started.hello;
    const { nonce, blobs } = JSON.parse(started.hello);
    this.nonce = nonce;
    this.#outputs = new OutputFolder(blobs.outputs);
  }

  /** Whether something was waited for in vain. */
  get wasSilent(): boolean {
    return this.#wasSilent;
  }

  write(data: string | Uint8Array): void {
    this.#started.process.write(data);
  }

  /** Closes the subject's standard input. */
  finish(): void {
    this.#started.process.finish('');
  }

  /** The line of a call, and the id that its result must have. */
  call(operation: Operation, input: WireValue): { readonly id: bigint; readonly line: string } {
    const id = ++this.#calls;
    const { inputs } = this.#started;
    return { id, line: callLine({ id, operation, input, deadlineMs: this.#settings.callMs }, inputs) };
  }

  /** The first message, whatever it says: its members are looked at one by one, and only once. */
  async greeting(): Promise<Greeted> {
    const heard = await this.#message(this.#settings.helloMs);
    if (!heard.ok || heard.message.get('type') !== 'no-common-protocol') return heard;
    return trouble('wrong', 'it speaks no protocol of this suite', heard.line);
  }

  async greet(): Promise<Greeted> {
    this.write(this.hello);
    return this.greeting();
  }

  async ask(operation: Operation, input: WireValue): Promise<Answer> {
    const { id, line } = this.call(operation, input);
    this.write(line);
    return this.answer(id, operation);
  }

  async answer(id: bigint, operation: Operation): Promise<Answer> {
    const result = await this.result(operation);
    if (!result.ok || result.id === id) return result;
    return trouble('wrong', `the result has the id ${result.id}, and the call had ${id}`, result.line);
  }

  /** To whichever call. */
  async result(operation: Operation): Promise<Result> {
    const heard = await this.#message(this.#settings.callMs);
    if (!heard.ok) return heard;
    const { message, line } = heard;
    const id = readId(message);
    if (typeof id !== 'bigint') return trouble('wrong', id.detail, line);
    const read = readResult(message, operation, this.#outputs);
    return read.ok ? { ok: true, id, reply: read.reply, line } : trouble('wrong', read.diagnosis.detail, line);
  }

  bye(): void {
    this.write(byeLine);
  }

  /** How the program left, undefined where it stays longer than it may. */
  left(): Promise<Exit | undefined> {
    return within(this.#settings.byeMs, this.#started.process.exited);
  }

  get stderr(): string {
    return this.#started.process.stderr.text();
  }

  /** Ends whatever is still there, and names what outlived the program. */
  async close(): Promise<readonly string[]> {
    const outlived = await this.#started.process.end(0);
    this.#started.process.tidy();
    return outlived;
  }

  async #message(ms: number): Promise<Greeted> {
    const heard = await this.#output.next(ms);
    switch (heard.kind) {
      case 'line':
        return messageIn(heard.line);
      case 'too long':
        return trouble('wrong', `a line has more than ${wireLimits.lineBytes} bytes`);
      case 'silence': {
        this.#wasSilent = true;
        const { closedPipes } = this.#started.process;
        return trouble('silent', closedPipes === '' ? 'it says nothing' : `it says nothing, and ${closedPipes}`);
      }
      case 'left': {
        const { exit } = this.#started.process;
        const how = `it left${exit === undefined ? '' : ` ${describeExit(exit)}`}`;
        if (heard.unfinished.length === 0) return trouble('left', how);
        return trouble('wrong', `${how} in the middle of a line`, heard.unfinished);
      }
    }
  }
}

function messageIn(line: Uint8Array): Greeted {
  const parsed = parseLine(line);
  if (!parsed.ok) return trouble('wrong', `a line is no message: ${parsed.detail}`, line);
  const [repeated] = parsed.repeated;
  if (repeated === undefined) return { ok: true, message: parsed.message, line };
  return trouble('wrong', `the key ${quote(repeated.join('.'))} stands more than once`, line);
}

function trouble(kind: Trouble['kind'], seen: string, line?: Uint8Array): Trouble {
  return { ok: false, kind, seen, ...(line !== undefined && { line }) };
}

import { quote } from '#spec/failure/evidence.ts';
import type { JsonObject } from '#spec/json/value.ts';
import type { Operation, Reply } from '#spec/operations.ts';
import { type Greeting, wireLimits } from '#spec/protocol.ts';
import { parseLine } from '#spec/wire/parse-line.ts';
import type { BlobSource } from '#spec/wire/read-bytes.ts';
import type { Diagnosis, DiagnosisCode } from '../../diagnosis.ts';
import { LineSplitter } from './line-splitter.ts';
import { readGreeting } from './read-greeting.ts';
import { outcomeNames, readId, readResult } from './read-result.ts';

const lineCodes = {
  'not-utf8': 'line.not-utf8',
  'byte-order-mark': 'line.byte-order-mark',
  'not-json': 'line.not-json',
  'not-object': 'line.not-json',
} as const satisfies Record<string, DiagnosisCode>;

/** What one process of a subject says, from its first byte to its last, held against what it was asked. */
export class Conversation {
  readonly #nonce: string;
  readonly #blobs: BlobSource;
  readonly #splitter = new LineSplitter(wireLimits.lineBytes);
  #greeting: Greeting | undefined;
  #calls = 0n;
  #open: Operation | undefined;
  #answer: Reply | undefined;
  #lines = 0;
  #hasCarriageReturn = false;
  #isOver = false;

  constructor(nonce: string, blobs: BlobSource) {
    this.#nonce = nonce;
    this.#blobs = blobs;
  }

  get greeting(): Greeting | undefined {
    return this.#greeting;
  }

  /** Whether it has said all that it was asked for. */
  get isSettled(): boolean {
    return this.#greeting !== undefined && this.#open === undefined;
  }

  /** To the last call, once it has come. */
  get answer(): Reply | undefined {
    return this.#answer;
  }

  /** How many calls were answered. */
  get answered(): bigint {
    return this.#open === undefined ? this.#calls : this.#calls - 1n;
  }

  get hasCarriageReturn(): boolean {
    return this.#hasCarriageReturn;
  }

  /** What came after the last line feed, shown; undefined where nothing did. */
  get unfinished(): string | undefined {
    const { unfinished } = this.#splitter;
    return unfinished.length === 0 ? undefined : this.#show(unfinished);
  }

  /** Gives the id of a call that is about to be made. */
  begin(operation: Operation): bigint {
    this.#open = operation;
    this.#answer = undefined;
    this.#calls++;
    return this.#calls;
  }

  /** Bye is about to be said, and nothing may come any more. */
  sayBye(): void {
    this.#isOver = true;
  }

  /** The first thing that is wrong, which ends the conversation. */
  read(chunk: Buffer): Diagnosis | undefined {
    for (const line of this.#splitter.take(chunk)) {
      const wrong = this.#readLine(line);
      if (wrong !== undefined) return wrong;
    }
    if (!this.#splitter.isTooLong) return undefined;
    return { code: 'line.too-long', detail: `line ${this.#lines + 1} has more than ${wireLimits.lineBytes} bytes` };
  }

  #readLine(line: Uint8Array): Diagnosis | undefined {
    this.#lines++;
    this.#hasCarriageReturn ||= line.at(-1) === 0x0d;
    const parsed = parseLine(line);
    if (!parsed.ok) {
      return { code: lineCodes[parsed.problem], detail: `line ${this.#lines}: ${parsed.detail}: ${this.#show(line)}` };
    }
    const [repeated] = parsed.repeated;
    if (repeated !== undefined) return this.#repeatedKey(repeated);
    return this.#greeting === undefined ? this.#readGreeting(parsed.message) : this.#readResult(parsed.message);
  }

  #repeatedKey(path: readonly string[]): Diagnosis {
    const [place, code] =
      this.#greeting === undefined
        ? (['hello', 'hello.malformed'] as const)
        : (['result', 'result.malformed'] as const);
    const isOutcome = place === 'result' && path.length === 1 && outcomeNames.some((name) => name === path[0]);
    const detail = `${place} has the key ${quote(path.join('.'))} more than once`;
    return { code: isOutcome ? 'result.two-outcomes' : code, detail };
  }

  #readGreeting(message: JsonObject): Diagnosis | undefined {
    const read = readGreeting(message, this.#nonce);
    if (!read.ok) return read.diagnosis;
    this.#greeting = read.greeting;
    return undefined;
  }

  #readResult(message: JsonObject): Diagnosis | undefined {
    const id = readId(message);
    if (typeof id !== 'bigint') return id;
    if (this.#isOver) return { code: 'result.late', detail: `result.id is ${id}` };
    if (this.#calls === 0n) return { code: 'result.early', detail: `result.id is ${id}` };
    if (this.#open === undefined || id !== this.#calls) {
      const isKnown = id > 0n && id <= this.#calls;
      return { code: isKnown ? 'result.repeated' : 'result.unknown-id', detail: `result.id is ${id}` };
    }
    const read = readResult(message, this.#open, this.#blobs);
    if (!read.ok) return read.diagnosis;
    this.#open = undefined;
    this.#answer = read.reply;
    return undefined;
  }

  /** Without what differs from run to run. */
  #show(line: Uint8Array): string {
    return quote(new TextDecoder().decode(line.subarray(0, 512)).replaceAll(this.#nonce, '(nonce)'));
  }
}

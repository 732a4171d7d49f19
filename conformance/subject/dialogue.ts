import { quote } from '#spec/failure/evidence.ts';
import type { Diagnosis, DiagnosisCode } from '../diagnosis.ts';
import { type Ended, ended, leftEarly, type Unanswered } from './ended.ts';
import { Findings } from './findings.ts';
import { describeExit, type Exit } from './process/exit.ts';
import type { ProcessListener } from './process/subject-process.ts';
import { within } from './process/within.ts';
import type { StartedSubject } from './start-subject.ts';
import type { StdioSettings } from './stdio-options.ts';

/** How long what a subject has started may take to follow it, on a machine that is busy. */
const graceMs = 1000;
/** A longer one would ring at once. */
const longestTimer = 2 ** 31 - 1;

interface Waiting {
  readonly isReached: () => boolean;
  readonly overdue: DiagnosisCode;
  readonly wake: () => void;
}

/** One process from its start to its end. Both transports say what is said to it and when; this is what they share. */
export class Dialogue implements ProcessListener {
  readonly #subject: StartedSubject;
  readonly #settings: StdioSettings;
  readonly #findings = new Findings();
  #timer: NodeJS.Timeout | undefined;
  #timerMs = 0;
  #waiting: Waiting | undefined;
  #mayLeave = false;
  #isLeaving = false;
  /** What was wrong after the last thing that was asked. */
  #afterthought: Diagnosis | undefined;
  /** Pending until the process has left, or was made to, and all that it wrote was read. */
  #ending: Promise<void> | undefined;
  #gone: Exit | undefined;
  #ended: Ended | undefined;
  #isTold = false;

  constructor(subject: StartedSubject, settings: StdioSettings) {
    this.#subject = subject;
    this.#settings = settings;
    subject.process.listen(this);
  }

  /** Whether the process is there and has done nothing wrong. */
  get isOpen(): boolean {
    return this.#ending === undefined && !this.#isLeaving;
  }

  /** Bye is said, so it is no crash when the process leaves. */
  mayLeave(): void {
    this.#mayLeave = true;
  }

  /** Waits for what the process is to say. Where it does not come to that, `tell` says why. */
  async until(isReached: () => boolean, ms: number, overdue: DiagnosisCode): Promise<boolean> {
    if (this.#ended === undefined && this.#gone === undefined && !isReached()) {
      this.#arm(ms);
      await new Promise<void>((wake) => {
        this.#waiting = { isReached, overdue, wake };
      });
    }
    return this.#ended === undefined && isReached();
  }

  /** The process is no longer wanted. */
  end(why: Ended): void {
    if (this.#ended !== undefined) return;
    this.#ended = why;
    this.#ending ??= this.#subject.process.end(0).then(() => this.#wake());
  }

  async tell(): Promise<Unanswered> {
    const why = await this.#why();
    this.#isTold = true;
    return { ...why, stderr: this.#subject.process.stderr.text() };
  }

  /** Waits until the process has left after bye. Gives what it said wrong since it gave its last answer. */
  async leave(): Promise<Diagnosis | undefined> {
    const { process, conversation } = this.#subject;
    const { byeMs } = this.#settings;
    this.#isLeaving = true;
    const exit = await within(byeMs, process.exited);
    const outliving = await process.end(exit === undefined ? 0 : graceMs);
    if (exit === undefined) this.#findings.note('bye.timeout', `after ${byeMs} ms`);
    if (exit === undefined || this.#ended !== undefined) return this.#afterthought;
    if (exit.code !== 0) this.#findings.note('bye.exit', `it left ${describeExit(exit)}`);
    if (outliving.length > 0) this.#findings.note('process.left-behind', describeProcesses(outliving));
    const { unfinished } = conversation;
    if (unfinished === undefined) return this.#afterthought;
    return this.#afterthought ?? { code: 'line.unfinished', detail: `its last line has no end: ${unfinished}` };
  }

  /** Removes what was made for the process, and gives what is left to be said of it. */
  async finish(): Promise<Findings> {
    const { process, conversation, inputs } = this.#subject;
    clearTimeout(this.#timer);
    if (!this.#isLeaving) await this.#why();
    if (this.#ended !== undefined && !this.#isTold) this.#findings.add([this.#ended.diagnosis]);
    const changed = inputs.finish();
    if (changed !== undefined && this.#ended?.diagnosis.code !== 'blob.inputs-changed') {
      this.#findings.note('blob.inputs-changed', changed);
    }
    if (conversation.hasCarriageReturn) this.#findings.note('line.carriage-return', 'CR before LF');
    if (process.stderr.hasFlooded) this.#findings.note('stderr.flood', 'only the end of it is kept');
    process.tidy();
    return this.#findings;
  }

  onOutput(chunk: Buffer): void {
    if (this.#ended !== undefined) return;
    const wrong = this.#subject.conversation.read(chunk);
    if (wrong === undefined) {
      if (this.#waiting?.isReached()) this.#wake();
    } else if (this.#isLeaving) {
      this.#afterthought ??= wrong;
    } else {
      this.end({ outcome: 'protocol-error', diagnosis: wrong });
    }
  }

  onExit(exit: Exit): void {
    this.#ending ??= this.#subject.process.end(this.#mayLeave ? graceMs : 0).then(() => {
      this.#gone = exit;
      this.#wake();
    });
  }

  onMemory(): void {
    const mebibytes = Math.floor(this.#settings.memoryBytes / 1024 ** 2);
    this.end(ended('crash', 'process.memory', `more than ${mebibytes} MiB`));
  }

  /** One timer for all calls: most of them are over long before it rings. */
  #arm(ms: number): void {
    if (this.#timer !== undefined && this.#timerMs === ms) {
      this.#timer.refresh();
      return;
    }
    clearTimeout(this.#timer);
    this.#timerMs = ms;
    this.#timer = setTimeout(() => this.#onDeadline(ms), Math.min(ms, longestTimer));
  }

  #onDeadline(ms: number): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    // What came while this program was busy is read first.
    setImmediate(() => {
      if (this.#waiting !== waiting || this.#ending !== undefined) return;
      const { closedPipes } = this.#subject.process;
      this.end(ended('timeout', waiting.overdue, `after ${ms} ms${closedPipes && `, and ${closedPipes}`}`));
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.wake();
  }

  async #why(): Promise<Ended> {
    await this.#ending;
    const { conversation } = this.#subject;
    if (this.#gone !== undefined) this.#ended ??= leftEarly(this.#gone, conversation);
    if (this.#ended === undefined) throw new Error('a process that is well was given up');
    return this.#ended;
  }
}

function describeProcesses(names: readonly string[]): string {
  return `${names.length} ${names.length === 1 ? 'process' : 'processes'}: ${quote(names.join(', '))}`;
}

import type { Worker } from 'node:worker_threads';
import { moduleCaps } from '#spec/constants.ts';
import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import type { RuntimeResult } from '../../runtime/result.ts';
import { startThread } from './start-thread.ts';

/** For all texts of an artifact together. */
const patienceMilliseconds = 20_000;

type Answer = RuntimeResult<Uint8Array<ArrayBuffer>>;

/** One that has nothing to do, and does not keep the process alive: it takes a while until one can read. */
let idle: Worker | undefined;

/** AUD-BOUNDED: reads texts in a thread that is ended when they take too long, since few bytes can keep a parser busy. */
export class TextReader {
  readonly #patience: number;
  #worker: Worker | undefined;
  #spent = 0;

  constructor(patience = patienceMilliseconds) {
    this.#patience = patience;
  }

  async read(bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
    // Said here too, so that nobody starts a thread for it.
    if (bytes.length > moduleCaps.text) {
      return refused({ code: 'runtime.too-large', what: 'text', limit: moduleCaps.text });
    }
    if (!mayBeText(bytes)) return refused({ code: 'runtime.malformed-text', detail: 'it does not begin like one' });
    if (this.#spent >= this.#patience) return tooLong;
    const begun = performance.now();
    const worker = this.#take();
    const answer = await answerWithin(worker, bytes, this.#patience - this.#spent);
    this.#spent += performance.now() - begun;
    if (answer !== undefined) return answer;
    this.#worker = undefined;
    await worker.terminate();
    return tooLong;
  }

  /** Whoever comes next finds its thread ready. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    if (idle !== undefined) await worker?.terminate();
    else idle = worker;
  }

  #take(): Worker {
    this.#worker ??= idle ?? start();
    idle = idle === this.#worker ? undefined : idle;
    return this.#worker;
  }
}

/** One that ends while nobody looks would never answer. */
function start(): Worker {
  const worker = startThread();
  worker.once('exit', () => {
    if (idle === worker) idle = undefined;
  });
  return worker;
}

/** Of the first character that is neither white space nor part of a comment, a bracket is the only choice. */
function mayBeText(bytes: Uint8Array): boolean {
  const first = bytes.find((byte) => byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
  return first === 0x28 || first === 0x3b;
}

function answerWithin(worker: Worker, bytes: Uint8Array, milliseconds: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    // One by one: without the listeners of the thread's own, it would never say anything again.
    const settle = (answer: Answer | undefined) => {
      clearTimeout(timer);
      worker.off('message', settle).off('error', fail).off('exit', fail);
      // What goes wrong later has nobody left to be told, and must not end the process.
      worker.on('error', ignore);
      worker.unref();
      resolve(answer);
    };
    const fail = () => settle(undefined);
    const timer = setTimeout(fail, milliseconds);
    worker.off('error', ignore);
    worker.on('message', settle).on('error', fail).on('exit', fail);
    worker.ref();
    worker.postMessage(bytes);
  });
}

function ignore(): void {}

const tooLong = refused({ code: 'runtime.malformed-text', detail: 'reading it takes too long' });

function refused(failure: RuntimeFailure): { readonly ok: false; readonly failure: RuntimeFailure } {
  return { ok: false, failure };
}

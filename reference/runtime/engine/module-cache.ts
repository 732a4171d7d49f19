import { createHash } from 'node:crypto';
import type { RuntimeResult } from '../result.ts';
import type { Scrutiny } from './insight.ts';
import type { PreparedModule } from './prepare.ts';

type Prepared = RuntimeResult<PreparedModule>;

const defaultBytes = 64 * 1024 * 1024;
/** Of a refusal, with its key. */
const refusalBytes = 1000;

/** What became of the modules prepared last, by the keys that `keyOf` makes. */
export class ModuleCache {
  readonly #entries = new Map<string, Prepared>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = defaultBytes) {
    this.#mostBytes = mostBytes;
  }

  get(key: string): Prepared | undefined {
    const prepared = this.#entries.get(key);
    if (prepared === undefined) return undefined;
    // The order of a map is the order of use: what is asked for moves to its end.
    this.#entries.delete(key);
    this.#entries.set(key, prepared);
    return prepared;
  }

  set(key: string, prepared: Prepared): void {
    this.#drop(key);
    // What an engine cannot do today it may do tomorrow, with fewer others around.
    if (!prepared.ok && prepared.failure.code === 'runtime.engine-refused') return;
    this.#entries.set(key, prepared);
    this.#bytes += weightOf(prepared);
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const prepared = this.#entries.get(key);
    if (prepared === undefined) return;
    this.#entries.delete(key);
    this.#bytes -= weightOf(prepared);
  }
}

function weightOf(prepared: Prepared): number {
  return prepared.ok ? prepared.value.weight : refusalBytes;
}

/** What a module is kept under: it is another one for each scrutiny. */
export function keyOf(digest: string, scrutiny: Scrutiny | undefined): string {
  return scrutiny === undefined ? digest : `${digest} ${scrutiny}`;
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

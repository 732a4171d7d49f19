import { createHash } from 'node:crypto';
import type { PreparedModule } from './prepare.ts';

interface Entry {
  readonly module: PreparedModule;
  readonly bytes: number;
}

/** The modules prepared last, by the digest of what the guest wrote. */
export class ModuleCache {
  readonly #entries = new Map<string, Entry>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  get(digest: string): PreparedModule | undefined {
    const entry = this.#entries.get(digest);
    if (entry === undefined) return undefined;
    // The order of a map is the order of use: what is asked for moves to its end.
    this.#entries.delete(digest);
    this.#entries.set(digest, entry);
    return entry.module;
  }

  set(digest: string, module: PreparedModule, bytes: number): void {
    this.#entries.set(digest, { module, bytes });
    this.#bytes += bytes;
    for (const [oldest, entry] of this.#entries) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#entries.delete(oldest);
      this.#bytes -= entry.bytes;
    }
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}

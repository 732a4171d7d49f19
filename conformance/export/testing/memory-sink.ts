import type { ExportSink } from '../sink.ts';

/** Keeps an export in memory. */
export class MemorySink implements ExportSink {
  readonly #files = new Map<string, Buffer[]>();

  append(path: string, content: string | Uint8Array): void {
    const parts = this.#files.get(path) ?? [];
    parts.push(Buffer.from(content));
    this.#files.set(path, parts);
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  bytes(path: string): Buffer | undefined {
    const parts = this.#files.get(path);
    return parts && Buffer.concat(parts);
  }

  text(path: string): string {
    return this.bytes(path)?.toString() ?? '';
  }
}

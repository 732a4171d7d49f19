import { createHash } from 'node:crypto';
import type { BlobSink } from '#spec/wire/encode.ts';
import { gzip } from './gzip.ts';
import type { ExportSink } from './sink.ts';

/** Keeps each blob once, compressed, since most of the large ones are nearly nothing but zeros. */
export class PackedBlobs implements BlobSink {
  readonly #sink: ExportSink;
  readonly #written = new Set<string>();

  constructor(sink: ExportSink) {
    this.#sink = sink;
  }

  get count(): number {
    return this.#written.size;
  }

  put(bytes: Uint8Array): string {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (!this.#written.has(sha256)) this.#sink.append(`blobs/${sha256}.gz`, gzip(bytes));
    this.#written.add(sha256);
    return sha256;
  }
}

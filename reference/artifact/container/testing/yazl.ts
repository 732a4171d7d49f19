import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

export interface YazlEntry {
  readonly name: string;
  readonly content: Buffer;
  readonly compress: boolean;
  /** Without it each record gets an extra field with the time. */
  readonly forceDosTimestamp: boolean;
}

/** An archive as an independent writer makes it, with an empty folder at its end. */
export async function writeWithYazl(entries: readonly YazlEntry[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const { name, content, ...options } of entries) zip.addBuffer(content, name, options);
  zip.addEmptyDirectory('folder');
  zip.end();
  // The stream that yazl offers is a readable one; its types only say so of the oldest interface.
  return Buffer.concat(await (zip.outputStream as Readable).toArray());
}

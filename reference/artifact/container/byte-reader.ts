/**
 * Little-endian reads from a file that may hold anything. A record is asked for by `starts` before its fields are
 * read, so a read outside the file is a bug of ours and throws; everything of untrusted length is clipped to the file.
 */
export class ByteReader {
  readonly bytes: Buffer;
  readonly length: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether a record with this signature and at least this many bytes stands here. */
  starts(signature: number, at: number, length: number): boolean {
    return at >= 0 && at + length <= this.length && this.u32(at) === signature;
  }

  u16(at: number): number {
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    return this.#view.getUint32(at, true);
  }

  /** As many of these bytes as the file has. */
  slice(at: number, length: number): Buffer {
    return this.bytes.subarray(at, at + length);
  }
}

import { encodeWith } from '../json/write.ts';
import type { WireValue } from '../operations.ts';
import { wireLimits } from '../protocol.ts';

/** Where bytes go that are too many for a message. */
export interface BlobSink {
  /** Keeps the bytes under their SHA-256 in lower-case hex, and gives it. */
  put(bytes: Uint8Array): string;
}

/** One line without its line feed. Integers are bigint; a number is written as a float. */
export function encodeMessage(message: WireValue, blobs: BlobSink): string {
  return encodeWith(message, (bytes) => encodeBytes(bytes, blobs));
}

function encodeBytes(bytes: Uint8Array, blobs: BlobSink): string {
  const { length } = bytes;
  if (length > wireLimits.inlineBytes) return `{"$blob":"${blobs.put(bytes)}","size":${length}}`;
  return `{"$b64":"${Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('base64')}"}`;
}

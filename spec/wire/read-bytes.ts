import { createHash } from 'node:crypto';
import { isJsonObject, type Json, type JsonObject } from '../json/value.ts';
import { wireLimits } from '../protocol.ts';

/** Where the bytes of `$blob` are found. */
export interface BlobSource {
  /** Undefined where there is none. One that is longer than `size` need not be read: `larger` says as much. */
  get(sha256: string, size: number): Uint8Array | 'larger' | undefined;
}

export type BytesRead =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly kind: WireProblemKind; readonly detail: string };

/** `malformed` is said of the message alone, the others of the file that it names. */
export type WireProblemKind = 'malformed' | 'blob-missing' | 'blob-size' | 'blob-hash';

export function readBytes(value: Json, blobs: BlobSource): BytesRead {
  if (isJsonObject(value)) {
    if (value.has('$b64')) return readInline(value);
    if (value.has('$blob')) return readBlob(value, blobs);
  }
  return malformed('bytes are {"$b64": …} or {"$blob": …, "size": …}');
}

function readInline(value: JsonObject): BytesRead {
  const text = value.get('$b64');
  if (value.size > 1) return malformed('"$b64" has no members beside it');
  if (typeof text !== 'string') return malformed('"$b64" is a text');
  const bytes = Buffer.from(text, 'base64');
  // Node reads nearly anything; only the one canonical text is what its bytes encode to.
  if (bytes.toString('base64') !== text) return malformed(notCanonical(text));
  const { inlineBytes } = wireLimits;
  if (bytes.length > inlineBytes) return malformed(`more than ${inlineBytes} bytes stand in a blob, not in "$b64"`);
  return { ok: true, bytes: new Uint8Array(bytes) };
}

function notCanonical(text: string): string {
  if (/[^A-Za-z0-9+/=]/.test(text)) return '"$b64" holds a character that is not of the standard alphabet';
  return text.length % 4 === 0 ? '"$b64" is not canonical base64' : '"$b64" is not padded to a multiple of four';
}

function readBlob(value: JsonObject, blobs: BlobSource): BytesRead {
  const sha256 = value.get('$blob');
  const size = value.get('size');
  if (value.size > (value.has('size') ? 2 : 1)) return malformed('"$blob" has "size" and no other member beside it');
  // The hash becomes the name of a file, so it has this form before anything looks for one.
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) {
    return malformed('"$blob" is a SHA-256 in 64 lower-case hex digits');
  }
  if (typeof size !== 'bigint') return malformed('"size" is the integer number of bytes in the blob');
  const { inlineBytes, blobBytes } = wireLimits;
  if (size <= inlineBytes) return malformed(`up to ${inlineBytes} bytes stand in "$b64", not in a blob`);
  if (size > blobBytes) return malformed(`a blob has at most ${blobBytes} bytes`);

  return checkBlob(blobs.get(sha256, Number(size)), sha256, Number(size));
}

function checkBlob(bytes: Uint8Array | 'larger' | undefined, sha256: string, size: number): BytesRead {
  if (bytes === undefined) return { ok: false, kind: 'blob-missing', detail: `there is no blob ${sha256}` };
  if (bytes === 'larger' || bytes.length !== size) {
    const found = bytes === 'larger' || bytes.length > size ? 'more' : bytes.length;
    return { ok: false, kind: 'blob-size', detail: `blob ${sha256} has ${found} bytes, and "size" is ${size}` };
  }
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual === sha256) return { ok: true, bytes };
  return { ok: false, kind: 'blob-hash', detail: `blob ${sha256} has the hash ${actual}` };
}

function malformed(detail: string): BytesRead {
  return { ok: false, kind: 'malformed', detail };
}

import { createHash } from 'node:crypto';
import { keyIdPrefix } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { decodeBase64 } from '../../text/base64.ts';
import { decodeHex, encodeHex } from '../../text/hex.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { trim } from '../../text/white-space.ts';
import { publicKeyOfSeed } from './key-object.ts';

export interface SigningKey {
  readonly seed: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly keyId: string;
}

/** KEY-FORMS: 32 raw bytes, or else text that spells them in hex or in padded base64; the first form that fits counts. */
export function parseSigningKey(bytes: Uint8Array): Result<SigningKey> {
  if (bytes.length === seedLength) return signingKeyFromSeed(bytes);
  const stripped = stripAsciiWhiteSpace(bytes);
  if (stripped.length === seedLength) return signingKeyFromSeed(stripped);
  const text = decodeUtf8(stripped);
  const spelled = text === undefined ? undefined : decodeKeyText(trim(text));
  return spelled === undefined ? badLength(stripped.length) : signingKeyFromSeed(spelled);
}

export function signingKeyFromSeed(seed: Uint8Array): Result<SigningKey> {
  if (seed.length !== seedLength) return badLength(seed.length);
  const publicKey = publicKeyOfSeed(seed);
  return ok({ seed: new Uint8Array(seed), publicKey, keyId: keyIdOf(publicKey) });
}

/** KEY-ID: the first eight bytes of the key's SHA-256; short enough to show, too short to decide anything by. */
export function keyIdOf(publicKey: Uint8Array): string {
  const digest = createHash('sha256').update(publicKey).digest();
  return `${keyIdPrefix}${encodeHex(digest.subarray(0, 8))}`;
}

const seedLength = 32;

function decodeKeyText(text: string): Uint8Array | undefined {
  return [decodeHex(text), decodeBase64(text)].find((decoded) => decoded?.length === seedLength);
}

/** A vertical tab stays: it is white space of the text, which is trimmed later, and not of the bytes. */
function stripAsciiWhiteSpace(bytes: Uint8Array): Uint8Array {
  const isWhiteSpace = (byte: number | undefined) =>
    byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d;
  let start = 0;
  let end = bytes.length;
  while (start < end && isWhiteSpace(bytes[start])) start++;
  while (end > start && isWhiteSpace(bytes[end - 1])) end--;
  return bytes.subarray(start, end);
}

/** The length is all that may be told of what was meant to be a secret. */
function badLength(actual: number) {
  return fail({ code: 'key.bad-length', actual });
}

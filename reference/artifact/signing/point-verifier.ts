import { createHash } from 'node:crypto';
import { etc, Point } from '@noble/ed25519';
import { fail, ok, type Result } from '#spec/result.ts';
import type { SignatureClaim, Strength } from './verify.ts';

/**
 * A second verifier with the answers of `verifySignature` and none of its code: it computes R from points, so the two
 * can be held against each other wherever node:crypto, the tables or the arithmetic might be wrong. About ten times
 * slower.
 */
export function verifySignatureByPoints(claim: SignatureClaim, strength: Strength): Result<undefined> {
  const { publicKey, message, signature } = claim;
  const key = decodePoint(publicKey);
  if (key === undefined) return fail({ code: 'signature.bad-key', detail: 'its bytes are no point of the curve' });
  if (signature.length !== 64) return fail({ code: 'signature.invalid', detail: 'it must have 64 bytes' });
  const r = signature.subarray(0, 32);
  const s = littleEndian(signature.subarray(32));
  if (s >= groupOrder) return fail({ code: 'signature.invalid', detail: 'its S is not below the order of the group' });
  // SIG-VERIFY: R = S·B − k·A, without the cofactor, and compared as bytes.
  const digest = createHash('sha512').update(r).update(publicKey).update(message).digest();
  const challenge = littleEndian(digest) % groupOrder;
  const computed = Point.BASE.multiplyUnsafe(s).subtract(key.multiplyUnsafe(challenge));
  if (!sameBytes(computed.toBytes(), r)) {
    return fail({ code: 'signature.invalid', detail: 'it is not of this key and this message' });
  }
  if (strength === 'core') return ok(undefined);
  if (!sameBytes(key.toBytes(), publicKey)) return fail({ code: 'signature.non-canonical-key' });
  if (key.isSmallOrder()) return fail({ code: 'signature.small-order', part: 'key' });
  return computed.isSmallOrder() ? fail({ code: 'signature.small-order', part: 'R' }) : ok(undefined);
}

const groupOrder = Point.CURVE().n;

/** The decoding of ZIP-215: any y, and any sign on x = 0. */
function decodePoint(encoded: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(encoded, true);
  } catch {
    return undefined;
  }
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${etc.bytesToHex(bytes.toReversed())}`);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

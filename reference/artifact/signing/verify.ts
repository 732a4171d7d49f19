import { verify as verifyWithNode } from 'node:crypto';
import { fail, ok, type Result } from '#spec/result.ts';
import { encodeHex } from '../../text/hex.ts';
import { isCanonicalPoint, isCanonicalScalar, isCurvePoint } from './curve.ts';
import { publicKeyObject } from './key-object.ts';
import { smallOrderEncodings } from './small-order.ts';

export interface SignatureClaim {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** `core` is what shipping software verifies; `hardened` refuses, of what that accepts, what proves no author. */
export type Strength = 'core' | 'hardened';

/**
 * SIG-VERIFY: cofactorless Ed25519 with a canonical S, where the recomputed R must equal the given one byte for byte.
 * node:crypto verifies exactly that; why it said no is only worked out afterwards, so a valid signature costs nothing.
 */
export function verifySignature(claim: SignatureClaim, strength: Strength): Result<undefined> {
  if (!holds(claim)) return reasonOfRefusal(claim);
  return strength === 'core' ? ok(undefined) : checkAuthorship(claim);
}

/** SIG-KEY: to be asked before anything is derived from a key. */
export function checkPublicKey(publicKey: Uint8Array): Result<undefined> {
  if (publicKey.length !== 32) return badKey(`it has ${publicKey.length} bytes instead of 32`);
  return isCurvePoint(publicKey) ? ok(undefined) : badKey('its bytes are no point of the curve');
}

function holds({ publicKey, message, signature }: SignatureClaim): boolean {
  if (publicKey.length !== 32 || signature.length !== 64 || !isCanonicalScalar(signature.subarray(32))) return false;
  return verifyWithNode(null, message, publicKeyObject(publicKey), signature);
}

function reasonOfRefusal({ publicKey, signature }: SignatureClaim): Result<undefined> {
  const key = checkPublicKey(publicKey);
  if (!key.ok) return key;
  if (signature.length !== 64) return invalid(`it has ${signature.length} bytes instead of 64`);
  if (!isCanonicalScalar(signature.subarray(32))) return invalid('its S is not below the order of the group');
  return invalid('it is not of this key and this message');
}

/**
 * The spelling of the key comes first: nobody can sign with a misspelt key unless its point is small, so behind the
 * other check this one would never be heard.
 */
function checkAuthorship({ publicKey, signature }: SignatureClaim): Result<undefined> {
  if (!isCanonicalPoint(publicKey)) return fail({ code: 'signature.non-canonical-key' });
  if (isSmallOrder(publicKey)) return fail({ code: 'signature.small-order', part: 'key' });
  if (isSmallOrder(signature.subarray(0, 32))) return fail({ code: 'signature.small-order', part: 'R' });
  return ok(undefined);
}

function isSmallOrder(encoded: Uint8Array): boolean {
  return smallOrderEncodings.has(encodeHex(encoded));
}

function badKey(detail: string) {
  return fail({ code: 'signature.bad-key', detail });
}

function invalid(detail: string) {
  return fail({ code: 'signature.invalid', detail });
}

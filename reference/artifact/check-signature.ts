import { signatureAlgorithm } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { decodeBase64 } from '../text/base64.ts';
import type { SignatureRecord } from './signature-record.ts';
import { keyIdOf } from './signing/signing-key.ts';
import { checkPublicKey, verifySignature } from './signing/verify.ts';

/** What the artifact says of itself, to which its signature record must agree. */
export interface SignedClaim {
  readonly payloadSha256: string;
  readonly publisher: string;
}

/** Returns the public key that signed the claim; it is the record's own, so whether to trust it is decided elsewhere. */
export function checkSignature(record: SignatureRecord, claim: SignedClaim): Result<Uint8Array> {
  if (record.algorithm !== signatureAlgorithm) {
    return fail({ code: 'signature.bad-algorithm', algorithm: record.algorithm });
  }
  const publicKey = decodeBase64(record.publicKeyBase64);
  if (publicKey?.length !== 32) return fail({ code: 'signature.bad-key', detail: 'it is not base64 of 32 bytes' });
  const point = checkPublicKey(publicKey);
  if (!point.ok) return point;
  const derived = keyIdOf(publicKey);
  if (record.keyId !== derived) {
    return fail({ code: 'signature.key-id-mismatch', declared: record.keyId, derived });
  }
  const signature = decodeBase64(record.signatureBase64);
  if (signature === undefined) return fail({ code: 'signature.invalid', detail: 'it is not base64' });
  // SIG-MESSAGE: the hex text is signed, not the digest that it spells.
  const message = Buffer.from(claim.payloadSha256);
  const verified = verifySignature({ publicKey, message, signature }, 'hardened');
  if (!verified.ok) return verified;
  if (record.publisher !== claim.publisher) {
    return fail({ code: 'signature.publisher-mismatch', signed: record.publisher, manifest: claim.publisher });
  }
  return ok(publicKey);
}

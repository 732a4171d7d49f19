import { quote } from './evidence.ts';

/** What can be wrong with a signing key, a signature, or the host an artifact asks for. */
export type SigningFailure =
  | { readonly code: 'key.bad-length'; readonly actual: number }
  | { readonly code: 'signature.bad-algorithm'; readonly algorithm: string }
  | { readonly code: 'signature.bad-key'; readonly detail: string }
  | { readonly code: 'signature.key-id-mismatch'; readonly declared: string; readonly derived: string }
  | { readonly code: 'signature.invalid'; readonly detail: string }
  | { readonly code: 'signature.publisher-mismatch'; readonly signed: string; readonly manifest: string }
  | { readonly code: 'signature.small-order'; readonly part: 'key' | 'R' }
  | { readonly code: 'signature.non-canonical-key' }
  | { readonly code: 'compat.protocol-major'; readonly requested: bigint; readonly current: bigint }
  | { readonly code: 'compat.runtime-too-old'; readonly requested: string; readonly current: string }
  | { readonly code: 'compat.runtime-too-new'; readonly maximum: string; readonly current: string };

export function describeSigning(failure: SigningFailure): string {
  switch (failure.code) {
    case 'key.bad-length':
      return `The signing key has ${failure.actual} bytes; give 32 raw bytes, 64 hex digits, or padded base64 of 32 bytes.`;
    case 'signature.bad-algorithm':
      return `Signature algorithm ${quote(failure.algorithm)} is not supported; the only one is ed25519-sha256.`;
    case 'signature.bad-key':
      return `The public key is not an Ed25519 key: ${failure.detail}.`;
    case 'signature.key-id-mismatch':
      return `The key id ${quote(failure.declared)} does not belong to the public key; it would be ${failure.derived}.`;
    case 'signature.invalid':
      return `The signature does not hold: ${failure.detail}.`;
    case 'signature.publisher-mismatch':
      return `Signed as publisher ${quote(failure.signed)}, but the manifest says ${quote(failure.manifest)}.`;
    case 'signature.small-order':
      return `The signature's ${failure.part} is a point of small order, which speaks for nobody.`;
    case 'signature.non-canonical-key':
      return 'The public key is not in its one canonical encoding.';
    case 'compat.protocol-major':
      return `The skill needs protocol ${failure.requested}; this host speaks ${failure.current}.`;
    case 'compat.runtime-too-old':
      return `The skill needs Palyra ${quote(failure.requested)} or later; this host is ${failure.current}.`;
    case 'compat.runtime-too-new':
      return `The skill supports Palyra up to ${quote(failure.maximum)}; this host is ${failure.current}.`;
    default:
      return failure satisfies never;
  }
}

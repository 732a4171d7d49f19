import { quote } from './evidence.ts';

/** What can be wrong with a trust store, with an addition to it, and with a publisher who asks to be trusted. */
export type TrustFailure =
  | { readonly code: 'trust.store-unreadable'; readonly path: string; readonly detail: string }
  | { readonly code: 'trust.store-unwritable'; readonly path: string; readonly detail: string }
  | { readonly code: 'trust.store-tampered'; readonly path: string }
  | { readonly code: 'trust.store-json'; readonly detail: string }
  | { readonly code: 'trust.store-shape'; readonly detail: string }
  | { readonly code: 'trust.store-publisher'; readonly publisher: string }
  | { readonly code: 'trust.store-key'; readonly publisher: string; readonly key: string }
  | { readonly code: 'trust.store-no-keys'; readonly publisher: string }
  | { readonly code: 'trust.store-pin-conflict'; readonly publisher: string }
  | { readonly code: 'trust.invalid-publisher'; readonly publisher: string }
  | { readonly code: 'trust.invalid-key'; readonly key: string }
  | { readonly code: 'trust.publisher-spelling'; readonly publisher: string }
  | { readonly code: 'trust.key-mismatch'; readonly publisher: string }
  | { readonly code: 'trust.pin-mismatch'; readonly publisher: string }
  | { readonly code: 'trust.untrusted-publisher'; readonly publisher: string }
  | { readonly code: 'vault.bad-reference'; readonly reference: string }
  | { readonly code: 'vault.not-found'; readonly reference: string }
  | { readonly code: 'vault.locked'; readonly detail: string }
  | { readonly code: 'vault.corrupt'; readonly path: string; readonly detail: string }
  | { readonly code: 'vault.unreadable'; readonly path: string; readonly detail: string }
  | { readonly code: 'vault.unwritable'; readonly path: string; readonly detail: string };

export function describeTrust(failure: TrustFailure): string {
  switch (failure.code) {
    case 'trust.store-unreadable':
      return `The trust store ${failure.path} cannot be read: ${failure.detail}.`;
    case 'trust.store-unwritable':
      return `The trust store ${failure.path} cannot be written: ${failure.detail}. The old one is untouched.`;
    case 'trust.store-tampered':
      return `The trust store ${failure.path} changed since it was last saved; restore it, or delete its integrity record if the change is yours.`;
    case 'trust.store-json':
      return `The trust store is not JSON: ${failure.detail}.`;
    case 'trust.store-shape':
      return `The trust store has the wrong shape: ${failure.detail}.`;
    case 'trust.store-publisher':
      return `The trust store names a publisher ${quote(failure.publisher)}, which is not an identifier.`;
    case 'trust.store-key':
      return `The trust store has a key for ${quote(failure.publisher)} that is not 64 hex digits: ${quote(failure.key)}.`;
    case 'trust.store-no-keys':
      return `The trust store lists ${quote(failure.publisher)} without a key.`;
    case 'trust.store-pin-conflict':
      return `The trust store pins two different keys for ${quote(failure.publisher)}.`;
    case 'trust.invalid-publisher':
      return `${quote(failure.publisher)} is not a publisher identifier; use only a-z 0-9 . _ - :`;
    case 'trust.invalid-key':
      return `${quote(failure.key)} is not an Ed25519 public key; give its 64 hex digits.`;
    case 'trust.publisher-spelling':
      return `The publisher ${quote(failure.publisher)} is written with white space around it, so it is nobody's name.`;
    case 'trust.key-mismatch':
      return `${quote(failure.publisher)} is allowlisted, but with another key.`;
    case 'trust.pin-mismatch':
      return `${quote(failure.publisher)} was first seen with another key.`;
    case 'trust.untrusted-publisher':
      return `${quote(failure.publisher)} is not trusted; add its key, or allow trust on first use.`;
    case 'vault.bad-reference':
      return `${quote(failure.reference)} is not a vault reference; write scope/key, for example global/signing-key.`;
    case 'vault.not-found':
      return `The vault holds nothing at ${quote(failure.reference)}; put it there with \`palyra-ref vault put\`.`;
    case 'vault.locked':
      return `The vault does not open: ${failure.detail}.`;
    case 'vault.corrupt':
      return `The vault file ${failure.path} is damaged: ${failure.detail}.`;
    case 'vault.unreadable':
      return `The vault ${failure.path} cannot be read: ${failure.detail}.`;
    case 'vault.unwritable':
      return `The vault ${failure.path} cannot be written: ${failure.detail}. What it held is untouched.`;
    default:
      return failure satisfies never;
  }
}

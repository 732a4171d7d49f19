import { fail, ok, type Result } from '#spec/result.ts';
import { trim } from '../text/white-space.ts';
import type { TrustStore } from './store.ts';

export type TrustDecision = 'allowlisted' | 'tofu_pinned' | 'tofu_newly_pinned';

export interface TrustQuestion {
  /** As the manifest spells it. */
  readonly publisher: string;
  /** TRUST-BY-KEY: the key itself, in lower-case hex; an id derived from it would be shorter than the key. */
  readonly keyHex: string;
  readonly allowTofu: boolean;
}

export interface TrustAnswer {
  readonly decision: TrustDecision;
  readonly store: TrustStore;
}

/** Decides over a normalised store. A publisher on the allowlist is judged by it alone, whatever is pinned. */
export function decideTrust(store: TrustStore, { publisher, keyHex, allowTofu }: TrustQuestion): Result<TrustAnswer> {
  const allowed = store.trustedPublishers.get(publisher);
  if (allowed !== undefined) {
    return allowed.includes(keyHex)
      ? ok({ decision: 'allowlisted', store })
      : fail({ code: 'trust.key-mismatch', publisher });
  }
  const pin = store.tofuPublishers.get(publisher);
  if (pin !== undefined) {
    return pin === keyHex ? ok({ decision: 'tofu_pinned', store }) : fail({ code: 'trust.pin-mismatch', publisher });
  }
  if (!allowTofu) return fail({ code: 'trust.untrusted-publisher', publisher });
  // TRUST-PUBLISHER-SPELLING: the store knows trimmed names only, so any other spelling of a known one is a stranger here.
  if (trim(publisher) !== publisher) return fail({ code: 'trust.publisher-spelling', publisher });
  const tofuPublishers = new Map(store.tofuPublishers).set(publisher, keyHex);
  return ok({ decision: 'tofu_newly_pinned', store: { ...store, tofuPublishers } });
}

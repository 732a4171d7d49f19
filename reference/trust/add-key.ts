import { fail, ok, type Result } from '#spec/result.ts';
import { isIdentifier } from '../manifest/identifier.ts';
import { trim } from '../text/white-space.ts';
import { parseKeyHex, sortedKeys } from './normalise.ts';
import type { TrustStore } from './store.ts';

/** TRUST-ADD: allowlists one key of a publisher. Pins stay, and so does everything about the other publishers. */
export function addTrustedKey(store: TrustStore, publisher: string, key: string): Result<TrustStore> {
  if (!isIdentifier(publisher)) return fail({ code: 'trust.invalid-publisher', publisher });
  const hex = parseKeyHex(key);
  if (hex === undefined) return fail({ code: 'trust.invalid-key', key });
  const name = trim(publisher);
  const keys = store.trustedPublishers.get(name) ?? [];
  // A key that is already there leaves its list as it was, sorted or not.
  if (keys.includes(hex)) return ok(store);
  const trustedPublishers = new Map(store.trustedPublishers).set(name, sortedKeys([...keys, hex]));
  return ok({ ...store, trustedPublishers });
}

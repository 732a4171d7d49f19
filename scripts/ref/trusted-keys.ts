import { trim } from '#reference/text/white-space.ts';
import { addTrustedKey } from '#reference/trust/add-key.ts';
import type { TrustStore } from '#reference/trust/store.ts';
import { ok, type Result } from '#spec/result.ts';
import type { OptionTable } from '../cli/options.ts';
import { type Outcome, refuse } from '../cli/problem.ts';

/** Taken by every command that decides whom to trust. */
export const trustOptions = {
  'trust-store': {
    kind: 'value',
    shows: 'file',
    about: 'Default: PALYRA_SKILLS_TRUST_STORE, else <state-root>/skills/trust-store.json.',
  },
  'trusted-publisher': { kind: 'list', shows: 'publisher=hex', about: 'Trust this public key of this publisher.' },
} as const satisfies OptionTable;

export interface TrustedKey {
  readonly publisher: string;
  readonly key: string;
}

export function parseTrustedKeys(values: readonly string[]): Outcome<readonly TrustedKey[]> {
  const keys: TrustedKey[] = [];
  for (const value of values) {
    const equals = value.indexOf('=');
    const publisher = trim(value.slice(0, Math.max(0, equals)));
    const key = trim(value.slice(equals + 1));
    if (publisher === '' || key === '') {
      return refuse({
        code: 'cli.bad-value',
        source: '--trusted-publisher',
        value,
        wanted: '<publisher>=<hex of a key>',
      });
    }
    keys.push({ publisher, key });
  }
  return ok(keys);
}

export function addTrustedKeys(store: TrustStore, keys: readonly TrustedKey[]): Result<TrustStore> {
  let added = store;
  for (const { publisher, key } of keys) {
    const next = addTrustedKey(added, publisher, key);
    if (!next.ok) return next;
    added = next.value;
  }
  return ok(added);
}

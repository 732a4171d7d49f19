import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addTrustedKey } from '#reference/trust/add-key.ts';
import { decideTrust } from '#reference/trust/decide.ts';
import { normaliseTrustStore } from '#reference/trust/normalise.ts';
import { emptyTrustStore, encodeTrustStore, parseTrustStore, type TrustStore } from '#reference/trust/store.ts';
import { reasons } from '#spec/reasons.ts';

const someKey = fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: 64, maxLength: 64 });
const someName = fc.constantFrom('acme', ' acme', 'zeta\u0085', 'a:b', '__proto__', '0', 'constructor');

const someStore: fc.Arbitrary<TrustStore> = fc
  .record({
    trusted: fc.dictionary(someName, fc.array(someKey, { minLength: 1, maxLength: 3 }), { maxKeys: 4 }),
    pinned: fc.dictionary(someName, someKey, { maxKeys: 3 }),
  })
  .map(({ trusted, pinned }) => ({
    trustedPublishers: new Map(Object.entries(trusted)),
    tofuPublishers: new Map(Object.entries(pinned)),
  }));

test('a normalised store is its own normal form, and is read back as it was written (TRUST-STORE-MERGE)', () => {
  const property = fc.property(someStore, (store) => {
    const normalised = normaliseTrustStore(store);
    if (!normalised.ok) {
      expect(normalised.failure.code).toBe('trust.store-pin-conflict');
      return;
    }
    expect(normaliseTrustStore(normalised.value)).toEqual(normalised);
    expect(parseTrustStore(encodeTrustStore(normalised.value))).toEqual(normalised);
  });
  fc.assert(property, { numRuns: 500 });
});

test('a key that was added is trusted, and no other key is on its account (TRUST-ADD)', () => {
  const property = fc.property(someStore, someKey, someKey, (given, key, other) => {
    const store = normaliseTrustStore(given);
    fc.pre(store.ok);
    const added = addTrustedKey(store.value, ' acme', key);
    if (!added.ok) throw new Error(added.failure.code);
    const ask = (keyHex: string) => decideTrust(added.value, { publisher: 'acme', keyHex, allowTofu: true });
    expect(ask(key.toLowerCase())).toMatchObject({ value: { decision: 'allowlisted' } });
    const known = store.value.trustedPublishers.get('acme') ?? [];
    const isKnown = known.includes(other.toLowerCase()) || other.toLowerCase() === key.toLowerCase();
    expect(ask(other.toLowerCase()).ok).toBe(isKnown);
  });
  fc.assert(property, { numRuns: 300 });
});

test('the first key of a stranger is pinned, and from then on no other key will do (TRUST-TOFU)', () => {
  const property = fc.property(someKey, someKey, fc.boolean(), (first, second, allowTofu) => {
    const [keyHex, otherHex] = [first.toLowerCase(), second.toLowerCase()];
    const pinned = decideTrust(emptyTrustStore, { publisher: 'acme', keyHex, allowTofu: true });
    if (!pinned.ok) throw new Error(pinned.failure.code);
    const again = (hex: string) => decideTrust(pinned.value.store, { publisher: 'acme', keyHex: hex, allowTofu });
    expect(again(keyHex)).toMatchObject({ value: { decision: 'tofu_pinned' } });
    expect(again(otherHex).ok).toBe(keyHex === otherHex);
  });
  fc.assert(property);
});

test('arbitrary bytes as a trust store bring a failure with a code, or a store, and never a throw', () => {
  const anyBytes = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc.json().map((text) => Buffer.from(text)),
    fc.json().map((text) => Buffer.from(`{"trusted_publishers": ${text}}`)),
    fc.json().map((text) => Buffer.from(`[{}, ${text}]`)),
  );
  const property = fc.property(anyBytes, (bytes) => {
    const result = parseTrustStore(bytes);
    if (!result.ok) expect(Object.hasOwn(reasons, result.failure.code)).toBe(true);
  });
  fc.assert(property, { numRuns: 2000 });
});

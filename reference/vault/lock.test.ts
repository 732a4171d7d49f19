import { expect, test } from 'vitest';
import { ok, type Result } from '#spec/result.ts';
import { type DeriveKeys, deriveKeys, derivingOnce, type VaultLock, type VaultUnlock } from './lock.ts';

const unlock: VaultUnlock = { kind: 'passphrase', passphrase: 'correct horse' };
const lock: VaultLock = { kind: 'passphrase', salt: new Uint8Array(32), scryptLogN: 1 };

test('the keys of one lock are derived once, and those of another are its own (VAULT-SEALED)', () => {
  let derivations = 0;
  const counting: DeriveKeys = (...given) => {
    derivations++;
    return deriveKeys(...given);
  };
  const derive = derivingOnce(counting);
  const others: readonly Parameters<DeriveKeys>[] = [
    [{ ...lock, salt: new Uint8Array(32).fill(1) }, unlock],
    [{ ...lock, scryptLogN: 2 }, unlock],
    [lock, { kind: 'passphrase', passphrase: 'guess' }],
  ];
  for (const other of others) {
    expect(derive(lock, unlock)).toEqual(deriveKeys(lock, unlock));
    const before = derivations;
    expect(derive({ ...lock, salt: new Uint8Array(32) }, unlock)).toEqual(deriveKeys(lock, unlock));
    expect(derivations).toBe(before);
    expect(derive(...other)).toEqual(deriveKeys(...other));
    expect(derivations).toBe(before + 1);
  }
});

test('a refusal is not remembered', () => {
  let answer: Result<never> | undefined = deriveKeys(lock, { kind: 'key', key: new Uint8Array(32) }) as Result<never>;
  const derive = derivingOnce((...given) => answer ?? deriveKeys(...given));
  expect(derive(lock, unlock)).toMatchObject({ failure: { code: 'vault.locked' } });
  answer = undefined;
  expect(derive(lock, unlock)).toEqual(ok(expect.anything()));
});

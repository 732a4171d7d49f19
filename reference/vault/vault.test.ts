import { describe, expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import type { VaultDisk } from './disk.ts';
import { deriveKeys, type VaultUnlock } from './lock.ts';
import { parseVaultReference, parseVaultScope, type VaultReference } from './reference.ts';
import {
  deleteSecret,
  getSecret,
  largestSecretBytes,
  listSecrets,
  putNewSecret,
  putSecret,
  type Vault,
} from './vault.ts';

const one = reference('skill:acme/one');
const two = reference('global/two');
const value = Uint8Array.of(0, 255, 10);

describe('put, get, list and delete (VAULT-LOOKUP)', () => {
  test('what is put is got, byte for byte, and an empty secret is not a missing one', () => {
    const vault = memoryVault();
    expect(putSecret(vault, one, value)).toEqual(ok(undefined));
    expect(putSecret(vault, two, new Uint8Array())).toEqual(ok(undefined));
    expect(getSecret(vault, one)).toEqual(ok(value));
    expect(getSecret(vault, two)).toEqual(ok(new Uint8Array()));
  });

  test('the last value put counts', () => {
    const vault = memoryVault();
    putSecret(vault, one, value);
    putSecret(vault, one, Uint8Array.of(1));
    expect(getSecret(vault, one)).toEqual(ok(Uint8Array.of(1)));
  });

  test('the list has names in the order of their bytes, of all scopes or of one', () => {
    const vault = memoryVault();
    const names = ['skill:acme/b', 'skill:acme/a', 'global/z', 'skill:acme.b/a'];
    for (const name of names) putSecret(vault, reference(name), value);
    expect(listSecrets(vault)).toEqual(ok(['global/z', 'skill:acme.b/a', 'skill:acme/a', 'skill:acme/b']));
    const scope = parseVaultScope('skill:acme');
    expect(scope.ok && listSecrets(vault, scope.value)).toEqual(ok(['skill:acme/a', 'skill:acme/b']));
  });

  test('what is deleted is gone, and nothing else is', () => {
    const vault = memoryVault();
    putSecret(vault, one, value);
    putSecret(vault, two, value);
    expect(deleteSecret(vault, one)).toEqual(ok(undefined));
    expect(getSecret(vault, one)).toEqual(notFound(one));
    expect(getSecret(vault, two)).toEqual(ok(value));
    expect(deleteSecret(vault, one)).toEqual(notFound(one));
  });

  test('where there is no vault, nothing is found, the list is empty, and none is made', () => {
    const vault = memoryVault();
    expect(getSecret(vault, one)).toEqual(notFound(one));
    expect(deleteSecret(vault, one)).toEqual(notFound(one));
    expect(listSecrets(vault)).toEqual(ok([]));
    expect(vault.disk.read()).toEqual(ok(undefined));
  });
});

describe('limits (VAULT-DISK)', () => {
  test('a secret of 64 KiB is kept, one byte more is refused without showing it', () => {
    const vault = memoryVault();
    expect(putSecret(vault, one, new Uint8Array(largestSecretBytes))).toEqual(ok(undefined));
    const refused = putSecret(vault, two, new Uint8Array(largestSecretBytes + 1));
    const detail = 'a secret has at most 65536 bytes, this one 65537';
    expect(refused).toEqual({ ok: false, failure: { code: 'vault.unwritable', path: 'memory', detail } });
    expect(listSecrets(vault)).toEqual(ok([one]));
  });
});

describe('a wrong passphrase (VAULT-SEALED)', () => {
  const locked = { ok: false, failure: { code: 'vault.locked', detail: 'the passphrase is wrong' } };

  test('neither reads nor changes', () => {
    const vault = memoryVault();
    putSecret(vault, one, value);
    const stranger: Vault = { ...vault, unlock: { kind: 'passphrase', passphrase: 'guess' } };
    expect(getSecret(stranger, one)).toEqual(locked);
    expect(listSecrets(stranger)).toEqual(locked);
    expect(putSecret(stranger, one, Uint8Array.of(1))).toEqual(locked);
    expect(deleteSecret(stranger, one)).toEqual(locked);
    expect(getSecret(vault, one)).toEqual(ok(value));
  });
});

describe('two commands at once (VAULT-DISK)', () => {
  test('both changes stay', () => {
    const vault = memoryVault();
    let interrupted = false;
    const disk: VaultDisk = {
      ...vault.disk,
      read: () => {
        const bytes = vault.disk.read();
        if (!interrupted) {
          interrupted = true;
          putSecret(vault, two, Uint8Array.of(2));
        }
        return bytes;
      },
    };
    expect(putSecret({ ...vault, disk }, one, value)).toEqual(ok(undefined));
    expect(listSecrets(vault)).toEqual(ok([two, one]));
  });

  test('of two that put something new in one place, one does and the other is told (VAULT-DISK)', () => {
    const vault = memoryVault();
    const disk: VaultDisk = {
      ...vault.disk,
      replace: (before, after) => {
        putNewSecret(vault, one, Uint8Array.of(2));
        return vault.disk.replace(before, after);
      },
    };
    expect(putNewSecret({ ...vault, disk }, one, value)).toEqual(ok('taken'));
    expect(getSecret(vault, one)).toEqual(ok(Uint8Array.of(2)));
  });

  test('what is taken is not written again', () => {
    const vault = memoryVault();
    expect(putNewSecret(vault, one, value)).toEqual(ok('put'));
    const before = vault.disk.read();
    expect(putNewSecret(vault, one, Uint8Array.of(1))).toEqual(ok('taken'));
    expect(vault.disk.read()).toEqual(before);
    expect(putNewSecret(vault, two, new Uint8Array(largestSecretBytes + 1))).toMatchObject({
      failure: { code: 'vault.unwritable' },
    });
  });

  test('as many as there may be, every change stays', () => {
    const vault = memoryVault();
    let others = 0;
    const disk: VaultDisk = {
      ...vault.disk,
      replace: (before, after) => {
        if (others < 20) putSecret(vault, reference(`global/other-${++others}`), value);
        return vault.disk.replace(before, after);
      },
    };
    expect(putSecret({ ...vault, disk }, one, value)).toEqual(ok(undefined));
    expect(listSecrets(vault)).toMatchObject({ ok: true, value: { length: 21 } });
  });

  test('a vault that never stays the same is given up', () => {
    const vault = memoryVault();
    const disk: VaultDisk = { ...vault.disk, replace: () => ok('changed') };
    expect(putSecret({ ...vault, disk }, one, value)).toMatchObject({ failure: { code: 'vault.unwritable' } });
  });
});

const passphrase: VaultUnlock = { kind: 'passphrase', passphrase: 'correct horse' };

function memoryVault(): Vault {
  let held: Uint8Array | undefined;
  const disk: VaultDisk = {
    path: 'memory',
    read: () => ok(held),
    replace: (before, after) => {
      if (before !== held) return ok('changed');
      held = after;
      return ok('replaced');
    },
  };
  let calls = 0;
  return {
    disk,
    unlock: passphrase,
    random: (length) => new Uint8Array(length).fill(++calls),
    scryptLogN: 1,
    derive: deriveKeys,
  };
}

function reference(text: string): VaultReference {
  const parsed = parseVaultReference(text);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

function notFound(name: VaultReference) {
  return { ok: false, failure: { code: 'vault.not-found', reference: name } };
}

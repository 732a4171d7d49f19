import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { VaultUnlock } from './lock.ts';
import { parseVaultReference, type VaultReference } from './reference.ts';
import { newVault, openVault, type RandomBytes, sealVault } from './seal.ts';

const passphrase: VaultUnlock = { kind: 'passphrase', passphrase: 'correct horse' };
const key: VaultUnlock = { kind: 'key', key: new Uint8Array(32).fill(9) };
const secret = Buffer.from('s3cret value');
const cheap = 1;

const open = (bytes: Uint8Array, unlock: VaultUnlock = passphrase) => openVault({ path: 'vault', bytes }, unlock);
const corrupt = (detail: string) => ({ ok: false, failure: { code: 'vault.corrupt', path: 'vault', detail } });

describe.each([passphrase, key])('a vault closed with a $kind (VAULT-SEALED)', (unlock) => {
  const sealed = seal(unlock);

  test('opens to what was put into it', () => {
    expect(open(sealed, unlock)).toMatchObject({ ok: true, value: { entries: new Map([[reference(), secret]]) } });
  });

  test('shows neither a value nor a name', () => {
    const shown = Buffer.from(sealed).toString('latin1');
    for (const text of [secret.toString(), secret.toString('base64'), 'global', 'signing'])
      expect(shown).not.toContain(text);
  });

  test('with any byte changed is damaged, and says so without naming a secret', () => {
    for (let index = 0; index < sealed.length; index++) {
      const opened = open(turned(sealed, index), unlock);
      expect(opened).toMatchObject({ ok: false, failure: { code: 'vault.corrupt', path: 'vault' } });
      expect(JSON.stringify(opened)).not.toMatch(/s3cret|correct|signing/);
    }
  });

  test('with any byte changed and a checksum that fits does not open either', () => {
    for (let index = 0; index < sealed.length - 32; index++) {
      const opened = open(withChecksum(turned(sealed, index).subarray(0, -32)), unlock);
      expect(opened).toMatchObject({
        ok: false,
        failure: { code: expect.stringMatching(/^vault\.(corrupt|locked)$/) },
      });
    }
  });

  test('cut off anywhere is damaged', () => {
    for (let length = 0; length < sealed.length; length++) {
      expect(open(sealed.subarray(0, length), unlock)).toMatchObject({ failure: { code: 'vault.corrupt' } });
    }
  });

  test('cut off anywhere before a checksum that fits is damaged too', () => {
    for (let length = 0; length < sealed.length - 32; length++) {
      const cut = withChecksum(sealed.subarray(0, length));
      expect(open(cut, unlock)).toMatchObject({ failure: { code: 'vault.corrupt' } });
    }
  });
});

describe('what does not open a vault (VAULT-SEALED)', () => {
  const sealed = seal(passphrase);
  test.each<[string, VaultUnlock, Uint8Array, string]>([
    ['another passphrase', { kind: 'passphrase', passphrase: 'Correct horse' }, sealed, 'the passphrase is wrong'],
    ['no passphrase', { kind: 'passphrase', passphrase: '' }, sealed, 'the passphrase is empty'],
    ['a key instead of a passphrase', key, sealed, 'it opens with a passphrase and not with a key file'],
    ['a passphrase instead of a key', passphrase, seal(key), 'it opens with a key file and not with a passphrase'],
    ['another key', { kind: 'key', key: new Uint8Array(32) }, seal(key), 'the key file belongs to another vault'],
    ['a short key', { kind: 'key', key: new Uint8Array(31) }, seal(key), 'a key file must hold exactly 32 bytes'],
  ])('%s', (_, unlock, bytes, detail) => {
    expect(open(bytes, unlock)).toEqual({ ok: false, failure: { code: 'vault.locked', detail } });
  });
});

describe('a hostile file (VAULT-SEALED)', () => {
  const [version, kind, cost] = [12, 13, 14];
  const edited = (index: number, value: number) => {
    const bytes = Buffer.from(seal(passphrase));
    bytes.writeUInt8(value, index);
    return withChecksum(bytes.subarray(0, -32));
  };

  test('must not ask for more memory than a passphrase is worth', { timeout: 1_000 }, () => {
    expect(open(edited(cost, 19))).toEqual(corrupt('cost 19 is out of range'));
    expect(open(edited(cost, 255))).toEqual(corrupt('cost 255 is out of range'));
    expect(open(edited(cost, 0))).toEqual(corrupt('cost 0 is out of range'));
  });

  test('of a later format is not guessed at', () => {
    expect(open(edited(version, 2))).toEqual(corrupt('version 2 of the format is not known'));
    expect(open(edited(kind, 2))).toEqual(corrupt('lock 2 is not known'));
  });

  test('that is no vault at all is told so', () => {
    expect(open(new Uint8Array())).toEqual(corrupt('it is no vault'));
    expect(open(new Uint8Array(4096))).toEqual(corrupt('it is no vault'));
  });
});

test('a passphrase opens the vault however its accents are composed (VAULT-SEALED)', () => {
  const sealed = seal({ kind: 'passphrase', passphrase: 'caf\u00e9' });
  expect(open(sealed, { kind: 'passphrase', passphrase: 'cafe\u0301' })).toMatchObject({ ok: true });
});

test('every seal has a nonce of its own and keeps the salt (VAULT-SEALED)', () => {
  const random = counted();
  const opened = newVault(key, cheap, random);
  if (!opened.ok) throw new Error(opened.failure.code);
  const [one, two] = [sealVault(opened.value, random), sealVault(opened.value, random)];
  expect(one.subarray(0, 79)).toEqual(two.subarray(0, 79));
  expect(one.subarray(79, 91)).not.toEqual(two.subarray(79, 91));
});

function seal(unlock: VaultUnlock): Uint8Array {
  const random = counted();
  const empty = newVault(unlock, cheap, random);
  if (!empty.ok) throw new Error(empty.failure.code);
  return sealVault({ ...empty.value, entries: new Map([[reference(), secret]]) }, random);
}

function reference(): VaultReference {
  const parsed = parseVaultReference('global/signing-key');
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

/** Bytes that differ from call to call and from run to run do not. */
function counted(): RandomBytes {
  let calls = 0;
  return (length) => new Uint8Array(length).fill(++calls);
}

function turned(bytes: Uint8Array, index: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt8(copy.readUInt8(index) ^ 1, index);
  return copy;
}

function withChecksum(content: Uint8Array): Uint8Array {
  return Buffer.concat([content, createHash('sha256').update(content).digest()]);
}

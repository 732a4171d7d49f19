import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ok } from '#spec/result.ts';
import { vaultDisk } from './disk.ts';
import { fileVault, loadVaultKey } from './file-vault.ts';
import { parseVaultReference, type VaultReference } from './reference.ts';
import { getSecret, listSecrets, putSecret, type Vault } from './vault.ts';

const windows = process.platform === 'win32';
const value = Uint8Array.of(1, 2, 3);
const name = reference('global/key');
let root = '';
let folder = '';
let path = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vault-'));
  folder = join(root, 'state', 'vault');
  path = join(folder, 'vault');
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('on disk (VAULT-DISK)', () => {
  test('a secret put by one command is got by the next', () => {
    expect(putSecret(keyVault(), name, value)).toEqual(ok(undefined));
    expect(getSecret(keyVault(), name)).toEqual(ok(value));
    expect(readdirSync(folder).sort()).toEqual(['vault', 'vault.key']);
  });

  test('a passphrase does as well as a key', () => {
    const vault = fileVault(folder, { kind: 'passphrase', passphrase: 'correct horse' });
    expect(putSecret(vault, name, value)).toEqual(ok(undefined));
    expect(getSecret(vault, name)).toEqual(ok(value));
    expect(readdirSync(folder)).toEqual(['vault']);
  });

  test.skipIf(windows)('folder and files belong to their owner alone', () => {
    putSecret(keyVault(), name, value);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  test('a folder in the place of the file is reported and left alone', () => {
    const vault = keyVault();
    mkdirSync(path);
    const failure = { code: 'vault.unreadable', path, detail: 'it is not a file' };
    expect(getSecret(vault, name)).toEqual({ ok: false, failure });
    expect(putSecret(vault, name, value)).toEqual({ ok: false, failure });
    expect(readdirSync(path)).toEqual([]);
  });

  test.skipIf(windows)('a named pipe in the place of the file does not keep the command waiting', () => {
    const vault = keyVault();
    expect(spawnSync('mkfifo', [path]).status).toBe(0);
    expect(getSecret(vault, name)).toMatchObject({ failure: { code: 'vault.unreadable' } });
  });

  test.skipIf(windows)('a link to nothing is not taken for a missing vault', () => {
    const vault = keyVault();
    symlinkSync(join(root, 'unplugged', 'vault'), path);
    expect(putSecret(vault, name, value)).toMatchObject({ failure: { code: 'vault.unreadable', detail: 'ENOENT' } });
  });

  test('a file beyond any vault is not read into memory', () => {
    const vault = keyVault();
    writeFileSync(path, '');
    truncateSync(path, 16 * 1024 * 1024 + 1);
    expect(getSecret(vault, name)).toMatchObject({ failure: { code: 'vault.unreadable' } });
  });

  test('a vault never grows beyond what will be read again', () => {
    const disk = vaultDisk(path);
    const tooMuch = new Uint8Array(16 * 1024 * 1024 + 1);
    expect(disk.replace(undefined, tooMuch)).toMatchObject({ failure: { code: 'vault.unwritable', path } });
    expect(existsSync(path)).toBe(false);
  });

  test('a folder that cannot be made is reported', () => {
    writeFileSync(join(root, 'state'), '');
    const vault = fileVault(folder, { kind: 'key', key: new Uint8Array(32) });
    expect(getSecret(vault, name)).toMatchObject({ failure: { code: 'vault.unreadable', detail: 'ENOTDIR' } });
    expect(vaultDisk(path).replace(undefined, value)).toMatchObject({ failure: { code: 'vault.unwritable', path } });
  });

  test.skipIf(windows || process.getuid?.() === 0)(
    'a folder that cannot be written to keeps the vault as it is',
    () => {
      const vault = keyVault();
      putSecret(vault, name, value);
      chmodSync(folder, 0o500);
      expect(putSecret(vault, name, Uint8Array.of(9))).toMatchObject({ failure: { code: 'vault.unwritable' } });
      expect(getSecret(vault, name)).toEqual(ok(value));
      chmodSync(folder, 0o700);
    },
  );

  test('what another command wrote in between is not overwritten', () => {
    const disk = vaultDisk(path);
    expect(disk.replace(undefined, Uint8Array.of(1))).toEqual(ok('replaced'));
    expect(disk.replace(undefined, Uint8Array.of(2))).toEqual(ok('changed'));
    expect(disk.replace(Uint8Array.of(1), Uint8Array.of(3))).toEqual(ok('replaced'));
    expect(new Uint8Array(readFileSync(path))).toEqual(Uint8Array.of(3));
    expect(readdirSync(folder)).toEqual(['vault']);
  });

  test('a lock that is not given back is reported with the way out', () => {
    const vault = keyVault();
    writeFileSync(`${path}.lock`, '');
    const put = putSecret(vault, name, value);
    expect(put).toMatchObject({
      ok: false,
      failure: { code: 'vault.unwritable', detail: expect.stringContaining('.lock') },
    });
    rmSync(`${path}.lock`);
    expect(putSecret(vault, name, value)).toEqual(ok(undefined));
  });
});

describe('the key file (VAULT-SEALED)', () => {
  test('is made once and then kept', () => {
    const first = loadVaultKey(folder);
    expect(first).toMatchObject({ ok: true, value: { kind: 'key' } });
    expect(loadVaultKey(folder)).toEqual(first);
    expect(readFileSync(join(folder, 'vault.key'))).toHaveLength(32);
  });

  test('is not made beside a vault that it could not open', () => {
    putSecret(fileVault(folder, { kind: 'passphrase', passphrase: 'correct horse' }), name, value);
    expect(loadVaultKey(folder)).toMatchObject({ ok: false, failure: { code: 'vault.locked' } });
    expect(readdirSync(folder)).toEqual(['vault']);
  });

  test('of another length opens nothing', () => {
    putSecret(keyVault(), name, value);
    truncateSync(join(folder, 'vault.key'), 31);
    expect(listSecrets(keyVault())).toMatchObject({ ok: false, failure: { code: 'vault.locked' } });
  });
});

function keyVault(): Vault {
  const unlock = loadVaultKey(folder);
  if (!unlock.ok) throw new Error(unlock.failure.code);
  return fileVault(folder, unlock.value);
}

function reference(text: string): VaultReference {
  const parsed = parseVaultReference(text);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

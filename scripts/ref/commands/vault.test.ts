import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Sandbox, stdin } from '../testing/sandbox.ts';

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
});
afterEach(() => sandbox.remove());

test('what is put comes out byte for byte, and is gone once it is deleted', async () => {
  expect(await sandbox.run('vault put global/b --stdin', stdin('s3cr3t\n'))).toEqual({
    exitCode: 0,
    stdout: 'vault.put reference=global/b bytes=7\n',
    stderr: '',
  });
  sandbox.write('value', 'other');
  await sandbox.run('vault put skill:acme.echo/a --file value');
  expect((await sandbox.run('vault list')).stdout).toBe('global/b\nskill:acme.echo/a\n');
  expect((await sandbox.run('vault get global/b --stdout')).stdout).toBe('s3cr3t\n');
  expect((await sandbox.run('vault delete global/b')).stdout).toBe('vault.delete reference=global/b\n');
  expect(await sandbox.run('vault get global/b --stdout')).toMatchObject({
    exitCode: 8,
    stdout: '',
    stderr: expect.stringContaining('vault.not-found (VAULT-LOOKUP)'),
  });
});

test('nothing but `get` shows a secret, and it asks where to', async () => {
  const secret = 's3cr3t-value';
  const lines = [
    'vault put global/x --stdin',
    'vault list',
    'vault list --json',
    'vault get global/x',
    'vault delete global/x --json',
  ];
  for (const line of lines) {
    const { stdout, stderr } = await sandbox.run(line, stdin(secret));
    expect(stdout + stderr).not.toContain(secret);
  }
});

test('a secret goes to a new file of its owner', async () => {
  await sandbox.run('vault put global/x --stdin', stdin('value'));
  expect(await sandbox.run('vault get global/x --output out --json')).toMatchObject({ exitCode: 0 });
  expect(sandbox.read('out')).toBe('value');
  if (process.platform !== 'win32') expect(statSync(sandbox.path('out')).mode & 0o777).toBe(0o600);
  expect(await sandbox.run('vault get global/x --output out')).toMatchObject({ exitCode: 7 });
});

test.each([
  ['vault put', '', 'cli.missing-argument', 2],
  ['vault put global/x', '', 'cli.missing-option', 2],
  ['vault put global/x --stdin --file f', '', 'cli.conflicting-options', 2],
  ['vault put global/x --stdin --vault-passphrase-stdin', '', 'cli.conflicting-options', 2],
  ['vault put global/x --stdin', '', 'cli.empty-input', 2],
  ['vault put global/x --file missing', '', 'cli.file-not-found', 8],
  ['vault put elsewhere/x --stdin', 'v', 'vault.bad-reference', 2],
  ['vault delete global/x', '', 'vault.not-found', 8],
  ['vault get global/x --stdout --json', '', 'cli.conflicting-options', 2],
])('`palyra-ref %s` with "%s" on standard input is refused as %s', async (line, input, code, exit) => {
  const { exitCode, stdout, stderr } = await sandbox.run(line, stdin(input));
  expect({ exitCode, stdout }).toEqual({ exitCode: exit, stdout: '' });
  expect(stderr).toContain(code);
});

test('the first use makes a key file beside the vault, and the vault holds no secret in the clear', async () => {
  await sandbox.run('--vault-dir safe vault put global/x --stdin', stdin('s3cr3t-value'));
  expect(readdirSync(sandbox.path('safe')).sort()).toEqual(['vault', 'vault.key']);
  expect(readFileSync(sandbox.path('safe/vault'), 'latin1')).not.toMatch(/s3cr3t|global/);
  expect(existsSync(sandbox.path('state'))).toBe(false);
});

test('a passphrase opens what a passphrase closed, from its variable or standard input (VAULT-SEALED)', async () => {
  const env = (passphrase: string) => ({ env: { ...sandbox.shell.env, PALYRA_VAULT_PASSPHRASE: passphrase } });
  await sandbox.run('vault put global/x --stdin', { ...env('correct horse'), ...stdin('value') });
  const get = 'vault get global/x --stdout';
  expect((await sandbox.run(`${get} --vault-passphrase-stdin`, stdin('correct horse\n'))).stdout).toBe('value');
  for (const changes of [env('wrong'), {}, stdin('correct horse')]) {
    expect(await sandbox.run(get, changes)).toMatchObject({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringContaining('vault.locked'),
    });
  }
  expect(await sandbox.run(get, env(' '))).toMatchObject({ exitCode: 2 });
  expect(await sandbox.run(`${get} --vault-passphrase-stdin`, stdin('\n'))).toMatchObject({ exitCode: 2 });
});

test('looking into a vault that was never used makes nothing', async () => {
  const before = readdirSync(sandbox.path('.'), { recursive: true });
  expect(await sandbox.run('vault list')).toMatchObject({ exitCode: 0, stdout: '' });
  expect(await sandbox.run('vault get global/x --stdout')).toMatchObject({ exitCode: 8 });
  expect(await sandbox.run('vault delete global/x')).toMatchObject({ exitCode: 8 });
  expect(readdirSync(sandbox.path('.'), { recursive: true })).toEqual(before);
});

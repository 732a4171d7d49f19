import { statSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildLine, Sandbox, stdin, writeSkill } from '../testing/sandbox.ts';

const seed = '07'.repeat(32);

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = new Sandbox();
  writeSkill(sandbox);
});
afterEach(() => sandbox.remove());

test('a key goes to a file of its owner, and only its public half is shown', async () => {
  const { exitCode, stdout, stderr } = await sandbox.run('skills keygen --output new.key');
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(sandbox.read('new.key')).toBe(`${seed}\n`);
  if (process.platform !== 'win32') expect(statSync(sandbox.path('new.key')).mode & 0o777).toBe(0o600);
  expect(stdout).toMatch(
    /^skills\.keygen key_id=ed25519:[0-9a-f]{16} public_key_hex=[0-9a-f]{64} public_key_base64=\S{44} signing_key=new\.key\n$/,
  );
  expect(stdout).not.toContain(seed);
});

test('the new key signs, and its hex is what verification trusts', async () => {
  const shown = JSON.parse((await sandbox.run('skills keygen --output new.key --json')).stdout);
  await sandbox.run(buildLine.replace('publisher.key', 'new.key'));
  const verify = 'skills package verify --artifact echo.palyra-skill --trusted-publisher';
  expect(await sandbox.run(`${verify} acme=${shown.public_key_hex}`)).toMatchObject({ exitCode: 0 });
});

test('neither a file nor a place in the vault is overwritten', async () => {
  expect(await sandbox.run('skills keygen --output publisher.key')).toMatchObject({
    exitCode: 7,
    stderr: expect.stringContaining('cli.already-exists'),
  });
  expect(sandbox.read('publisher.key')).toBe('05'.repeat(32));
  await sandbox.run('vault put global/key --stdin', stdin('kept'));
  expect(await sandbox.run('skills keygen --vault-ref global/key')).toMatchObject({ exitCode: 7, stdout: '' });
  expect((await sandbox.run('vault get global/key --stdout')).stdout).toBe('kept');
});

test('a key in the vault signs by its reference', async () => {
  const { stdout } = await sandbox.run('skills keygen --vault-ref global/key');
  expect(stdout).toContain(' signing_key=vault:global/key\n');
  const line = buildLine.replace('--signing-key-file publisher.key', '--signing-key-vault-ref global/key');
  expect(await sandbox.run(line)).toMatchObject({ exitCode: 0 });
});

test('with --stdout the key alone is on standard output', async () => {
  const { stdout, stderr } = await sandbox.run('skills keygen --stdout');
  expect(stdout).toBe(`${seed}\n`);
  expect(stderr).toContain('public_key_hex=');
  expect(stderr).not.toContain(seed);
});

test('where the key goes must be said', async () => {
  expect(await sandbox.run('skills keygen')).toMatchObject({ exitCode: 2, stdout: '' });
});

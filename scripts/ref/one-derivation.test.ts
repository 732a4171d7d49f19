import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { buildLine, Sandbox, writeSkill } from './testing/sandbox.ts';

const stretched = vi.hoisted(() => ({ times: 0 }));
vi.mock('node:crypto', async (original) => {
  const crypto = await original<typeof import('node:crypto')>();
  return {
    ...crypto,
    scryptSync: (passphrase: string, salt: Uint8Array, length: number) => {
      stretched.times++;
      return crypto.scryptSync(passphrase, salt, length, { N: 2 });
    },
  };
});

const sandbox = new Sandbox();
afterAll(() => sandbox.remove());
beforeEach(() => {
  stretched.times = 0;
});

const withPassphrase = { env: { ...sandbox.shell.env, PALYRA_VAULT_PASSPHRASE: 'correct horse' } };
const verify = 'skills package verify --artifact echo.palyra-skill';

test('a command stretches its passphrase once, whatever it does with the vault (VAULT-SEALED)', async () => {
  writeSkill(sandbox);
  await sandbox.run(buildLine);
  const key = 'ab'.repeat(32);
  for (const options of ['--allow-tofu', '', `--trusted-publisher zeta=${key}`]) {
    stretched.times = 0;
    expect(await sandbox.run(`${verify} ${options}`, withPassphrase)).toMatchObject({ exitCode: 0 });
    expect(stretched.times).toBe(1);
  }
});

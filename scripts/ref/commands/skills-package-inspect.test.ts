import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildLine, publicKeyHex, Sandbox, writeSkill } from '../testing/sandbox.ts';

const sandbox = new Sandbox();
const inspect = 'skills package inspect --artifact echo.palyra-skill';
beforeAll(async () => {
  writeSkill(sandbox);
  await sandbox.run(buildLine);
});
afterAll(() => sandbox.remove());

test('shows what there is, line by line, and touches no state', async () => {
  const { exitCode, stdout, stderr } = await sandbox.run(inspect);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const markers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(markers).toEqual(['skills.package.inspect', 'signature', 'tool', ...Array(5).fill('entry'), 'warning']);
  expect(stdout).toContain(`public_key_hex=${publicKeyHex}`);
  expect(existsSync(sandbox.path('state'))).toBe(false);
});

test('shows everything as JSON', async () => {
  const shown = JSON.parse((await sandbox.run(`${inspect} --json`)).stdout);
  expect(shown).toMatchObject({
    artifact_path: 'echo.palyra-skill',
    public_key_hex: publicKeyHex,
    requires_review: false,
    manifest: { skill_id: 'acme.echo_skill' },
    manifest_warnings: [{ code: 'missing_operator_metadata' }],
    signature: { algorithm: 'ed25519-sha256', payload_sha256: shown.payload_sha256 },
  });
  expect(shown.entries[0]).toEqual({
    name: 'modules/main.wasm',
    bytes: 8,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test('says nothing of trust', async () => {
  for (const option of ['', '--json'])
    expect((await sandbox.run(`${inspect} ${option}`)).stdout).not.toMatch(/trust|accepted/);
});

import { existsSync, readFileSync, statSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildLine, publicKeyHex, Sandbox, stdin, writeSkill } from '../testing/sandbox.ts';

const verify = 'skills package verify --artifact echo.palyra-skill';
const trusted = `--trusted-publisher acme=${publicKeyHex}`;
const store = 'state/skills/trust-store.json';
const otherKey = 'ab'.repeat(32);

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = new Sandbox();
  writeSkill(sandbox);
  await sandbox.run(buildLine);
});
afterEach(() => sandbox.remove());

async function expectRefused(line: string, code: string, exitCode: number) {
  const refused = await sandbox.run(line);
  expect(refused).toMatchObject({ exitCode, stdout: '', stderr: expect.stringContaining(code) });
  return refused;
}

describe('the decision', () => {
  test('nobody is trusted at first, and nothing is written (TRUST-UNKNOWN)', async () => {
    const { stderr } = await expectRefused(verify, 'trust.untrusted-publisher (TRUST-UNKNOWN)', 1);
    expect(stderr).toContain('--allow-tofu');
    expect(existsSync(sandbox.path('state'))).toBe(false);
  });

  test('with --allow-tofu a key is pinned, and then known (TRUST-TOFU, TRUST-PIN)', async () => {
    const first = await sandbox.run(`${verify} --allow-tofu`);
    expect(first.stdout).toMatch(
      /^skills\.package\.verify artifact=echo\.palyra-skill accepted=true trust=tofu_newly_pinned skill_id=acme\.echo_skill publisher=acme version=3\.1\.4 payload_sha256=[0-9a-f]{64} trust_store=\S+trust-store\.json\n$/,
    );
    expect(JSON.parse(sandbox.read(store))).toEqual({
      trusted_publishers: {},
      tofu_publishers: { acme: publicKeyHex },
    });
    expect((await sandbox.run(verify)).stdout).toContain(' trust=tofu_pinned ');
  });

  test('a key that is given is trusted and kept (TRUST-ALLOWLIST)', async () => {
    expect((await sandbox.run(`${verify} ${trusted}`)).stdout).toContain(' trust=allowlisted ');
    expect(JSON.parse(sandbox.read(store))).toMatchObject({ trusted_publishers: { acme: [publicKeyHex] } });
    expect((await sandbox.run(verify)).stdout).toContain(' trust=allowlisted ');
  });

  test('another key is refused, whatever else is allowed', async () => {
    await expectRefused(`${verify} --allow-tofu --trusted-publisher acme=${otherKey}`, 'trust.key-mismatch', 1);
    sandbox.write('pinned.json', `{"tofu_publishers":{"acme":"${otherKey}"}}`);
    await expectRefused(`${verify} --allow-tofu --trust-store pinned.json`, 'trust.pin-mismatch', 1);
  });

  test('a refusal leaves the store as it was, keys that were given included', async () => {
    sandbox.write('store.json', '{}');
    await expectRefused(`${verify} --trust-store store.json --trusted-publisher zeta=${otherKey}`, 'untrusted', 1);
    expect(sandbox.read('store.json')).toBe('{}');
  });

  test.each([
    [`acme${publicKeyHex}`, 'cli.bad-value'],
    [`=${publicKeyHex}`, 'cli.bad-value'],
    ['acme=', 'cli.bad-value'],
    ['acme=xyz', 'trust.invalid-key'],
    [`Acme=${publicKeyHex}`, 'trust.invalid-publisher'],
  ])('--trusted-publisher %s is refused as %s', async (value, code) => {
    await expectRefused(`${verify} --trusted-publisher ${value}`, code, 2);
  });
});

describe('the report', () => {
  test('--json is the whole report (REPORT-FIELDS)', async () => {
    const { stdout } = await sandbox.run(`${verify} ${trusted} --json`);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual([
      'accepted',
      'trust_decision',
      'payload_sha256',
      'manifest',
      'manifest_warnings',
      'capability_grants',
      'policy_bindings',
      'audit_event',
    ]);
    expect(report.audit_event.verified_at_unix_ms).toBe(1_750_000_000_000);
    expect(stdout.endsWith('}\n')).toBe(true);
  });
});

describe('the artifact', () => {
  test('one changed byte is refused, and leaves no trace', async () => {
    const bytes = readFileSync(sandbox.path('echo.palyra-skill'));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    sandbox.write('echo.palyra-skill', bytes);
    await expectRefused(`${verify} --allow-tofu`, 'artifact.', 2);
    expect(existsSync(sandbox.path('state'))).toBe(false);
  });

  test.each([
    ['missing', 'cli.file-not-found', 8],
    ['.', 'cli.not-a-file', 2],
    ['skill.toml', 'artifact.not-zip', 2],
  ])('%s is refused as %s', async (name, code, exit) => {
    await expectRefused(`skills package verify --artifact ${name}`, code, exit);
  });

  test('a file above 64 MiB is refused by its size (ART-SIZE)', async () => {
    truncateSync(sandbox.path('echo.palyra-skill'), 2 ** 26 + 1);
    await expectRefused(verify, 'artifact.too-large (ART-SIZE)', 2);
  });
});

describe('the store', () => {
  test.each([
    ['not json', 'trust.store-json', 2],
    ['{"trusted":{}}', 'trust.store-shape', 2],
    ['{"trusted_publishers":{"acme":[]}}', 'trust.store-no-keys', 2],
  ])('%s is refused as %s', async (content, code, exit) => {
    sandbox.write('store.json', content);
    await expectRefused(`${verify} --trust-store store.json`, code, exit);
  });

  test('a folder is no store', async () => {
    await expectRefused(`${verify} --trust-store .`, 'trust.store-unreadable', 7);
  });

  test('an empty file is an empty store (TRUST-STORE-EMPTY)', async () => {
    sandbox.write('store.json', '\n');
    expect(await sandbox.run(`${verify} --trust-store store.json --allow-tofu`)).toMatchObject({ exitCode: 0 });
  });

  test('its variable counts where the option is missing', async () => {
    const env = { ...sandbox.shell.env, PALYRA_SKILLS_TRUST_STORE: sandbox.path('mine.json') };
    await sandbox.run(`${verify} --allow-tofu`, { env });
    expect(JSON.parse(sandbox.read('mine.json'))).toMatchObject({ tofu_publishers: { acme: publicKeyHex } });
  });

  test('a store that stays as it is is not written', async () => {
    await sandbox.run(`${verify} --allow-tofu`);
    const then = new Date(2020, 1, 1);
    utimesSync(sandbox.path(store), then, then);
    expect(await sandbox.run(`${verify} --allow-tofu`)).toMatchObject({ exitCode: 0 });
    expect(statSync(sandbox.path(store)).mtime).toEqual(then);
  });
});

test('a vault that does not open leaves trust as it was (TRUST-INTEGRITY-RECORD)', async () => {
  await sandbox.run('vault put global/x --stdin', stdin('s'));
  const wrong = { PALYRA_STATE_ROOT: sandbox.path('state'), PALYRA_VAULT_PASSPHRASE: 'wrong' };
  const refused = await sandbox.run(`${verify} --allow-tofu`, { env: wrong });
  expect(refused).toMatchObject({ exitCode: 3, stdout: '', stderr: expect.stringContaining('vault.locked') });
  expect(existsSync(sandbox.path(store))).toBe(false);
  await expectRefused(verify, 'trust.untrusted-publisher', 1);
});

describe('the integrity record (TRUST-INTEGRITY-RECORD)', () => {
  beforeEach(() => sandbox.run(`${verify} --allow-tofu`));

  test('a store that something else has changed is refused until its record is deleted', async () => {
    writeFileSync(sandbox.path(store), sandbox.read(store).replace('acme', 'zeta'));
    const { stderr } = await expectRefused(`${verify} --allow-tofu`, 'trust.store-tampered', 1);
    const reference = /palyra-ref vault delete (\S+)/.exec(stderr)?.[1];
    expect(reference).toMatch(/^global\/skills\.trust_store\.integrity\.[0-9a-f]{32}$/);
    expect(await sandbox.run(`vault delete ${reference}`)).toMatchObject({ exitCode: 0 });
    expect(await sandbox.run(`${verify} --allow-tofu`)).toMatchObject({ exitCode: 0 });
  });

  test('even a store that is no store any more is told as changed', async () => {
    writeFileSync(sandbox.path(store), 'garbage');
    await expectRefused(verify, 'trust.store-tampered', 1);
  });

  test('a store that is there before its record is believed once and recorded', async () => {
    sandbox.write('mine.json', `{"tofu_publishers":{"acme":"${publicKeyHex}"}}`);
    await sandbox.run(`${verify} --trust-store mine.json`);
    sandbox.write('mine.json', `{"tofu_publishers":{"acme":"${otherKey}"}}`);
    await expectRefused(`${verify} --trust-store mine.json`, 'trust.store-tampered', 1);
  });

  test.skipIf(process.platform === 'win32')('one store under two names has one record', async () => {
    symlinkSync('state/skills/trust-store.json', sandbox.path('link.json'));
    expect(await sandbox.run(`${verify} --trust-store link.json ${trusted}`)).toMatchObject({ exitCode: 0 });
    expect(await sandbox.run(verify)).toMatchObject({ exitCode: 0 });
    const { stdout } = await sandbox.run('vault list');
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  test('a vault that does not open is told as such', async () => {
    const refused = await sandbox.run(`${verify} --vault-passphrase-stdin`, stdin('wrong\n'));
    expect(refused).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('vault.locked') });
  });
});

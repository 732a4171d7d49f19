import { existsSync, readlinkSync, unlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicKeyHex } from '../testing/sandbox.ts';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(() => {
  sandbox = new SkillSandbox();
});
afterEach(() => sandbox.remove());

const store = 'state/skills/trust-store.json';
const index = 'state/skills/installed-index.json';
const strict = '{"max_module_bytes": 1}';
const secrets = `
[[capabilities.secrets]]
scope = "global"
key_names = ["held", "lost", "any_*"]
[capabilities.wildcard_opt_in]
secrets = true
`;

describe('an artifact that is accepted', () => {
  test('leaves index, metadata, copy and log, and is the current version', async () => {
    const path = await sandbox.build();
    const installed = await sandbox.json(
      `skills install --artifact ${path} --allow-untrusted --non-interactive --json`,
    );
    expect(installed).toMatchObject({
      event_kind: 'skill.installed',
      skill_id: 'acme.echo_skill',
      version: '1.0.0',
      publisher: 'acme',
      trust_decision: 'tofu_newly_pinned',
      source: { kind: 'local_artifact', reference: path },
      missing_secrets: [],
      skills_root: sandbox.path('state/skills'),
      trust_store: sandbox.path(store),
    });
    expect(installed).not.toHaveProperty('current');
    expect(sandbox.index()).toMatchObject({ schema_version: 1, entries: [{ version: '1.0.0', current: true }] });
    const version = 'state/skills/acme.echo_skill/1.0.0';
    expect(sandbox.bytes(`${version}/artifact.palyra-skill`)).toEqual(sandbox.bytes(path));
    const metadata = JSON.parse(sandbox.read(`${version}/install-metadata.json`));
    expect(Object.keys(metadata).sort()).toEqual([
      'artifact_sha256',
      'installed_at_unix_ms',
      'missing_secrets',
      'payload_sha256',
      'publisher',
      'schema_version',
      'signature_key_id',
      'source',
      'trust_decision',
    ]);
    expect(sandbox.read(`${version}/skill.toml`)).toContain('version = "1.0.0"');
    expect(readlinkSync(sandbox.path('state/skills/acme.echo_skill/current'))).toBe('1.0.0');
    expect(sandbox.log().map(({ event_kind }) => event_kind)).toEqual(['skill.audit', 'skill.installed']);
    expect(existsSync(sandbox.path('state/data/journal.sqlite3'))).toBe(false);
  });

  test('a key on the command line makes its signer known, and is kept', async () => {
    const path = await sandbox.build();
    const line = `skills install --artifact ${path} --trusted-publisher acme=${publicKeyHex} --json`;
    expect(await sandbox.json(line)).toMatchObject({ trust_decision: 'allowlisted' });
    expect(JSON.parse(sandbox.read(store)).trusted_publishers).toEqual({ acme: [publicKeyHex] });
    expect(await sandbox.run('skills verify acme.echo_skill')).toMatchObject({ exitCode: 0 });
  });

  test('a newer version becomes current, and so does an older one; what was there stays', async () => {
    for (const version of ['1.9.0', '1.10.0']) await sandbox.install(await sandbox.build({ version }));
    expect(sandbox.versions()).toEqual(['1.9.0', '1.10.0 current']);
    expect(sandbox.log().at(-1)).toMatchObject({
      event_kind: 'skill.updated',
      payload: { version: '1.10.0', previous_version: '1.9.0' },
    });
    const older = await sandbox.install(await sandbox.build({ version: '1.0.0' }));
    expect(older.stdout).toMatch(
      /^skill\.updated skill_id=acme\.echo_skill version=1\.0\.0 publisher=acme trust=tofu_pinned /,
    );
    expect(sandbox.versions()).toEqual(['1.0.0 current', '1.9.0', '1.10.0']);
    expect(existsSync(sandbox.path('state/skills/acme.echo_skill/1.10.0/skill.toml'))).toBe(true);
    expect(readlinkSync(sandbox.path('state/skills/acme.echo_skill/current'))).toBe('1.0.0');
  });

  test('what the vault does not hold is recorded as missing, and so is every pattern', async () => {
    sandbox.write('secret', 'x');
    await sandbox.run('vault put global/held --file secret');
    const path = await sandbox.build({ more: secrets });
    sandbox.write('lax.json', '{"allow_wildcard_capabilities": true}');
    const line = `skills install --artifact ${path} --allow-untrusted --policy lax.json --json`;
    const { missing_secrets } = await sandbox.json(line);
    expect(missing_secrets).toEqual([
      { scope: 'global', key: 'lost' },
      { scope: 'global', key: 'any_*' },
    ]);
    expect(sandbox.index().entries[0].missing_secrets).toEqual(missing_secrets);
  });

  test('new skills begin in quarantine where that is asked for, by option or by variable', async () => {
    const path = await sandbox.build();
    await sandbox.install(path, '--allow-untrusted --quarantine-new');
    const other = await sandbox.build({ skillId: 'acme.other' });
    const env = { ...sandbox.shell.env, PALYRA_SKILLS_QUARANTINE_NEW: 'TRUE' };
    await sandbox.run(`skills install --artifact ${other}`, { env });
    const { entries } = await sandbox.json('skills list --quarantined-only --json');
    expect(entries).toMatchObject([
      { skill_id: 'acme.echo_skill', runtime_status: { reason: 'new_skill', operator_principal: 'system:install' } },
      { skill_id: 'acme.other' },
    ]);
    const mistyped = { env: { ...sandbox.shell.env, PALYRA_SKILLS_QUARANTINE_NEW: 'yess' } };
    expect(await sandbox.run(`skills install --artifact ${other}`, mistyped)).toMatchObject({ exitCode: 2 });
  });
});

describe('an artifact that is refused', () => {
  test('by an unknown signer: nothing is installed and nobody is pinned', async () => {
    const path = await sandbox.build();
    expect(await sandbox.install(path, '')).toMatchObject({
      exitCode: 6,
      stdout: '',
      stderr: expect.stringMatching(/^error\[policy_denial\] trust\.untrusted-publisher (?:.|\n)*--allow-untrusted/),
    });
    expect(existsSync(sandbox.path(index))).toBe(false);
    expect(existsSync(sandbox.path(store))).toBe(false);
  });

  test('--allow-untrusted lets no other key and no failed audit through (CMD-NO-BYPASS)', async () => {
    await sandbox.install(await sandbox.build());
    const forged = await sandbox.build({ version: '2.0.0', key: '06' });
    expect(await sandbox.install(forged)).toMatchObject({
      exitCode: 6,
      stderr: expect.stringContaining('trust.pin-mismatch'),
    });
    sandbox.write('strict.json', strict);
    const audited = await sandbox.build({ version: '2.0.0' });
    expect(await sandbox.install(audited, '--allow-untrusted --policy strict.json')).toMatchObject({ exitCode: 6 });
    expect(sandbox.versions()).toEqual(['1.0.0 current']);
  });

  test('by the audit: nothing is laid down, and the log says why (CMD-INSTALL-AUDITED)', async () => {
    sandbox.write('strict.json', strict);
    const path = await sandbox.build();
    expect(await sandbox.install(path, '--allow-untrusted --policy strict.json')).toMatchObject({
      exitCode: 6,
      stdout: '',
      stderr: expect.stringMatching(/^error\[policy_denial\] cli\.audit-refused: /),
    });
    expect(existsSync(sandbox.path(index))).toBe(false);
    expect(existsSync(sandbox.path('state/skills/acme.echo_skill'))).toBe(false);
    expect(sandbox.log()).toMatchObject([
      { event_kind: 'skill.audit', payload: { passed: false, should_quarantine: true } },
      { event_kind: 'skill.quarantined', payload: { reason: 'static_security_audit_failed' } },
    ]);
  });

  test('by the audit: its signer is known from then on (CMD-TRUST-KEPT)', async () => {
    sandbox.write('strict.json', strict);
    await sandbox.install(await sandbox.build(), '--allow-untrusted --policy strict.json');
    expect(JSON.parse(sandbox.read(store)).tofu_publishers).toEqual({ acme: publicKeyHex });
    const other = await sandbox.build({ version: '2.0.0', key: '06' });
    expect(await sandbox.install(other)).toMatchObject({ exitCode: 6 });
  });

  test('by a flipped bit', async () => {
    const path = await sandbox.build();
    const bytes = Buffer.from(sandbox.bytes(path));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    sandbox.write(path, bytes);
    expect(await sandbox.install(path)).toMatchObject({ exitCode: 2, stdout: '' });
    expect(existsSync(sandbox.path('state/skills'))).toBe(false);
  });

  test('because the version is installed already: the first one stays as it is', async () => {
    const path = await sandbox.build();
    await sandbox.install(path);
    const before = sandbox.read(index);
    expect(await sandbox.install(path)).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining('lifecycle.already-installed'),
    });
    expect(sandbox.read(index)).toBe(before);
  });

  test.each([
    '--artifact a --skill-id b',
    '--artifact a --version 1.0.0',
    '--artifact a --registry-dir b',
    '--registry-dir a',
    '--registry-dir a --version 1.0.0',
    '--skill-id a',
    '',
    '--artifact a --force',
    '--artifact a --trusted-publisher acme',
  ])('because `%s` makes no sense', async (options) => {
    expect(await sandbox.run(`skills install ${options}`)).toMatchObject({ exitCode: 2, stdout: '' });
  });

  test('because a registry over the network is not supported', async () => {
    expect(await sandbox.run('skills install --registry-url https://x.test --skill-id a')).toMatchObject({
      exitCode: 5,
      stderr: expect.stringContaining('--registry-dir'),
    });
  });
});

describe('the trust store', () => {
  test('one that was edited is refused, and one that was deleted is empty (TRUST-INTEGRITY-RECORD)', async () => {
    await sandbox.install(await sandbox.build());
    const next = await sandbox.build({ version: '2.0.0' });
    const before = sandbox.read(store);
    sandbox.write(store, before.replace('acme', 'evil'));
    expect(await sandbox.install(next)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('trust.store-tampered'),
    });
    expect(await sandbox.run('skills check')).toMatchObject({ exitCode: 1 });
    unlinkSync(sandbox.path(store));
    expect(await sandbox.json(`skills install --artifact ${next} --allow-untrusted --json`)).toMatchObject({
      trust_decision: 'tofu_newly_pinned',
    });
    expect(sandbox.read(store)).toBe(before);
  });

  test('one elsewhere is used and recorded, and the one of the state root is not touched', async () => {
    const path = await sandbox.build();
    await sandbox.install(path, '--allow-untrusted --trust-store elsewhere/trust.json');
    expect(existsSync(sandbox.path(store))).toBe(false);
    expect(JSON.parse(sandbox.read('elsewhere/trust.json')).tofu_publishers).toEqual({ acme: publicKeyHex });
    sandbox.write('elsewhere/trust.json', '{}');
    expect(await sandbox.run('skills verify acme.echo_skill --trust-store elsewhere/trust.json')).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('trust.store-tampered'),
    });
  });

  test('`skills package verify` and `skills install` keep one record of one store', async () => {
    const path = await sandbox.build();
    expect(await sandbox.run(`skills package verify --artifact ${path} --allow-tofu`)).toMatchObject({ exitCode: 0 });
    expect(await sandbox.install(path, '')).toMatchObject({ exitCode: 0 });
    const other = await sandbox.build({ skillId: 'acme.other' });
    expect(await sandbox.run(`skills package verify --artifact ${other}`)).toMatchObject({ exitCode: 0 });
  });
});

test('whatever stands in the way of the state, nothing of an install is visible (CMD-ONE-CHANGE)', async () => {
  const path = await sandbox.build();
  sandbox.write('file', '');
  expect(
    await sandbox.run(`skills install --artifact ${path} --allow-untrusted --state-root file/x --vault-dir v`),
  ).toMatchObject({ exitCode: 7, stdout: '' });
  await sandbox.install(path);
  const before = [sandbox.read(index), sandbox.read('state/skills/audit.ndjson')];
  sandbox.write(index, '{"schema_version": 2}');
  expect(await sandbox.install(await sandbox.build({ version: '2.0.0' }))).toMatchObject({ exitCode: 5 });
  expect(existsSync(sandbox.path('state/skills/acme.echo_skill/2.0.0'))).toBe(false);
  expect(sandbox.read('state/skills/audit.ndjson')).toBe(before[1]);
});

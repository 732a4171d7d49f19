import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { publicKeyHex } from '../testing/sandbox.ts';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(async () => {
  sandbox = new SkillSandbox();
  for (const version of ['1.9.0', '1.10.0']) {
    await sandbox.build({ version, output: `registry/deep/${version}.palyra-skill` });
  }
});
afterEach(() => sandbox.remove());

const from = '--registry-dir registry --skill-id acme.echo_skill';
const update = `skills update ${from} --allow-untrusted`;

test('a registry gives its highest version, and gets its index (REG-CHOICE, REG-INDEX-FILE)', async () => {
  const installed = await sandbox.json(`skills install ${from} --allow-untrusted --json`);
  expect(installed).toMatchObject({
    version: '1.10.0',
    source: { kind: 'local_registry', reference: 'registry/deep/1.10.0.palyra-skill' },
  });
  expect(JSON.parse(sandbox.read('registry/index.json'))).toMatchObject({
    schema_version: 1,
    entries: [{ version: '1.9.0' }, { version: '1.10.0', artifact_sha256: installed.artifact_sha256 }],
  });
});

test('the version that is named is taken, or nothing (REG-CHOICE)', async () => {
  await sandbox.run(`skills install ${from} --allow-untrusted --version 1.9.0`);
  expect(sandbox.versions()).toEqual(['1.9.0 current']);
  expect(await sandbox.run(`skills install ${from} --version 2.0.0`)).toMatchObject({
    exitCode: 8,
    stderr: expect.stringContaining('registry.not-found'),
  });
  expect(await sandbox.run('skills install --registry-dir registry --skill-id acme.other')).toMatchObject({
    exitCode: 8,
  });
  expect(await sandbox.run('skills install --registry-dir nowhere --skill-id acme.other')).toMatchObject({
    exitCode: 8,
  });
});

test('one broken artifact spoils a registry, and not behind a link (REG-WHOLE, REG-SCAN)', async () => {
  sandbox.write('broken.palyra-skill', 'PK');
  symlinkSync(sandbox.path('broken.palyra-skill'), sandbox.path('registry/linked.palyra-skill'));
  expect(await sandbox.run(update)).toMatchObject({ exitCode: 0 });
  sandbox.write('registry/deep/broken.palyra-skill', 'PK');
  expect(await sandbox.run(`${update} --version 1.9.0`)).toMatchObject({
    exitCode: 2,
    stdout: '',
    stderr: expect.stringContaining('deep/broken.palyra-skill'),
  });
});

test('what is not installed is installed, and what is current is left alone', async () => {
  expect(await sandbox.run(update)).toMatchObject({ stdout: expect.stringMatching(/^skill\.installed /) });
  const log = sandbox.read('state/skills/audit.ndjson');
  const index = sandbox.read('state/skills/installed-index.json');
  expect(await sandbox.json(`${update} --json`)).toEqual({
    event_kind: 'skill.updated',
    updated: false,
    reason: 'already_current',
    skill_id: 'acme.echo_skill',
    version: '1.10.0',
    skills_root: sandbox.path('state/skills'),
  });
  expect(await sandbox.run(update)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^skill\.updated updated=false reason=already_current /),
  });
  expect([sandbox.read('state/skills/audit.ndjson'), sandbox.read('state/skills/installed-index.json')]).toEqual([
    log,
    index,
  ]);
});

test('keys of the command line are kept also where there is nothing to do (CMD-TRUST-KEPT)', async () => {
  await sandbox.run(update);
  await sandbox.run(`${update} --trusted-publisher acme=${publicKeyHex}`);
  expect(JSON.parse(sandbox.read('state/skills/trust-store.json')).trusted_publishers).toEqual({
    acme: [publicKeyHex],
  });
});

test('a lower version can be named, and one that is installed and not current is refused', async () => {
  await sandbox.run(update);
  expect(await sandbox.run(`${update} --version 1.9.0`)).toMatchObject({
    stdout: expect.stringMatching(/^skill\.updated skill_id=\S+ version=1\.9\.0 /),
  });
  expect(sandbox.versions()).toEqual(['1.9.0 current', '1.10.0']);
  expect(await sandbox.run(update)).toMatchObject({ exitCode: 7 });
});

test('without trust nothing is updated, and that is a matter of policy', async () => {
  expect(await sandbox.run(`skills update ${from}`)).toMatchObject({ exitCode: 6 });
  expect(existsSync(sandbox.path('state/skills'))).toBe(false);
});

test.skipIf(process.platform === 'win32')(
  'a registry that cannot be written is used all the same (REG-INDEX-FILE)',
  async () => {
    symlinkSync('/proc', sandbox.path('registry/proc'));
    rmSync(sandbox.path('registry/index.json'), { force: true });
    const { mkdirSync } = await import('node:fs');
    mkdirSync(sandbox.path('registry/index.json'));
    expect(await sandbox.run(update)).toMatchObject({
      exitCode: 0,
      stderr: expect.stringMatching(/^note: index\.json /),
    });
  },
);

test.each([
  ['skills update --registry-dir registry', 2],
  ['skills update --skill-id a', 2],
  ['skills update --skill-id a --registry-dir b --registry-url https://x.test', 2],
  ['skills update --skill-id a --registry-url https://x.test', 5],
  ['skills update --skill-id a --artifact b', 2],
])('`%s` leaves with %i', async (line, exitCode) => {
  expect(await sandbox.run(line)).toMatchObject({ exitCode, stdout: '' });
});

import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { publicKeyHex } from '../testing/sandbox.ts';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(() => {
  sandbox = new SkillSandbox();
});
afterEach(() => sandbox.remove());

const echo = 'acme.echo_skill';
const folder = `state/skills/${echo}/1.0.0`;

async function installEcho() {
  const path = await sandbox.build();
  await sandbox.install(path);
  return path;
}

/** Another artifact of the same publisher, with a signature that is right. */
async function swapArtifact(build: Parameters<SkillSandbox['build']>[0]) {
  cpSync(
    sandbox.path(await sandbox.build({ ...build, output: 'other.palyra-skill' })),
    sandbox.path(`${folder}/artifact.palyra-skill`),
  );
}

const shown = async (filters: string) =>
  (await sandbox.json(`skills list ${filters} --json`)).entries.map(
    ({ skill_id, version }: { skill_id: string; version: string }) => `${skill_id} ${version}`,
  );

describe('skills list', () => {
  test('an empty root has an empty list', async () => {
    expect(await sandbox.json('skills list --json')).toEqual({
      skills_root: sandbox.path('state/skills'),
      count: 0,
      entries: [],
    });
    expect((await sandbox.run('skills list')).stdout).toBe(
      `skills.list root=${sandbox.path('state/skills')} count=0\n`,
    );
  });

  test('an entry is the record, the status and what the artifact says', async () => {
    await installEcho();
    const { entries } = await sandbox.json('--output-format json skills list');
    expect(entries).toMatchObject([
      {
        skill_id: echo,
        current: true,
        trust_decision: 'tofu_newly_pinned',
        install_state: 'installed_current',
        skill_name: 'Echo skill',
        tool_count: 1,
        requirements: { required_protocol_major: 1, min_palyra_version: '0.1.0' },
        runtime_status: { status: 'unknown', source: 'unknown', quarantine_status: 'unknown' },
        eligibility: { status: 'unknown', eligible: false },
      },
    ]);
    expect((await sandbox.run('skills list')).stdout).toContain(
      `skills.entry skill_id=${echo} version=1.0.0 publisher=acme install_state=installed_current runtime_status=unknown`,
    );
  });

  test('once there is a journal, a version without a row is active, and a row counts whatever its case', async () => {
    await installEcho();
    await sandbox.run('skills quarantine acme.other --version 9.9.9');
    expect((await sandbox.json('skills list --json')).entries).toMatchObject([
      { runtime_status: { status: 'active', source: 'default' }, eligibility: { status: 'eligible' } },
    ]);
    await sandbox.run(`skills quarantine ACME.Echo_Skill --reason odd`);
    expect((await sandbox.json('skills list --json')).entries).toMatchObject([
      {
        runtime_status: { status: 'quarantined', source: 'journal', reason: 'odd' },
        eligibility: { status: 'blocked' },
      },
    ]);
  });

  test('a journal that cannot be read is told, and the status then is unknown (CMD-LIST-PARTIAL)', async () => {
    await installEcho();
    await sandbox.run('skills quarantine acme.echo_skill');
    sandbox.write('state/data/journal.sqlite3', 'damaged');
    const told = await sandbox.run('skills list');
    expect(told).toMatchObject({ exitCode: 7, stderr: '' });
    expect(told.stdout).toMatch(
      /\nskills\.problem code=state\.unreadable message=.*\nskills\.entry .*runtime_status=unknown/,
    );
    expect(await sandbox.json('skills list --json')).toMatchObject({
      problem: { code: 'state.unreadable' },
      entries: [{ runtime_status: { status: 'unknown' } }],
    });
    for (const line of ['skills check', 'skills info acme.echo_skill --json']) {
      expect(await sandbox.run(line)).toMatchObject({
        exitCode: 0,
        stderr: expect.stringMatching(/^note: the statuses are not known: /),
      });
    }
  });

  test('filters narrow it down together', async () => {
    for (const version of ['1.0.0', '1.1.0']) await sandbox.install(await sandbox.build({ version }));
    await sandbox.install(await sandbox.build({ skillId: 'acme.other' }));
    await sandbox.run('skills quarantine acme.other');
    expect(await shown('')).toEqual([`${echo} 1.0.0`, `${echo} 1.1.0`, 'acme.other 1.0.0']);
    expect(await shown('--current-only')).toEqual([`${echo} 1.1.0`, 'acme.other 1.0.0']);
    expect(await shown('--quarantined-only')).toEqual(['acme.other 1.0.0']);
    expect(await shown('--eligible-only')).toEqual([`${echo} 1.0.0`, `${echo} 1.1.0`]);
    expect(await shown('--eligible-only --current-only --publisher ACME')).toEqual([`${echo} 1.1.0`]);
    expect(await shown('--publisher zeta')).toEqual([]);
  });

  test('an artifact that is gone is shown with its problem, and the others beside it (CMD-LIST-PARTIAL)', async () => {
    await installEcho();
    await sandbox.install(await sandbox.build({ skillId: 'acme.other' }));
    rmSync(sandbox.path(`${folder}/artifact.palyra-skill`));
    const { exitCode, stdout } = await sandbox.run('skills list --json');
    expect(exitCode).toBe(7);
    expect(JSON.parse(stdout).entries).toMatchObject([
      {
        skill_id: echo,
        skill_name: null,
        tool_count: null,
        requirements: null,
        eligibility: { status: 'blocked', reasons: ['artifact_unreadable'] },
        problem: { code: 'installed.artifact-missing' },
      },
      { skill_id: 'acme.other', skill_name: 'Echo skill' },
    ]);
    expect((await sandbox.run('skills list')).stdout).toContain('code=installed.artifact-missing');
    expect(await sandbox.run('skills list --eligible-only')).toMatchObject({ exitCode: 0 });
  });

  test('a damaged index is refused, each damage by its kind', async () => {
    await installEcho();
    const index = sandbox.index();
    const exitWith = async (changed: unknown) => {
      sandbox.write('state/skills/installed-index.json', JSON.stringify(changed));
      return (await sandbox.run('skills list')).exitCode;
    };
    expect(await exitWith({ ...index, schema_version: 2 })).toBe(5);
    expect(await exitWith({ ...index, extra: 1 })).toBe(7);
    expect(await exitWith({ ...index, entries: [{ ...index.entries[0], extra: 1 }] })).toBe(7);
    expect(await exitWith(index)).toBe(0);
  });

  test('two records that are both current: the higher version is', async () => {
    for (const version of ['1.0.0', '1.1.0']) await sandbox.install(await sandbox.build({ version }));
    const index = sandbox.index();
    for (const entry of index.entries) entry.current = true;
    sandbox.write('state/skills/installed-index.json', JSON.stringify(index));
    expect(await shown('--current-only')).toEqual([`${echo} 1.1.0`]);
  });
});

describe('the artifact of an installed version (CMD-INSTALLED-ARTIFACT)', () => {
  const uses = [`skills info ${echo}`, `skills verify ${echo}`, `run --skill-id ${echo}`];

  test.each(uses)('one that is gone is refused by `%s`', async (line) => {
    await installEcho();
    rmSync(sandbox.path(`${folder}/artifact.palyra-skill`));
    expect(await sandbox.run(line)).toMatchObject({
      exitCode: 8,
      stderr: expect.stringContaining('installed.artifact-missing'),
    });
  });

  test.each(uses)('another one of the same version is refused by `%s`', async (line) => {
    await installEcho();
    await swapArtifact({ more: '[operator]\nsummary = "another"\n' });
    expect(await sandbox.run(line)).toMatchObject({
      exitCode: 7,
      stderr: expect.stringContaining('installed.artifact-changed'),
    });
  });

  test.each(uses)('that of another skill or version is refused by `%s`', async (line) => {
    await installEcho();
    for (const build of [{ skillId: 'acme.other' }, { version: '1.0.1' }]) {
      await swapArtifact(build);
      expect(await sandbox.run(line)).toMatchObject({
        exitCode: 7,
        stderr: expect.stringContaining('installed.other-identity'),
      });
    }
  });

  test('one that is damaged keeps the code of its damage', async () => {
    await installEcho();
    sandbox.write(`${folder}/artifact.palyra-skill`, 'PK');
    expect(await sandbox.run(`skills info ${echo}`)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('artifact.not-zip'),
    });
  });
});

describe('skills info', () => {
  test('shows the manifest, the signature, the entries and where it is kept', async () => {
    await installEcho();
    const info = await sandbox.json(`skills info ${echo} --json`);
    expect(info).toMatchObject({
      inventory: { skill_id: echo, install_state: 'installed_current' },
      manifest: { skill_id: echo, version: '1.0.0' },
      signature: { publisher: 'acme' },
      cached_artifact_path: sandbox.path(`${folder}/artifact.palyra-skill`),
    });
    expect(info.artifact_entries).toEqual([...info.artifact_entries].sort());
    expect(info.artifact_entries).toContain('skill.toml');
    expect((await sandbox.run(`skills info ${echo}`)).stdout).toMatch(
      /^skills\.info skill_id=\S+ version=1\.0\.0 publisher=acme name="Echo skill" .*\nskills\.info\.requirements protocol_major=1 min_palyra_version=0\.1\.0 tool_count=1 /,
    );
  });

  test('of what is not installed there is nothing to show', async () => {
    await installEcho();
    for (const line of ['skills info acme.other', `skills info ${echo} --version 2.0.0`]) {
      expect(await sandbox.run(line)).toMatchObject({ exitCode: 8, stderr: expect.stringContaining('skills list') });
    }
    expect(await sandbox.run('skills info')).toMatchObject({ exitCode: 2 });
  });
});

describe('skills check', () => {
  test('an empty root has no results, which is an error only for people', async () => {
    expect(await sandbox.json('skills check --json')).toMatchObject({ count: 0, results: [] });
    expect(await sandbox.run('skills check')).toMatchObject({ exitCode: 8 });
    expect(await sandbox.run('skills check --version 1.0.0')).toMatchObject({ exitCode: 2 });
    expect(await sandbox.run('skills check acme.other')).toMatchObject({ exitCode: 8 });
  });

  test('a skill is ready, or blocked by its status, its trust or its artifact', async () => {
    await installEcho();
    const check = async (options = '') => (await sandbox.json(`skills check ${echo} ${options} --json`)).results[0];
    expect(await check()).toMatchObject({ check_status: 'unknown', trust_accepted: true, audit_passed: true });
    await sandbox.run(`skills enable ${echo} --override`);
    expect(await check()).toMatchObject({
      check_status: 'ready',
      quarantine_required: false,
      failed_checks: 0,
      reasons: [],
      verification: { trust_decision: 'tofu_pinned' },
      audit: { skill_id: echo },
    });
    await sandbox.run(`skills quarantine ${echo}`);
    expect(await check()).toMatchObject({ check_status: 'blocked', trust_accepted: true, reasons: ['quarantined'] });
    await sandbox.run(`skills enable ${echo} --override`);
    const untrusted = await check('--trust-store none.json');
    expect(untrusted).toMatchObject({ check_status: 'blocked', trust_accepted: false, audit_passed: false });
    expect(untrusted.trust_error).toContain('is not trusted');
    expect(untrusted).not.toHaveProperty('verification');
    expect(await check(`--trust-store none.json --trusted-publisher acme=${publicKeyHex}`)).toMatchObject({
      check_status: 'ready',
    });
    rmSync(sandbox.path(`${folder}/artifact.palyra-skill`));
    expect(await check()).toMatchObject({ check_status: 'blocked', trust_accepted: false });
  });

  test('it leaves with 0 whatever it finds', async () => {
    await installEcho();
    rmSync(sandbox.path(`${folder}/artifact.palyra-skill`));
    expect(await sandbox.run('skills check')).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(' status=blocked '),
    });
  });
});

test('to ask changes nothing (CMD-CHECK-CHANGES-NOTHING)', async () => {
  await installEcho();
  const before = contentOf(sandbox.path('state'));
  const asked = [
    'skills list',
    `skills info ${echo}`,
    `skills check --allow-untrusted --trusted-publisher zeta=${publicKeyHex}`,
    'skills check --allow-untrusted --trust-store none.json',
  ];
  for (const line of asked) expect(await sandbox.run(line)).toMatchObject({ exitCode: 0 });
  expect(contentOf(sandbox.path('state'))).toEqual(before);
  expect(readdirSync(sandbox.folder)).not.toContain('none.json');
});

function contentOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const read = files.map(({ parentPath, name }) => [
    join(parentPath, name),
    readFileSync(join(parentPath, name), 'hex'),
  ]);
  return Object.fromEntries(read);
}

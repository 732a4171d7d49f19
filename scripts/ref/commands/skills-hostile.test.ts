import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;
beforeEach(() => {
  sandbox = new SkillSandbox();
});
afterEach(() => sandbox.remove());

test.each(['con', 'installed-index.json', 'audit.ndjson', '__proto__', 'aux.a'])(
  'a skill that calls itself %s is one like any other, and stays in its folder (STATE-PATHS)',
  async (skillId) => {
    const path = await sandbox.build({ skillId, output: 'odd.palyra-skill' });
    const outside = readdirSync(sandbox.folder).sort();
    expect(await sandbox.install(path)).toMatchObject({ exitCode: 0, stderr: '' });
    expect(readdirSync(sandbox.folder).sort()).toEqual([...outside, 'state'].sort());
    expect((await sandbox.json('skills list --json')).entries).toMatchObject([
      { skill_id: skillId, skill_name: 'Echo skill' },
    ]);
    expect(await sandbox.run(`skills quarantine ${skillId}`)).toMatchObject({ exitCode: 0 });
    expect((await sandbox.json('skills check --json')).results).toMatchObject([{ check_status: 'blocked' }]);
    expect(await sandbox.run(`skills remove ${skillId}`)).toMatchObject({ exitCode: 0 });
    expect(sandbox.versions()).toEqual([]);
    expect(existsSync(sandbox.path('state/skills/installed-index.json'))).toBe(true);
  },
);

test('a version with white space around it names no folder, and is refused before anything is there', async () => {
  const path = await sandbox.build({ version: ' 1.0.0 ', output: 'odd.palyra-skill' });
  expect(await sandbox.install(path)).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('three numbers') });
  expect(existsSync(sandbox.path('state/skills/installed-index.json'))).toBe(false);
});

test('what is shown of a skill cannot steer a terminal', async () => {
  const path = await sandbox.build();
  await sandbox.install(path, '--allow-untrusted');
  const reason = 'a\u001b[31m\u202eb\nc';
  await sandbox.runWords(['skills', 'quarantine', 'acme.echo_skill', '--reason', reason]);
  const shown = await sandbox.run('skills list --json');
  expect(JSON.parse(shown.stdout).entries[0].runtime_status.reason).toBe(reason);
  expect(shown.stdout).not.toMatch(/[\u001b\u202e]/);
  const told = await sandbox.runWords(['skills', 'enable', 'acme.echo_skill', '--override', '--reason', reason]);
  expect(told.stdout).not.toMatch(/[\u001b\u202e]/);
  expect(told.stdout.split('\n')).toHaveLength(2);
});

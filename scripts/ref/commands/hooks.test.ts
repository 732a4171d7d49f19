import { afterAll, beforeAll, expect, test } from 'vitest';
import { bindPlugins } from '../testing/hooks.ts';
import { SkillSandbox } from '../testing/skills.ts';

const sandbox = new SkillSandbox();

beforeAll(() => bindPlugins(sandbox, { alarm: 'run', other: 'run' }));
afterAll(() => sandbox.remove());

const document = () => JSON.parse(sandbox.read('state/hooks/bindings.json'));

test('a hook is bound in its one spelling, and its document is the one that is loaded (HOOK-ID)', async () => {
  const bound = await sandbox.run(
    'hooks bind Ops.Alarm --event SKILL:QUARANTINED --plugin acme.alarm --notes loud --principal admin:ops',
  );
  expect(bound).toEqual({
    exitCode: 0,
    stderr: '',
    stdout: 'hooks.bind hook_id=ops.alarm event=skill:quarantined plugin_id=acme.alarm enabled=true owner=admin:ops\n',
  });
  expect(document()).toMatchObject({
    schema_version: 1,
    entries: [
      { hook_id: 'ops.alarm', operator: { notes: 'loud', owner_principal: 'admin:ops', updated_by: 'admin:ops' } },
    ],
  });
  expect(document().entries[0].operator).not.toHaveProperty('display_name');
});

test('a hook is switched, shown and removed', async () => {
  await sandbox.run('hooks bind ops.beat --event before_run --plugin acme.other --disabled');
  expect((await sandbox.run('hooks list')).stdout).toBe(
    `hooks.list count=2
hooks.entry hook_id=ops.alarm event=skill:quarantined plugin_id=acme.alarm enabled=true ready=true reasons=none
hooks.entry hook_id=ops.beat event=run:before_run plugin_id=acme.other enabled=false ready=false reasons=hook_disabled
`,
  );
  expect(await sandbox.json('hooks list --ready-only --json')).toMatchObject({
    count: 1,
    hooks: [{ hook_id: 'ops.alarm', check: { ready: true } }],
  });
  expect((await sandbox.run('hooks list --event before_run')).stdout).toContain('count=1');
  expect(await sandbox.json('hooks enable OPS.beat --principal admin:two --json')).toMatchObject({
    enabled: true,
    operator: { owner_principal: 'user:local', updated_by: 'admin:two' },
  });
  expect((await sandbox.run('hooks disable ops.alarm')).exitCode).toBe(0);
  expect((await sandbox.run('hooks remove ops.beat')).stdout).toContain('hooks.remove hook_id=ops.beat');
  expect(document().entries.map((each: { hook_id: string; enabled: boolean }) => [each.hook_id, each.enabled])).toEqual(
    [['ops.alarm', false]],
  );
});

test('HOOK-CHECK: a hook is ready by what the two documents say, and by nothing else', async () => {
  await sandbox.run('hooks bind ops.alarm --event gateway:startup --plugin acme.alarm');
  expect(await sandbox.json('hooks check ops.alarm --json')).toMatchObject({
    ready: true,
    reasons: [],
    event_supported: true,
    plugin: { plugin_id: 'acme.alarm', enabled: true, skill_id: 'acme.echo_skill', skill_version: null },
  });
  bindPlugins(sandbox, { other: 'run' });
  expect((await sandbox.run('hooks check ops.alarm')).stdout).toContain('ready=false reasons=plugin_missing');
  sandbox.write(
    'state/hooks/bindings.json',
    sandbox.read('state/hooks/bindings.json').replace('gateway:startup', 'x:y'),
  );
  expect((await sandbox.run('hooks check ops.alarm')).stdout).toContain('reasons=event_unsupported,plugin_missing');
  expect((await sandbox.run('hooks check ops.alarm')).exitCode).toBe(0);
});

test.each([
  ['hooks bind ops.x --event skill:removed --plugin acme.other', 2, 'There is no event "skill:removed"'],
  ['hooks bind ops/x --event skill:enabled --plugin acme.other', 2, 'hook_id "ops/x"'],
  ['hooks bind ops.x --event skill:enabled --plugin acme.none', 8, 'No plugin "acme.none" is bound'],
  ['hooks enable ops.none', 8, 'There is no hook "ops.none"'],
  ['hooks check ops.none', 8, 'There is no hook "ops.none"'],
])('%s leaves with %i', async (line, exitCode, says) => {
  const ran = await sandbox.run(line);
  expect(ran.exitCode).toBe(exitCode);
  expect(ran.stderr).toContain(says);
});

import { existsSync, mkdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SkillSandbox } from '../testing/skills.ts';

let sandbox: SkillSandbox;

const declared = `
[capabilities]
http_egress_allowlist = ["api.example.com"]
[operator]
display_name = "Echo"
[operator.config]
required = ["name"]
[operator.config.properties.name]
type = "string"
[operator.config.properties.token]
type = "string"
redacted = true
`;

beforeEach(async () => {
  sandbox = new SkillSandbox();
  await sandbox.install(await sandbox.build({ more: declared }));
  sandbox.write('config.json', '{"name": "a", "token": "hush"}');
});
afterEach(() => sandbox.remove());

const bind = 'plugins bind Echo --skill-id acme.echo_skill';
const bound = () => JSON.parse(sandbox.read('state/plugins/bindings.json'));

test('a plugin is bound, listed, checked and removed with its files (PLUG-REMOVE-FILES, PLUG-FILE)', async () => {
  const { stdout, stderr } = await sandbox.run(
    `${bind} --cap-http-host API.example.com --config-json-file config.json --allow-http-host api.example.com --json`,
  );
  expect(stderr).toBe('');
  expect(JSON.parse(stdout).check).toMatchObject({
    ready: true,
    reasons: [],
    config: { state: 'valid', effective: { name: 'a', token: '[redacted]' } },
  });
  expect(bound()).toMatchObject({
    schema_version: 2,
    entries: [{ plugin_id: 'echo', capability_profile: { http_hosts: ['api.example.com'] } }],
  });
  expect(JSON.parse(sandbox.read('state/plugins/echo/config.json'))).toMatchObject({ values: { token: 'hush' } });

  expect(await sandbox.json('plugins list --json')).toMatchObject({ count: 1, entries: [{ plugin_id: 'echo' }] });
  expect((await sandbox.run('plugins check echo --allow-http-host api.example.com')).exitCode).toBe(0);
  const checked = await sandbox.run('plugins check echo');
  expect(checked).toMatchObject({ exitCode: 7 });
  expect(checked.stdout).toContain('capabilities-invalid');

  expect((await sandbox.run('plugins remove ECHO')).exitCode).toBe(0);
  expect(bound().entries).toEqual([]);
  expect(existsSync(sandbox.path('state/plugins/echo'))).toBe(false);
  expect((await sandbox.run('plugins check echo')).exitCode).toBe(8);
});

test('what is not granted again is taken back, and values are kept', async () => {
  await sandbox.run(`${bind} --cap-http-host api.example.com --config-json-file config.json`);
  expect((await sandbox.run(bind)).exitCode).toBe(0);
  expect(bound().entries[0].capability_profile.http_hosts).toEqual([]);
  expect(JSON.parse(sandbox.read('state/plugins/echo/config.json')).values.name).toBe('a');
  await sandbox.run(`${bind} --clear-config`);
  expect((await sandbox.json('plugins check echo --json')).check.config.state).toBe('missing');
});

test('a plugin that a hook uses is not removed (PLUG-REMOVE-IN-USE)', async () => {
  await sandbox.run(bind);
  mkdirSync(sandbox.path('state/hooks'), { recursive: true });
  const hook = {
    hook_id: 'h',
    event: 'gateway:startup',
    plugin_id: 'echo',
    enabled: true,
    created_at_unix_ms: 1,
    updated_at_unix_ms: 1,
  };
  sandbox.write(
    'state/hooks/bindings.json',
    JSON.stringify({ schema_version: 1, updated_at_unix_ms: 1, entries: [hook] }),
  );
  const kept = await sandbox.run('plugins remove echo');
  expect(kept.exitCode).toBe(7);
  expect(kept.stderr).toContain('hook');
  expect(bound().entries).toHaveLength(1);
});

test.each([
  ['plugins bind a/b --skill-id acme.echo_skill', 2],
  ['plugins bind echo --skill-id acme.echo_skill --cap-http-host *', 2],
  ['plugins bind echo --skill-id acme.other', 2],
  ['plugins remove nobody', 8],
])('%s leaves with %i and binds nothing', async (line, code) => {
  expect((await sandbox.run(line)).exitCode).toBe(code);
  expect(existsSync(sandbox.path('state/plugins/bindings.json'))).toBe(false);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { answering } from './testing/hooks.ts';
import { RealProgram } from './testing/real-program.ts';
import { Sandbox, skillToml } from './testing/sandbox.ts';

const sandbox = new Sandbox();
const program = new RealProgram(sandbox);
const run = (line: string) => program.run(line);

const state = 'home/.local/state/palyra/skills';
const echo = 'acme.echo_skill';

beforeAll(() => {
  sandbox.write('main.wasm', answering);
  sandbox.write('echo.toml', skillToml);
  sandbox.write('alarm.toml', skillToml.replace(echo, 'acme.alarm'));
});
afterAll(() => sandbox.remove());

async function build(name: string) {
  const built = await run(
    `skills package build --manifest ${name}.toml --module main.wasm --signing-key-file publisher.key --output ${name}.palyra-skill`,
  );
  expect(built).toMatchObject({ exitCode: 0, stderr: '' });
}

async function shown(): Promise<Record<string, { status: string; problem: string | undefined }>> {
  const { stdout } = await run('skills list --current-only --json');
  const entries = JSON.parse(stdout).entries.map(
    (entry: { skill_id: string; runtime_status: { status: string }; problem?: { code: string } }) => [
      entry.skill_id,
      { status: entry.runtime_status.status, problem: entry.problem?.code },
    ],
  );
  return Object.fromEntries(entries);
}

test('a skill is installed, run, watched by a hook, tampered with, quarantined, enabled, and still not run', async () => {
  expect(await run('skills keygen --output publisher.key')).toMatchObject({ exitCode: 0 });
  for (const name of ['echo', 'alarm']) await build(name);

  expect(await run('skills install --artifact echo.palyra-skill')).toMatchObject({
    exitCode: 6,
    stdout: '',
    stderr: expect.stringMatching(/^error\[policy_denial\] trust\.untrusted-publisher \(TRUST-UNKNOWN\): /),
  });
  const installed = await run('skills install --artifact echo.palyra-skill --allow-untrusted --non-interactive --json');
  expect(JSON.parse(installed.stdout)).toMatchObject({
    event_kind: 'skill.installed',
    skill_id: echo,
    trust_decision: 'tofu_newly_pinned',
    skills_root: sandbox.path(state),
  });
  expect(await run('skills install --artifact alarm.palyra-skill')).toMatchObject({ exitCode: 0, stderr: '' });
  expect(await shown()).toEqual({
    [echo]: { status: 'unknown', problem: undefined },
    'acme.alarm': { status: 'unknown', problem: undefined },
  });
  expect(await run(`run --skill-id ${echo} --entrypoint give42`)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/^finished with exit code 42\n/),
  });

  const bind = 'plugins bind acme.alarm --skill-id acme.alarm --entrypoint give44';
  expect(await run(bind)).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(' ready=true ') });
  const hook = 'hooks bind ops.alarm --event skill:quarantined --plugin acme.alarm';
  expect(await run(hook)).toMatchObject({ exitCode: 0, stderr: '' });
  const quiet = await run('host --once --enable-runtime');
  expect(quiet).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('host.reaudited targets=2 quarantined=0'),
  });
  expect(quiet.stdout).not.toContain('hook.dispatched');

  sandbox.write(`${state}/${echo}/3.1.4/artifact.palyra-skill`, 'tampered with');
  expect(await run(`run --skill-id ${echo}`)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('artifact.not-zip'),
  });
  const watched = await run('host --once --enable-runtime');
  expect(watched.exitCode).toBe(6);
  expect(watched.stdout).toMatch(
    /^skill\.quarantined skill_id=acme\.echo_skill version=3\.1\.4 reason="periodic_reaudit_failed: /m,
  );
  expect(watched.stdout).toMatch(
    /^hook\.dispatched event=skill:quarantined hook_id=ops\.alarm plugin_id=acme\.alarm skill_id=acme\.alarm version=3\.1\.4 exit_code=44$/m,
  );
  expect(await shown()).toMatchObject({
    [echo]: { status: 'quarantined', problem: 'artifact.not-zip' },
    'acme.alarm': { status: 'active', problem: undefined },
  });
  expect(await run(`run --skill-id ${echo}`)).toMatchObject({ exitCode: 6, stdout: '' });

  expect(await run(`skills enable ${echo}`)).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('--override'),
  });
  expect(await run(`skills enable ${echo} --override`)).toMatchObject({ exitCode: 0 });
  // What an operator decides does not mend the file.
  expect(await run(`run --skill-id ${echo}`)).toMatchObject({ exitCode: 2 });
  expect(await run(`skills remove ${echo}`)).toMatchObject({ exitCode: 0 });
  expect(await run('skills install --artifact echo.palyra-skill')).toMatchObject({ exitCode: 0 });
  expect(await run(`run --skill-id ${echo} --entrypoint give42`)).toMatchObject({ exitCode: 0 });
  const log = sandbox.read(`${state}/audit.ndjson`).trimEnd().split('\n');
  expect(log.map((line) => JSON.parse(line).event_kind).filter((kind) => kind !== 'skill.audit')).toEqual([
    'skill.installed',
    'skill.installed',
    'skill.enabled',
    'skill.removed',
    'skill.installed',
  ]);
}, 300_000);

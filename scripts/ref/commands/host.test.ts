import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';
import { ok } from '#spec/result.ts';
import type { Shell } from '../../cli/shell.ts';
import { answering, bindPlugins } from '../testing/hooks.ts';
import { SkillSandbox } from '../testing/skills.ts';

const pool = new SandboxPool({ workers: 1 });
vi.mock('../run/isolated.ts', () => ({
  runIsolated: (request: Parameters<SandboxPool['run']>[0]) => pool.run(request),
}));

let sandbox: SkillSandbox;

beforeEach(async () => {
  const made = new SkillSandbox();
  sandbox = made;
  onTestFinished(() => made.remove());
  expect(await made.install(await made.build({ module: answering }))).toMatchObject({ exitCode: 0 });
  bindPlugins(made, { startup: 'give42', enabled: 'give43', quarantined: 'give44', broken: 'trap' });
});

afterAll(() => pool.close());

/** A clock that goes on by a second at each look, and chance that never repeats itself. */
function moving(): Pick<Shell, 'nowUnixMs' | 'randomBytes'> {
  let ticks = 0n;
  return {
    nowUnixMs: () => 1_760_000_000_000n + ++ticks * 1000n,
    randomBytes: (length) => new Uint8Array(length).map((_, at) => Number((++ticks >> BigInt(at)) & 255n)),
  };
}

async function host(line: string, changes: Partial<Shell> = {}) {
  let written = '';
  const writeStdout = async (text: string) => {
    written += text;
    return ok(undefined);
  };
  const ran = await sandbox.run(`host ${line}`, { ...moving(), writeStdout, ...changes });
  return { ...ran, lines: written.split('\n').filter((each) => each !== '') };
}

const bind = (name: string, event: string, plugin = name) =>
  sandbox.run(`hooks bind ops.${name} --event ${event} --plugin acme.${plugin}`);

/** Something else in the place of the artifact that was installed. */
function tamper(): void {
  writeFileSync(sandbox.path('state/skills/acme.echo_skill/1.0.0/artifact.palyra-skill'), 'no archive');
}

const ran = (event: string, hook: string, code: number) =>
  `hook.dispatched event=${event} hook_id=ops.${hook} plugin_id=acme.${hook} skill_id=acme.echo_skill version=1.0.0 exit_code=${code}`;

test('HOOK-STARTUP: a guest runs when a host starts', async () => {
  await bind('startup', 'gateway:startup');
  const { exitCode, lines } = await host('--once --enable-runtime');
  expect(exitCode).toBe(0);
  expect(lines).toEqual([
    'host.started once=true reaudit_interval_ms=21600000',
    'host.event event=gateway:startup',
    ran('gateway:startup', 'startup', 42),
    'host.reaudited targets=1 quarantined=0',
    'host.ended quarantined=0',
  ]);
});

test('HOOK-FIRES: a guest runs for each time that somebody enables or quarantines a skill', async () => {
  await bind('enabled', 'skill:enabled');
  await bind('quarantined', 'skill:quarantined');
  await sandbox.run('skills enable acme.echo_skill --override');
  await sandbox.run('skills quarantine acme.other --version 1.0.0');
  await sandbox.run('skills enable acme.echo_skill --override');
  const { lines } = await host('--once --enable-runtime');
  expect(lines.filter((line) => line.startsWith('hook.'))).toEqual([
    ran('skill:enabled', 'enabled', 43),
    ran('skill:quarantined', 'quarantined', 44),
    ran('skill:enabled', 'enabled', 43),
  ]);
});

test('HOST-ONCE: a re-audit that quarantines is heard by a guest of another skill, and is the exit code', async () => {
  await sandbox.install(await sandbox.build({ skillId: 'acme.victim', version: '2.0.0', module: answering }));
  await bind('quarantined', 'skill:quarantined');
  writeFileSync(sandbox.path('state/skills/acme.victim/2.0.0/artifact.palyra-skill'), 'no archive');
  const { exitCode, lines } = await host('--once --enable-runtime');
  expect(exitCode).toBe(6);
  expect(lines.filter((line) => line.startsWith('skill.') || line.startsWith('hook.'))).toEqual([
    expect.stringMatching(
      /^skill\.quarantined skill_id=acme\.victim version=2\.0\.0 reason="periodic_reaudit_failed: /,
    ),
    ran('skill:quarantined', 'quarantined', 44),
  ]);
  expect(await host('--once --enable-runtime')).toMatchObject({ exitCode: 0 });
  expect((await sandbox.run('skills list')).stdout).toContain('runtime_status=quarantined');
});

test('HOOK-STATUS: the plugin of a quarantined skill does not run, not even for that', async () => {
  await bind('quarantined', 'skill:quarantined');
  await sandbox.run('skills quarantine acme.echo_skill');
  const { exitCode, lines } = await host('--once --enable-runtime --json');
  // It was no re-audit that found it.
  expect(exitCode).toBe(0);
  const hooks = lines.map((line) => JSON.parse(line)).filter(({ line }) => line.startsWith('hook.'));
  expect(hooks).toMatchObject([{ line: 'hook.failed', hook_id: 'ops.quarantined', failure: 'status' }]);
});

test('REAUDIT-SAME-ARTIFACT: what is no longer what was installed does not run', async () => {
  await bind('quarantined', 'skill:quarantined');
  await bind('startup', 'gateway:startup');
  tamper();
  const { exitCode, lines } = await host('--once --enable-runtime --json');
  expect(exitCode).toBe(6);
  const hooks = lines.map((line) => JSON.parse(line)).filter(({ line }) => line.startsWith('hook.'));
  expect(hooks.map(({ line, failure }) => [line, failure])).toEqual([
    ['hook.failed', 'module'],
    ['hook.failed', 'module'],
  ]);
});

test('HOOK-CURSOR: what happened while no host ran is heard, and heard once (HOOK-AT-MOST-ONCE)', async () => {
  await sandbox.run('skills enable acme.echo_skill --override');
  await bind('enabled', 'skill:enabled');
  const dispatched = async () =>
    (await host('--once --enable-runtime')).lines.filter((line) => line.startsWith('hook.')).length;
  // It was enabled before anybody listened.
  expect(await dispatched()).toBe(0);
  await sandbox.run('skills enable acme.echo_skill --override');
  expect(await dispatched()).toBe(1);
  expect(await dispatched()).toBe(0);
});

test('HOOK-CURSOR-LOST: a host that has lost its place says so, and goes on behind the newest event', async () => {
  await bind('enabled', 'skill:enabled');
  const enable = () => sandbox.run('skills enable acme.echo_skill --override');
  const said = async () => {
    const { exitCode, lines } = await host('--once --enable-runtime');
    expect(exitCode).toBe(0);
    return lines.filter((line) => /^(hook|host\.cursor)/.test(line)).map((line) => line.split(' event=')[0]);
  };
  await enable();
  rmSync(sandbox.path('state/hooks/host.json'));
  expect(await said()).toEqual(['host.cursor why="no cursor" passed_over_up_to=1']);
  sandbox.write('state/hooks/host.json', '{"schema_version": 1, "journal_seq": 999}');
  expect(await said()).toEqual(['host.cursor why="cursor beyond the journal" passed_over_up_to=1']);
  await enable();
  expect(await said()).toEqual(['hook.dispatched']);
  sandbox.write('state/hooks/host.json', '{"schema_version": 1, "journal_seq": 999}');
  expect((await bind('startup', 'gateway:startup')).stderr).toMatch(/^note: cursor beyond the journal/);
});

test('HOOK-CURSOR-LOST: a cursor that cannot be read is refused, and nothing is bound, run or made anew', async () => {
  await bind('startup', 'gateway:startup');
  const bindings = sandbox.read('state/hooks/bindings.json');
  for (const text of ['', '{"schema_version": 1, "journal_seq": "1"}', '{"schema_version": 2, "journal_seq": 1}']) {
    sandbox.write('state/hooks/host.json', text);
    const refused = await host('--once --enable-runtime');
    expect(refused).toMatchObject({
      exitCode: 7,
      lines: [],
      stderr: expect.stringContaining('restore it, or delete it'),
    });
    expect(await bind('enabled', 'skill:enabled')).toMatchObject({ exitCode: 7 });
    expect(sandbox.read('state/hooks/host.json')).toBe(text);
    expect(sandbox.read('state/hooks/bindings.json')).toBe(bindings);
  }
});

test('HOST-ONCE: what could not be said is told by the exit code, unless a quarantine is', async () => {
  await bind('startup', 'gateway:startup');
  const full = { code: 'cli.unwritable', path: 'standard output', detail: 'ENOSPC' } as const;
  const writeStdout = async () => ({ ok: false, failure: full }) as const;
  const unsaid = await host('--once --enable-runtime', { writeStdout });
  expect(unsaid).toMatchObject({ exitCode: 7, stderr: expect.stringContaining('ENOSPC') });
  tamper();
  expect(await host('--once', { writeStdout })).toMatchObject({
    exitCode: 6,
    stderr: expect.stringMatching(/^note: /),
  });
});

test('HOOK-NO-RECURSION: what a hook leaves in the journal is no event', async () => {
  await bind('startup', 'gateway:startup');
  await host('--once --enable-runtime');
  const { lines } = await host('--once --enable-runtime');
  expect(lines.filter((line) => line.startsWith('host.event'))).toEqual(['host.event event=gateway:startup']);
});

test('HOOK-ISOLATION: a hook that breaks is told and keeps no other from running', async () => {
  await bind('broken', 'gateway:startup');
  await bind('startup', 'gateway:startup');
  const { exitCode, lines } = await host('--once --enable-runtime');
  expect(exitCode).toBe(0);
  expect(lines.filter((line) => line.startsWith('hook.'))).toEqual([
    expect.stringMatching(
      /^hook\.failed event=gateway:startup hook_id=ops\.broken plugin_id=acme\.broken failure=run /,
    ),
    ran('gateway:startup', 'startup', 42),
  ]);
});

test('HOOK-RUNTIME-OFF: without being told to, a host runs nobody', async () => {
  await bind('startup', 'gateway:startup');
  const failed = /^hook\.failed .*failure=run detail="The policy of this host runs no plugins\."$/;
  expect((await host('--once')).lines).toContainEqual(expect.stringMatching(failed));
  sandbox.write('policy.json', '{"enabled": true, "fuel_budget": 1000}');
  expect((await host('--once --policy policy.json')).lines).toContain(ran('gateway:startup', 'startup', 42));
  sandbox.write('policy.json', '{"enabled": true, "fuel": 1000}');
  const refused = await host('--once --policy policy.json');
  expect(refused).toMatchObject({ exitCode: 2, lines: [] });
  expect(refused.stderr).toContain('unknown field');
});

test('HOST-FAILED-REAUDIT: a trust store that cannot be read quarantines nobody', async () => {
  await bind('startup', 'gateway:startup');
  sandbox.write('state/skills/trust-store.json', '{"trusted_publishers": 1');
  const { exitCode, lines } = await host('--once --enable-runtime');
  expect(exitCode).not.toBe(0);
  expect(exitCode).not.toBe(6);
  expect(lines).toContain(ran('gateway:startup', 'startup', 42));
  expect(lines).toContainEqual(expect.stringMatching(/^host\.problem what=re-audit code=trust\.store-/));
  expect((await sandbox.run('skills list')).stdout).not.toContain('quarantined');
});

test('HOOK-DOCUMENTS: bindings that cannot be read are told, and the re-audit is made all the same', async () => {
  await bind('startup', 'gateway:startup');
  sandbox.write('state/hooks/bindings.json', '{"schema_version": 2}');
  const { exitCode, lines } = await host('--once --enable-runtime');
  expect(exitCode).toBe(5);
  expect(lines).toContainEqual(expect.stringMatching(/^host\.problem what=gateway:startup code=hooks\.schema-version/));
  expect(lines).toContain('host.reaudited targets=1 quarantined=0');
});

test('HOST-BAD-INTERVAL: what is no interval stops the re-audits and nothing else', async () => {
  await bind('startup', 'gateway:startup');
  const env = { ...sandbox.shell.env, PALYRA_SKILL_REAUDIT_INTERVAL_MS: 'often' };
  const { exitCode, lines } = await host('--once --enable-runtime', { env });
  expect(exitCode).toBe(0);
  expect(lines[0]).toMatch(/^host\.problem what=re-audit code=reaudit\.bad-interval /);
  expect(lines).toContain(ran('gateway:startup', 'startup', 42));
});

test('HOOK-JOURNAL: what became of a hook is in the journal of the host', async () => {
  await bind('startup', 'gateway:startup');
  await host('--once --enable-runtime');
  const { readState } = await import('#reference/state/state.ts');
  const events = readState({ folder: sandbox.path('state') }, (now) => now.events(0n, 100));
  if (!events.ok) throw new Error(events.failure.code);
  expect(
    events.value.map(({ payload, principal, channel }) => [JSON.parse(payload).event, principal, channel]),
  ).toEqual([['hook.dispatched', 'system:daemon', 'system:vault']]);
  expect(JSON.parse(events.value[0]?.payload ?? '').details.details).toMatchObject({
    event: 'gateway:startup',
    output: { exit_code: 42 },
    event_payload: { source: 'gateway.startup' },
  });
});

const program = fileURLToPath(new URL('../../palyra-ref.ts', import.meta.url));

/** The program as it is started by a shell. */
function start(args: readonly string[]) {
  const flags = ['--conditions=palyra-source', '--import', 'tsx', program];
  const child = spawn(process.execPath, [...flags, ...args], {
    env: { ...process.env, PALYRA_STATE_ROOT: sandbox.path('state') },
  });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const says = (text: string) => vi.waitFor(() => expect(stdout).toContain(text), { timeout: 30_000, interval: 50 });
  return { child, exit, says, read: () => stdout };
}

test('HOST-ONCE: the program itself runs a guest and leaves', { timeout: 60_000 }, async () => {
  await bind('startup', 'gateway:startup');
  const { exit, read } = start(['host', '--once', '--enable-runtime', '--timeout', '20000']);
  expect(await exit).toBe(0);
  expect(read()).toContain(ran('gateway:startup', 'startup', 42));
  expect(read()).toContain('host.ended quarantined=0');
});

test('HOST-END: a host hears of what others do until it is told to end', { timeout: 60_000 }, async () => {
  await bind('enabled', 'skill:enabled');
  const { child, exit, says } = start(['host', '--enable-runtime', '--timeout', '20000']);
  await says('host.reaudited');
  await sandbox.run('skills enable acme.echo_skill --override');
  await says(ran('skill:enabled', 'enabled', 43));
  child.kill('SIGTERM');
  expect(await exit).toBe(143);
  // It leaves nothing behind that another command would stumble over.
  expect(await sandbox.run('skills list')).toMatchObject({ exitCode: 0 });
});

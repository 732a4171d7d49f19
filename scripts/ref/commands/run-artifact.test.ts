import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { guestModule } from '#fixtures/guests/guests.ts';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';
import { Sandbox, skillToml, stdin } from '../testing/sandbox.ts';

const pool = new SandboxPool({ workers: 1 });
vi.mock('../run/isolated.ts', () => ({
  runIsolated: (request: Parameters<SandboxPool['run']>[0]) => pool.run(request),
}));

const sandbox = new Sandbox();
const capabilities = `
[capabilities]
http_egress_allowlist = ["api.example.com"]

[[capabilities.secrets]]
scope = "global"
key_names = ["db"]

[capabilities.quotas]
fuel_budget = 500
max_memory_bytes = 131072
wall_clock_timeout_ms = 400
`;
const build = (modules: string, output: string) =>
  sandbox.run(
    `skills package build --manifest skill.toml ${modules} --signing-key-stdin --output ${output}`,
    stdin('05'.repeat(32)),
  );

beforeAll(async () => {
  sandbox.write('echo.wasm', guestModule('echo'));
  sandbox.write('spin.wasm', guestModule('spin'));
  sandbox.write('skill.toml', skillToml + capabilities);
  expect(await build('--module echo.wasm', 'one.palyra-skill')).toMatchObject({ exitCode: 0 });
  expect(await build('--module spin.wasm --module echo.wasm', 'two.palyra-skill')).toMatchObject({ exitCode: 0 });
});

afterAll(async () => {
  sandbox.remove();
  await pool.close();
});

test('an artifact is run as a host runs it, within its manifest', async () => {
  const grants = '--http API.example.com --secret global/db';
  const { exitCode, stdout } = await sandbox.run(`run one.palyra-skill --tool acme.echo ${grants}`);
  expect(exitCode).toBe(0);
  expect(stdout).toBe(`finished with exit code 2
  skill       acme.echo_skill 3.1.4
  tool        acme.echo
  module      modules/echo.wasm, 1_858 bytes
  entrypoint  run
  fuel        8 used, 492 left of 500
  memory      64 KiB at its peak, of 128 KiB
  time        400 ms at most
  handles     http 10000 api.example.com
              secret 20000 global/db
  host calls  4
`);
  const { skill } = JSON.parse((await sandbox.run('run one.palyra-skill --json')).stdout);
  expect(skill).toEqual({
    skill_id: 'acme.echo_skill',
    version: '3.1.4',
    module_path: 'modules/echo.wasm',
    tool_id: null,
  });
});

test('an artifact is one by its bytes, wherever they come from', async () => {
  const artifact = readFileSync(sandbox.path('one.palyra-skill'));
  expect(await sandbox.run('run -', stdin(artifact))).toMatchObject({ exitCode: 0 });
  sandbox.write('empty.palyra-skill', 'x');
  expect(await sandbox.run('run empty.palyra-skill')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringContaining('artifact.not-zip'),
  });
});

test('an artifact has one module, or is asked which', async () => {
  expect(await sandbox.run('run two.palyra-skill')).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/runner\.several-modules .*\n {2}hint: Give --module modules\/<name>\.wasm/),
  });
  for (const module of ['modules/echo.wasm', 'echo.wasm']) {
    expect(await sandbox.run(`run two.palyra-skill --module ${module}`)).toMatchObject({ exitCode: 0 });
  }
  expect((await sandbox.run('run two.palyra-skill --module none.wasm')).stderr).toContain('runner.unknown-module');
  expect((await sandbox.run('run one.palyra-skill --tool acme.none')).stderr).toContain('runner.unknown-tool');
});

test('an artifact gives no more than its manifest, whatever is asked for', async () => {
  expect(await sandbox.run('run one.palyra-skill --http evil.example')).toMatchObject({
    exitCode: 6,
    stdout: '',
    stderr: expect.stringMatching(
      /^error\[policy_denial\] runner\.denied \(RUN-SUBSET\): .*"evil\.example"\n {2}hint: /,
    ),
  });
  const { stdout } = await sandbox.run('run two.palyra-skill --module spin.wasm --fuel 1_000 --explain');
  expect(stdout).toContain('`fuel_budget = 500` in [capabilities.quotas]');
  const lower = await sandbox.run('run two.palyra-skill --module spin.wasm --fuel 100 --explain');
  expect(lower.stdout).toContain('0 left of 100\n');
  expect(lower.stdout).not.toContain('Its manifest says so');
});

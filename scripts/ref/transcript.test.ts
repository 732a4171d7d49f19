import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { guestModule } from '#fixtures/guests/guests.ts';
import { RealProgram, read } from './testing/real-program.ts';
import { buildLine, Sandbox, skillToml, wasmHeader, writeSkill } from './testing/sandbox.ts';

const sandbox = new Sandbox();
const program = new RealProgram(sandbox);
const start = (...args: readonly string[]) => program.start(...args);
const run = (line: string, input?: string) => program.run(line, input);

beforeAll(() => {
  sandbox.write('skill.toml', skillToml);
  sandbox.write('main.wasm', wasmHeader);
});
afterAll(() => sandbox.remove());

test('a skill is built, inspected, refused, trusted on first use, known again, tampered with, and refused', async () => {
  const keygen = await run('skills keygen --output publisher.key --json');
  expect(keygen).toMatchObject({ exitCode: 0, stderr: '' });
  const { key_id } = JSON.parse(keygen.stdout);

  const build = await run(
    'skills package build --manifest skill.toml --module main.wasm --signing-key-stdin --output out/echo.palyra-skill',
    sandbox.read('publisher.key'),
  );
  expect(build).toMatchObject({ exitCode: 0, stderr: '', stdout: expect.stringContaining(` key_id=${key_id} `) });

  const inspect = await run('skills package inspect --artifact out/echo.palyra-skill --json');
  expect(inspect).toMatchObject({ exitCode: 0, stderr: '' });
  const { payload_sha256, signature } = JSON.parse(inspect.stdout);
  expect(signature.key_id).toBe(key_id);

  const verify = 'skills package verify --artifact out/echo.palyra-skill';
  expect(await run(verify)).toMatchObject({
    exitCode: 1,
    stdout: '',
    stderr: expect.stringMatching(/^error\[internal_error\] trust\.untrusted-publisher \(TRUST-UNKNOWN\): /),
  });
  expect(await run(`${verify} --allow-tofu`)).toMatchObject({
    exitCode: 0,
    stderr: '',
    stdout: expect.stringContaining(`trust_store=${sandbox.path('home/.local/state/palyra/skills/trust-store.json')}`),
  });
  const known = await run(`${verify} --json`);
  expect(JSON.parse(known.stdout)).toMatchObject({ accepted: true, trust_decision: 'tofu_pinned', payload_sha256 });

  const bytes = readFileSync(sandbox.path('out/echo.palyra-skill'));
  const inside = bytes.indexOf('modules/main.wasm') + 'modules/main.wasm'.length + 2;
  bytes[inside] = (bytes[inside] ?? 0) ^ 1;
  sandbox.write('out/echo.palyra-skill', bytes);
  const tampered = await run(`--output-format json ${verify}`);
  expect(tampered).toMatchObject({ exitCode: 2, stdout: '' });
  expect(JSON.parse(tampered.stderr)).toMatchObject({
    version: 1,
    error: { kind: 'validation_error', code: 'artifact.corrupt-entry', requirement: 'ART-INTACT' },
  });
});

describe('the streams', () => {
  test('a reader who leaves early gets no complaint', async () => {
    const child = start('--help');
    child.stdout?.destroy();
    const [stderr, [exitCode]] = await Promise.all([read(child.stderr), once(child, 'exit')]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  });

  test('a guest that keeps its thread busy does not keep the program, and a reader who leaves gets no complaint', async () => {
    sandbox.write('slow.wasm', guestModule('slow'));
    const child = start('run', 'slow.wasm', '--timeout', '20', '--json');
    child.stdout?.destroy();
    const started = performance.now();
    const [stderr, [exitCode]] = await Promise.all([read(child.stderr), once(child, 'exit')]);
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 1 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a plugin may come through a pipe', async () => {
    const text = '(module (func (export "run") (result i32) i32.const 7))';
    expect(await run('run - --profile', text)).toMatchObject({
      exitCode: 0,
      stderr: '',
      stdout: expect.stringMatching(/^finished with exit code 7\n[^\u001b]*Fuel by function\n/),
    });
  });

  test.skipIf(process.platform === 'win32')(
    'a signal while it waits for input makes it leave with its code',
    async () => {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      const left = await Promise.all(signals.map((signal) => interrupted(signal, 1_500)));
      expect(left.map(({ exitCode }) => exitCode)).toEqual([130, 143, 129]);
      for (const { stderr } of left) {
        expect(stderr).toMatch(/^error\[cancelled\] cli\.interrupted: [^\n]+\n$/);
      }
    },
  );
});

test.skipIf(process.platform === 'win32')(
  'SIGTERM while it holds a lock leaves no lock, and a store that loads',
  async () => {
    writeSkill(sandbox);
    await sandbox.run(buildLine);
    const lock = sandbox.path('locked/vault/trust-store.lock');
    const line = 'skills package verify --allow-tofu --artifact echo.palyra-skill --state-root locked';
    // Making a vault for a passphrase takes half a second, all of it under the lock.
    const child = start(...line.split(' '), '--vault-passphrase-stdin');
    child.stdin?.end('correct horse\n');
    const stdout = read(child.stdout);
    const ended = once(child, 'exit');
    while (!existsSync(lock) && child.exitCode === null) await setTimeout(5);
    child.kill('SIGTERM');
    const [exitCode] = await ended;
    expect(existsSync(lock)).toBe(false);
    // What was already done under the lock is told as done.
    expect({ exitCode, stdout: await stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringContaining('trust=tofu_newly_pinned'),
    });
    const known = await run(`${line.replace(' --allow-tofu', '')} --vault-passphrase-stdin`, 'correct horse\n');
    expect(known).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('trust=tofu_pinned') });
  },
);

/** A busy machine may need longer than the delay to start the program, which then dies of the signal instead. */
async function interrupted(
  signal: NodeJS.Signals,
  delayMs: number,
): Promise<{ readonly exitCode: unknown; readonly stderr: string }> {
  const child = start('vault', 'put', 'global/x', '--stdin');
  void setTimeout(delayMs).then(() => child.kill(signal));
  const [stderr, [exitCode]] = await Promise.all([read(child.stderr), once(child, 'exit')]);
  return exitCode === null && delayMs < 10_000 ? interrupted(signal, 2 * delayMs) : { exitCode, stderr };
}

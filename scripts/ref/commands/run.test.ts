import { mkdirSync, truncateSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';
import { Sandbox, stdin } from '../testing/sandbox.ts';

const pool = new SandboxPool({ workers: 1 });
// A process for each test would take longer than all of them; `isolated.test.ts` has the real ones.
vi.mock('../run/isolated.ts', () => ({
  runIsolated: (request: Parameters<SandboxPool['run']>[0]) => pool.run(request),
}));

const sandbox = new Sandbox();
const guests: readonly GuestName[] = ['answer', 'echo', 'spin', 'traps', 'memory', 'wasi-http', 'env-abort'];

beforeAll(() => {
  for (const name of guests) sandbox.write(`${name}.wasm`, guestModule(name));
  sandbox.write('seven.wat', '(module (func $seven (export "run") (result i32) i32.const 7))');
  sandbox.write('nothing.wasm', '');
  mkdirSync(sandbox.path('folder'));
  sandbox.write('bad.wat', '(module (func (export "run") (result i32) i64.const 7))');
});
afterAll(async () => {
  sandbox.remove();
  await pool.close();
});

/** Each row of the report under its head. */
function rowsOf(stdout: string): ReadonlyMap<string, string> {
  const rows = stdout.split('\n').map((line) => /^ {2}(\w[\w ]*?) {2,}(.*)$/.exec(line) ?? []);
  return new Map(rows.flatMap(([, head, text]) => (head === undefined ? [] : [[head, text ?? '']])));
}

describe('a run', () => {
  test('is told with its exit code, its fuel, its memory and its handles, and leaves with 0', async () => {
    const { exitCode, stdout, stderr } = await sandbox.run('run answer.wasm --http b.example --http A.example.');
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toBe(`finished with exit code 42
  module      answer.wasm, 90 bytes
  entrypoint  run
  fuel        2 used, 9_999_998 left of 10_000_000
  memory      0 bytes at its peak, of 64 MiB
  time        750 ms at most
  handles     http 10000 a.example, 10001 b.example
  host calls  0
`);
  });

  test('may be of a text, of any export, within any limit, and of standard input', async () => {
    expect((await sandbox.run('run seven.wat')).stdout).toContain('finished with exit code 7\n');
    const limits = '--entrypoint until_denied --memory 256KiB --fuel 5_000 --timeout 5000 --tables 1 --instances 1';
    const { stdout } = await sandbox.run(`run memory.wasm ${limits}`);
    expect(stdout).toContain('finished with exit code 4\n');
    expect(rowsOf(stdout).get('memory')).toBe('256 KiB at its peak, of 256 KiB');
    const piped = await sandbox.run('run -', stdin(guestModule('answer')));
    expect(piped).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('standard input, 90 bytes') });
  });

  test('calls what shipping software or the documentation calls', async () => {
    sandbox.write('main.wat', '(module (func (export "palyra_plugin_main") (result i32) i32.const 1))');
    expect(await sandbox.run('run main.wat')).toMatchObject({ exitCode: 1 });
    expect(await sandbox.run('run main.wat --names documented')).toMatchObject({ exitCode: 0 });
  });

  test('is told what is larger than a host takes', async () => {
    const padding = Buffer.concat([Buffer.from([0, 0x80, 0x80, 0x10, 1, 0x78]), Buffer.alloc(262_142)]);
    sandbox.write('large.wasm', Buffer.concat([guestModule('answer'), padding]));
    const { stdout } = await sandbox.run('run large.wasm');
    expect(rowsOf(stdout).get('module')).toMatch(/bytes; a host takes 262_144 unless its policy says otherwise$/);
  });
});

describe('a stop leaves with 1 and says so', () => {
  test.each([
    ['answer.wasm --entrypoint missing', 'stopped (missing-export): there is no export "missing"'],
    ['wasi-http.wasm', 'stopped (linker): nothing provides "handle" of "wasi:http/outgoing-handler@0.2.0"'],
    ['spin.wasm --fuel 1000', 'stopped (limit): its fuel ran out in "run"'],
    ['spin.wasm --fuel 1_000_000_000_000 --timeout 5', 'stopped (timed-out): its time ran out in "run"'],
    ['traps.wasm', 'stopped (execution): it trapped (unreachable) in "run"'],
    ['bad.wat', 'refused runtime.invalid (RT-VALID): The module is not valid WebAssembly'],
  ])('run %s: %s', async (line, headline) => {
    const { exitCode, stdout, stderr } = await sandbox.run(`run ${line}`);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
    expect(stdout.startsWith(headline)).toBe(true);
    expect([...rowsOf(stdout).keys()]).toEqual(expect.arrayContaining(['fuel', 'memory', 'handles', 'host calls']));
    expect(stdout).toMatch(/\n\n--explain says why, and what to try next\.\n$/);
  });

  test('--explain says why, and what to try', async () => {
    const { stdout } = await sandbox.run('run env-abort.wasm --explain');
    expect(stdout.slice(stdout.indexOf('Why'))).toBe(`Why
  Nothing provides "abort" of "env".
  A plugin may import from "palyra:plugins/host-capabilities@0.1.0" alone: http-count,
  http-handle, secret-count, secret-handle, storage-count, storage-handle, channel-count,
  channel-handle.

What to try
  - AssemblyScript imports its abort: build with \`asc --use abort=\`, or give it a function of
    your own.
`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('only a terminal gets colours, and not against its will', async () => {
    const terminal = { stdout: true, stderr: true };
    expect((await sandbox.run('run spin.wasm --fuel 9', { terminal })).stdout).toContain('\u001b[31mstopped\u001b[39m');
    const env = { ...sandbox.shell.env, NO_COLOR: '1' };
    for (const changes of [{}, { terminal, env }]) {
      expect((await sandbox.run('run spin.wasm --fuel 9 --explain', changes)).stdout).not.toContain('\u001b');
    }
    expect((await sandbox.run('run spin.wasm --fuel 9 --no-color', { terminal })).stdout).not.toContain('\u001b');
  });
});

describe('what else there is to see', () => {
  test('--trace: each call with its argument, its result, and whose handle that is', async () => {
    sandbox.write(
      'asks.wat',
      `(module
        (import "palyra:plugins/host-capabilities@0.1.0" "http-count" (func $count (result i32)))
        (import "palyra:plugins/host-capabilities@0.1.0" "http-handle" (func $handle (param i32) (result i32)))
        (func (export "run") (result i32)
          call $count drop i32.const 0 call $handle drop i32.const -7 call $handle))`,
    );
    const { stdout } = await sandbox.run('run asks.wat --http api.example.com --trace');
    expect(stdout.slice(stdout.indexOf('Host calls\n'))).toBe(`Host calls
  1  http-count()     = 1
  2  http-handle(0)   = 10000  api.example.com
  3  http-handle(-7)  = -1     there is no such handle
`);
    expect((await sandbox.run('run answer.wasm --trace')).stdout).toMatch(/\n\nHost calls\n {2}none\n$/);
  });

  test('--trace: the first thousand of more', async () => {
    const { stdout } = await sandbox.run('run spin.wasm --entrypoint spin_with_host_calls --fuel 10_000 --trace');
    expect(stdout).toMatch(/\n {2}1_000 {2}http-count\(\) {2}= 0\n {2}and [\d_]+ more, of which nothing is kept\n/);
  });

  test('--profile: where its fuel went', async () => {
    sandbox.write(
      'work.wat',
      `(module (func $work (loop (br_if 0 (i32.const 0))))
        (func (export "run") (result i32) call $work call $work i32.const 1))`,
    );
    const { stdout } = await sandbox.run('run work.wat --profile');
    expect(stdout.slice(stdout.indexOf('Fuel by function'))).toBe(`Fuel by function
       self      inclusive  calls                            function
  6  60.0 %   6     60.0 %      2  ████████████████████████  work
  4  40.0 %  10    100.0 %      1  ████████████████          run
`);
  });

  test('--json: one document for every ending, and in it what was asked for', async () => {
    sandbox.write(
      'why.wat',
      '(module (func $spin (loop br 0)) (func (export "run") (result i32) call $spin i32.const 1))',
    );
    const { exitCode, stdout } = await sandbox.run(
      'run why.wat --fuel 100 --secret db --json --trace --profile --explain',
    );
    expect(exitCode).toBe(1);
    await expect(stdout).toMatchFileSnapshot('golden/run-json.golden');
    for (const line of ['answer.wasm', 'bad.wat', 'wasi-http.wasm']) {
      const document = JSON.parse((await sandbox.run(`run ${line} --json`)).stdout);
      expect(Object.keys(document)).toEqual(Object.keys(JSON.parse(stdout)).slice(0, -3));
    }
  });

  test('--json: a refusal has its code, its requirement, and the words of the engine', async () => {
    const document = JSON.parse((await sandbox.run('run bad.wat --json --explain --profile')).stdout);
    expect(document).toMatchObject({
      outcome: 'refused',
      exit_code: null,
      stop: null,
      refusal: {
        code: 'runtime.invalid',
        requirement: 'RT-VALID',
        engine_says: expect.stringContaining('i32'),
      },
      fuel_used: 0,
      profile: null,
    });
  });
});

describe('what is refused before anything runs', () => {
  test.each([
    ['', 2, 'cli.missing-option'],
    ['answer.wasm more', 2, 'cli.unexpected-argument'],
    ['answer.wasm --feul 1', 2, 'did you mean --fuel?'],
    ['answer.wasm --fuel 1k', 2, '--fuel is "1k"; it must be a whole number below 2^64'],
    ['answer.wasm --memory 1MB', 2, 'such as 64MiB'],
    ['answer.wasm --tables -1', 2, 'cli.missing-value'],
    ['answer.wasm --instances=1.5', 2, 'cli.bad-value'],
    ['answer.wasm --timeout 0', 2, 'a whole number from 1 to'],
    ['answer.wasm --http http://a', 2, '--http takes a host such as api.example.com'],
    ['answer.wasm --secret A', 2, '--secret takes a name'],
    ['answer.wasm --storage /a', 2, '--storage takes a path'],
    ['answer.wasm --channel A', 2, '--channel takes a name'],
    ['answer.wasm --entrypoint Run', 2, 'out of reach for every host'],
    ['answer.wasm --tool x', 2, '--tool chooses within an artifact, and the input is a bare module.'],
    ['answer.wasm --module x', 2, '--module chooses within an artifact'],
    ['none.wasm', 8, 'cli.file-not-found'],
    ['folder', 2, 'cli.not-a-file'],
    ['nothing.wasm', 2, 'nothing.wasm is empty.'],
    ['-', 2, 'standard input is empty.'],
  ])('run %s leaves with %i: %s', async (line, code, says) => {
    const { exitCode, stdout, stderr } = await sandbox.run(`run ${line}`);
    expect({ exitCode, stdout }).toEqual({ exitCode: code, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('a file of 200 MB is not even read', async () => {
    sandbox.write('huge.wasm', '');
    truncateSync(sandbox.path('huge.wasm'), 200_000_000);
    const before = process.memoryUsage.rss();
    const { exitCode, stderr } = await sandbox.run('run huge.wasm');
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: 'error[validation_error] cli.input-too-large: huge.wasm has more than 67108864 bytes.\n',
    });
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000);
  });

  test('a module larger than any may be is refused by the engine', async () => {
    sandbox.write('big.wasm', Buffer.concat([Buffer.from('\0asm\x01\0\0\0'), Buffer.alloc(17 * 1024 * 1024)]));
    const { exitCode, stdout } = await sandbox.run('run big.wasm');
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^refused runtime\.too-large /);
  });
});

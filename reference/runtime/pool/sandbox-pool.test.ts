import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { noGrants } from '../engine/capabilities.ts';
import { moduleSource, type PoolRequest } from './pending-run.ts';
import { SandboxPool } from './sandbox-pool.ts';
import { ask, endless, gist, limits, seven, slowToPrepare, spin, text, withPool } from './testing/requests.ts';

const shared = new SandboxPool({ workers: 1 });
afterAll(() => shared.close());

const runOf = async (request: PoolRequest) => gist(await shared.run(request));

test('a run answers with its exit code, its fuel and what it asked of its host', async () => {
  const module = text(`(module
    (import "palyra:plugins/host-capabilities@0.1.0" "http-count" (func $count (result i32)))
    (memory 1) (func (export "run") (result i32) call $count))`);
  const grants = { ...noGrants, http: ['b.example', 'a.example'] };
  expect(await shared.run({ ...ask(module), grants, timeoutMilliseconds: 60_000 })).toEqual({
    kind: 'ran',
    report: {
      outcome: { kind: 'finished', exitCode: 2 },
      fuelLeft: 9_999_998n,
      handles: { http: [10_000, 10_001], secret: [], storage: [], channel: [] },
      peakMemoryBytes: 65_536,
      hostCalls: { count: 1, first: [{ name: 'http-count', index: undefined, result: 2 }] },
    },
  });
});

const hostile: readonly (readonly [string, string, string | number])[] = [
  ['a spin', '(func (export "run") (result i32) (loop br 0) i32.const 0)', 'limit: out-of-fuel'],
  ['a spin in the start function', '(func $s (loop br 0)) (start $s)', 'limit: out-of-fuel'],
  ['a trap', '(func (export "run") (result i32) unreachable)', 'execution: trap'],
  ['a trap in the start function', '(func $s unreachable) (start $s)', 'linker: trap'],
  ['a deep recursion', '(func $r (export "run") (result i32) call $r)', 'execution: trap'],
  ['a tail call for ever', '(func $r (export "run") (result i32) return_call $r)', 'limit: out-of-fuel'],
  [
    'growing until denied',
    '(memory 0) (func (export "run") (result i32) (loop (br_if 0 (i32.ne (memory.grow (i32.const 1)) (i32.const -1)))) memory.size)',
    1024,
  ],
  [
    'growing for ever',
    '(memory 0) (func (export "run") (result i32) (loop (drop (memory.grow (i32.const 1))) br 0) i32.const 0)',
    'limit: out-of-fuel',
  ],
  [
    'a memory that is too large',
    '(memory 65536) (func (export "run") (result i32) i32.const 0)',
    'limit: initial-memory',
  ],
  ['a table that is too large', '(table 10000000 funcref)', 'linker: initial-table'],
  ['an import that nobody has', '(import "wasi_snapshot_preview1" "fd_write" (func))', 'linker: unknown-import'],
  ['nothing to run', '', 'missing-export: missing-export'],
  ['a module that is not valid', '(func (result i32))', 'runtime.invalid'],
  ['no text of a module', '(func', 'runtime.malformed-text'],
];

test.each(hostile)('%s ends in its class', async (_, fields, end) => {
  expect(await runOf(ask(text(`(module ${fields})`)))).toBe(end);
});

const growEach = ['0', '1'].map((table) => `(drop (table.grow ${table} (ref.null func) (i32.const 5000001)))`).join('');

test('tables are kept to what the engine can hold, whatever the limit', async () => {
  const generous = { ...limits, tableElements: 2n ** 32n };
  const begin = text('(module (table 5000000 funcref) (table 5000001 funcref))');
  const grow = text(`(module (table 0 funcref) (table 0 funcref)
    (func (export "run") (result i32) ${growEach} (i32.add (table.size 0) (table.size 1))))`);
  expect(await runOf({ ...ask(begin), limits: generous })).toBe('linker: engine');
  expect(await runOf({ ...ask(grow), limits: generous })).toBe(0);
});

test('a run that has no time left stops at its first check', async () => {
  expect(await runOf({ ...ask(seven), timeoutMilliseconds: 0 })).toBe('timed-out: deadline');
});

test('a run ends at its deadline, and its worker lives on', async () => {
  const outcome = await shared.run({ ...ask(spin, endless), timeoutMilliseconds: 20 });
  // From outside it would be lost.
  expect(outcome).toMatchObject({ kind: 'ran', report: { outcome: { class: 'timed-out' } } });
  expect(await runOf(ask(seven))).toBe(7);
});

test('a run whose signal is raised is aborted, and those posted with it are run', async () => {
  const controller = new AbortController();
  const spinning = runOf({ ...ask(spin, endless), signal: controller.signal });
  const others = Array.from({ length: 20 }, () => runOf(ask(seven)));
  setTimeout(() => controller.abort(), 100);
  expect(await spinning).toBe('aborted');
  expect(await Promise.all(others)).toEqual(others.map(() => 7));
});

test('a run that waits can be aborted, and one whose signal was raised before never starts', async () => {
  const [first, second] = [new AbortController(), new AbortController()];
  const spinning = runOf({ ...ask(spin, endless), signal: first.signal });
  const waiting = runOf({ ...ask(seven), signal: second.signal });
  second.abort();
  expect(await waiting).toBe('aborted');
  expect(await runOf({ ...ask(seven), signal: second.signal })).toBe('aborted');
  first.abort();
  expect(await spinning).toBe('aborted');
});

test('what waits behind a slow run is taken by another worker', async () => {
  await withPool({ workers: 2 }, async (pool) => {
    await Promise.all([pool.run(ask(seven)), pool.run(ask(seven))]);
    const spinning = pool.run(ask(spin, endless));
    const others = await Promise.all(Array.from({ length: 20 }, () => pool.run(ask(seven))));
    expect(others.map(gist)).toEqual(others.map(() => 7));
    await pool.close();
    expect(gist(await spinning)).toBe('aborted');
  });
});

test('preparation that takes too long is given up, and the next run finds a worker', async () => {
  await withPool({ workers: 1, preparationMilliseconds: 1500 }, async (pool) => {
    const outcomes = await Promise.all([pool.run(ask(slowToPrepare())), pool.run(ask(seven))]);
    expect(outcomes.map(gist)).toEqual(['runtime.engine-refused', 7]);
  });
});

test('an answer that lies unread is no sign of a stuck worker', async () => {
  await withPool({ workers: 1, graceMilliseconds: 50 }, async (pool) => {
    await pool.run(ask(seven));
    const outcome = pool.run({ ...ask(spin, endless), timeoutMilliseconds: 200 });
    await new Promise((resolve) => setTimeout(resolve, 100));
    // What comes next in the loop are timers, and only then messages.
    await new Promise((resolve) => setImmediate(resolve));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
    expect(await outcome).toMatchObject({ kind: 'ran' });
  });
});

test('what was aborted while it was prepared makes room for the next', async () => {
  await withPool({ workers: 1, graceMilliseconds: 50 }, async (pool) => {
    await pool.run(ask(seven));
    const request = { ...ask(slowToPrepare()), signal: AbortSignal.timeout(200) };
    const outcomes = await Promise.all([pool.run(request), pool.run(ask(seven))]);
    expect(outcomes.map(gist)).toEqual(['aborted', 7]);
  });
});

test('what is run is what was given, whatever becomes of those bytes', async () => {
  const bytes = new TextEncoder().encode('(module (func (export "run") (result i32) i32.const 7))');
  const request = ask(moduleSource(bytes));
  bytes[bytes.indexOf(0x37)] = 0x38;
  expect(await runOf(request)).toBe(7);
  expect(await runOf(ask(moduleSource(bytes)))).toBe(8);
});

test('a module that a worker had to drop is sent again', async () => {
  const padded = (byte: number) => moduleSource(dataSection(12_000_000, byte));
  const modules = Array.from({ length: 7 }, (_, byte) => padded(byte));
  for (const module of [...modules, ...modules]) {
    expect(await runOf(ask(module))).toBe('missing-export: missing-export');
  }
});

test('an idle pool does not keep its process alive', () => {
  const file = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const script = `import { SandboxPool } from ${file('./sandbox-pool.ts')};
    import { moduleSource } from ${file('./pending-run.ts')};
    const module = moduleSource(new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]));
    const limits = { fuelBudget: 1n, memoryBytes: 0n, tableElements: 0n, instances: 1n };
    const grants = { http: [], secret: [], storage: [], channel: [] };
    const { kind } = await new SandboxPool().run({ module, entrypoint: 'run', limits, grants });
    process.stdout.write(kind);`;
  const flags = ['--conditions=palyra-source', '--import', 'tsx', '--input-type=module'];
  expect(execFileSync(process.execPath, [...flags, '--eval', script], { encoding: 'utf8' })).toBe('ran');
});

/** A module with so much data, which stays with it however it is prepared. */
function dataSection(length: number, byte: number): Uint8Array {
  const leb = (value: number) => [0, 7, 14, 21].map((shift) => ((value >> shift) & 0x7f) | (shift < 21 ? 0x80 : 0));
  const front = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0x0b, ...leb(length + 6), 1, 1, ...leb(length)];
  const bytes = new Uint8Array(front.length + length).fill(byte);
  bytes.set(front);
  return bytes;
}

test('a closed pool aborts what runs, what waits and what is asked for later', async () => {
  const pool = new SandboxPool({ workers: 1 });
  const runs = [pool.run(ask(spin, endless)), ...Array.from({ length: 20 }, () => pool.run(ask(seven)))];
  await pool.close();
  runs.push(pool.run(ask(seven)));
  expect((await Promise.all(runs)).map(gist)).toEqual(runs.map(() => 'aborted'));
});

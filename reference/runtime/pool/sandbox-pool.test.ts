import { execFileSync } from 'node:child_process';
import { afterAll, expect, test } from 'vitest';
import { noGrants } from '../engine/capabilities.ts';
import { moduleSource, type PoolOutcome, type PoolRequest } from './pending-run.ts';
import { type PoolOptions, SandboxPool } from './sandbox-pool.ts';

const limits = { fuelBudget: 10_000_000n, memoryBytes: 67_108_864n, tableElements: 100_000n, instances: 10n };
const endless = 2n ** 60n;

const text = (source: string) => moduleSource(new TextEncoder().encode(source));
const running = (body: string) => text(`(module (func (export "run") (result i32) ${body}))`);
const seven = running('i32.const 7');
const spin = running('(loop br 0) i32.const 0');

function ask(module: PoolRequest['module'], fuelBudget = limits.fuelBudget): PoolRequest {
  return { module, entrypoint: 'run', limits: { ...limits, fuelBudget }, grants: noGrants };
}

/** What matters of an outcome: the exit code, or why there is none. */
function gist(outcome: PoolOutcome): unknown {
  if (outcome.kind === 'aborted') return 'aborted';
  if (outcome.kind === 'refused') return outcome.failure.code;
  const { outcome: end } = outcome.kind === 'ran' ? outcome.report : outcome;
  return end.kind === 'finished' ? end.exitCode : `${end.class}: ${end.cause.kind}`;
}

async function withPool<T>(options: PoolOptions, use: (pool: SandboxPool) => Promise<T>): Promise<T> {
  const pool = new SandboxPool(options);
  try {
    return await use(pool);
  } finally {
    await pool.close();
  }
}

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
  const labels = Array.from({ length: 20_000 }, (_, index) => `block $l${index} `).join('');
  const slow = running(`${labels}${'br $l0 '.repeat(60_000)}${'end '.repeat(20_000)}i32.const 0`);
  await withPool({ workers: 1, preparationMilliseconds: 1500 }, async (pool) => {
    const outcomes = await Promise.all([pool.run(ask(slow)), pool.run(ask(seven))]);
    expect(outcomes.map(gist)).toEqual(['runtime.engine-refused', 7]);
  });
});

/** Nothing asks for the time in a straight line, and each of these takes its time. */
function straightLine(): PoolRequest {
  const fill = '(memory.fill (i32.const 0) (i32.const 1) (i32.const 0x4000000))'.repeat(300);
  return ask(text(`(module (memory 1024) (func (export "run") (result i32) ${fill} i32.const 0))`));
}

test('a guest that does not reach a check is ended from outside, and counts as timed out', async () => {
  const request = { ...straightLine(), timeoutMilliseconds: 200 };
  await withPool({ workers: 1, graceMilliseconds: 50 }, async (pool) => {
    const outcomes = await Promise.all([pool.run(request), pool.run(ask(seven))]);
    expect(outcomes.map(gist)).toEqual(['timed-out: deadline', 7]);
    expect(outcomes[0]?.kind).toBe('lost');
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

test('an aborted guest that does not reach a check makes room for the next', async () => {
  await withPool({ workers: 1, graceMilliseconds: 50 }, async (pool) => {
    await pool.run(ask(seven));
    const request = { ...straightLine(), signal: AbortSignal.timeout(200) };
    const outcomes = await Promise.all([pool.run(request), pool.run(ask(seven))]);
    expect(outcomes.map(gist)).toEqual(['aborted', 7]);
  });
});

test('a module that a worker had to drop is sent again', async () => {
  const padded = (byte: number) => moduleSource(customSection(12_000_000, byte));
  const modules = Array.from({ length: 7 }, (_, byte) => padded(byte));
  for (const module of [...modules, ...modules]) {
    expect(await runOf(ask(module))).toBe('missing-export: missing-export');
  }
});

test('a run that ends its worker is lost, and those posted with it are run', async () => {
  // No guest is known to do so; a request that breaks the promise of its type does.
  const broken: PoolRequest['limits'] = JSON.parse('{}');
  const runs = [shared.run({ ...ask(seven), limits: broken }), shared.run(ask(seven)), shared.run(ask(seven))];
  expect((await Promise.all(runs)).map(gist)).toEqual(['execution: engine', 7, 7]);
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

function customSection(length: number, byte: number): Uint8Array {
  const size = [0, 7, 14, 21].map((shift) => ((length >> shift) & 0x7f) | (shift < 21 ? 0x80 : 0));
  const bytes = new Uint8Array(13 + length).fill(byte);
  bytes.set([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x00, ...size, 0x00]);
  return bytes;
}

test('a closed pool aborts what runs, what waits and what is asked for later', async () => {
  const pool = new SandboxPool({ workers: 1 });
  const runs = [pool.run(ask(spin, endless)), ...Array.from({ length: 20 }, () => pool.run(ask(seven)))];
  await pool.close();
  runs.push(pool.run(ask(seven)));
  expect((await Promise.all(runs)).map(gist)).toEqual(runs.map(() => 'aborted'));
});

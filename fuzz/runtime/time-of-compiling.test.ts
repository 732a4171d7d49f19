import { afterAll, expect, test } from 'vitest';
import * as op from '#fixtures/wasm/operators.ts';
import { noGrants } from '#reference/runtime/engine/capabilities.ts';
import { Engine } from '#reference/runtime/engine/engine.ts';
import { moduleSource } from '#reference/runtime/pool/pending-run.ts';
import { SandboxPool } from '#reference/runtime/pool/sandbox-pool.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import { guest } from './guest.ts';

const pool = new SandboxPool({ workers: 1, graceMilliseconds: 0 });
afterAll(() => pool.close());

const hour = 3_600_000;

test('however long compiling took, a run has all of its time (TIME-COMPILE)', () => {
  let time = 0;
  const engine = new Engine();
  const prepared = engine.prepare(guest(op.i32Const(7)));
  if (!prepared.ok) throw new Error(prepared.failure.code);
  time += hour;
  const timeout = { milliseconds: 1, now: () => time };
  const { outcome } = engine.run({
    module: prepared.value,
    entrypoint: 'run',
    limits: runtimeDefaults,
    grants: noGrants,
    timeout,
  });
  expect(outcome).toEqual({ kind: 'finished', exitCode: 7 });
});

/** A text that takes a while to read; no two of them are the same module. */
function longText(exitCode: number) {
  const much = '(func (param i32) (result i32) local.get 0)'.repeat(20_000);
  return moduleSource(
    new TextEncoder().encode(`(module ${much} (func (export "run") (result i32) i32.const ${exitCode}))`),
  );
}

async function runLong(exitCode: number, timeoutMilliseconds: number): Promise<number> {
  const before = performance.now();
  const request = { module: longText(exitCode), entrypoint: 'run', limits: runtimeDefaults, grants: noGrants };
  expect(await pool.run({ ...request, timeoutMilliseconds })).toMatchObject({
    kind: 'ran',
    report: { outcome: { kind: 'finished', exitCode } },
  });
  return performance.now() - before;
}

test('a module that takes longer to read than it may run is run (TIME-COMPILE)', async () => {
  await runLong(1, hour);
  const usual = await runLong(2, hour);
  expect(await runLong(3, usual / 4)).toBeGreaterThan(usual / 4);
});

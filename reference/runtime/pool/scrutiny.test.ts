import { afterAll, expect, test } from 'vitest';
import { runtimeDefaults } from '#spec/constants.ts';
import { noGrants } from '../engine/capabilities.ts';
import type { Scrutiny } from '../engine/insight.ts';
import { moduleSource } from './pending-run.ts';
import { SandboxPool } from './sandbox-pool.ts';

const pool = new SandboxPool({ workers: 1 });
afterAll(() => pool.close());

const encode = (text: string) => moduleSource(new TextEncoder().encode(text));
const module = encode('(module (func (export "run") (result i32) i32.const 7))');
const invalid = encode('(module (func (export "run") (result i32) i64.const 7))');

function run(source: typeof module, scrutiny?: Scrutiny) {
  const request = { module: source, entrypoint: 'run', limits: runtimeDefaults, grants: noGrants };
  return pool.run({ ...request, ...(scrutiny && { scrutiny }) });
}

test('one worker runs the same module with each scrutiny, in any order', async () => {
  const orders = [undefined, 'profiled', 'explained', undefined, 'profiled'] as const;
  const ended = await Promise.all(orders.map((scrutiny) => run(module, scrutiny)));
  const insights = ended.map((each) => (each.kind === 'ran' ? each.report.insight : each));
  expect(insights.map((insight) => insight && 'profile' in insight && insight.profile?.length)).toEqual([
    undefined,
    1,
    undefined,
    undefined,
    1,
  ]);
  expect(insights[2]).toMatchObject({ exports: [{ name: 'run' }], stack: [], overdrawn: 0n, unseen: 0n });
  expect(insights[3]).toBeUndefined();
});

test('what the engine says of an invalid module is told to whoever looks closely', async () => {
  expect(await run(invalid)).toEqual({ kind: 'refused', failure: { code: 'runtime.invalid' } });
  expect(await run(invalid, 'explained')).toEqual({
    kind: 'refused',
    failure: { code: 'runtime.invalid' },
    engineSays: expect.stringContaining('i64'),
  });
});

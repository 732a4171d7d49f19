import { describe, expect, test } from 'vitest';
import { runtimeDefaults } from '#spec/constants.ts';
import { toBinary } from '../text/to-binary.ts';
import { noGrants } from './capabilities.ts';
import { Engine, type RunRequest } from './engine.ts';
import type { Scrutiny } from './insight.ts';

const engine = new Engine();

async function run(
  text: string,
  scrutiny: Scrutiny | undefined,
  fuelBudget = 1_000_000n,
  timeout?: RunRequest['timeout'],
) {
  const binary = await toBinary(new TextEncoder().encode(text));
  if (!binary.ok) throw new Error(JSON.stringify(binary.failure));
  const prepared = engine.prepare(binary.value, scrutiny);
  if (!prepared.ok) throw new Error(JSON.stringify(prepared.failure));
  const limits = { ...runtimeDefaults, fuelBudget };
  const request = { module: prepared.value, entrypoint: 'run', limits, grants: noGrants };
  return engine.run({ ...request, ...(timeout && { timeout }) });
}

/** Moves a millisecond each time it is read, and is over after so many. */
function clock(milliseconds: number) {
  let now = 0;
  return { milliseconds, now: () => now++ };
}

/** Name, calls, self and inclusive of each function. */
async function profileOf(text: string, fuelBudget?: bigint) {
  const { insight } = await run(text, 'profiled', fuelBudget);
  return insight?.profile?.map(({ name, calls, self, inclusive }) => [name, calls, self, inclusive]);
}

async function stackOf(text: string, fuelBudget?: bigint) {
  return (await run(text, 'explained', fuelBudget)).insight?.stack;
}

describe('a profile', () => {
  test('has the calls of each function, its own fuel, and that of what it calls besides', async () => {
    const text = `(module
      (func $leaf (param i32) (result i32) local.get 0 i32.const 1 i32.add)
      (func $middle (result i32) i32.const 1 call $leaf call $leaf)
      (func (export "run") (result i32) call $middle i32.const 5 call $leaf i32.add))`;
    expect(await profileOf(text)).toEqual([
      ['leaf', 3n, 12n, 12n],
      ['run', 1n, 5n, 21n],
      ['middle', 1n, 4n, 12n],
    ]);
  });

  test('counts a function that calls itself once in what it took with all that it called', async () => {
    const text = `(module
      (func $down (param i32) (result i32)
        local.get 0 i32.eqz
        if (result i32) i32.const 0
        else local.get 0 i32.const 1 i32.sub call $down end)
      (func (export "run") (result i32) i32.const 3 call $down))`;
    expect(await profileOf(text)).toEqual([
      ['down', 4n, 4n * 4n + 3n * 4n + 1n, 29n],
      ['run', 1n, 3n, 32n],
    ]);
  });

  test.each([
    ['the end', 'nop', 3n],
    ['return', 'return', 3n],
    ['a branch out of it', 'block br 1 end', 6n],
    ['a conditional branch out of it', 'i32.const 1 br_if 0 i32.const 2 drop', 9n],
    ['a table of branches out of it', 'block i32.const 1 br_table 0 1 end', 9n],
    ['an if at its end', 'i32.const 1 if nop else i32.const 2 drop end', 9n],
    ['the other arm of it', 'i32.const 0 if nop else i32.const 2 drop end', 12n],
  ])('knows that a function is left by %s', async (_, body, leafFuel) => {
    const text = `(module (func $leaf ${body})
      (func (export "run") (result i32) call $leaf call $leaf call $leaf i32.const 0))`;
    const profile = await profileOf(text);
    expect(profile?.find(([name]) => name === 'run')).toEqual(['run', 1n, 5n, 5n + leafFuel]);
    expect(profile?.find(([name]) => name === 'leaf')).toEqual(['leaf', 3n, leafFuel, leafFuel]);
  });

  test('puts what ran out down to the function whose check found out, and leaves all of them open', async () => {
    const text = `(module
      (func $spin (loop br 0))
      (func (export "run") (result i32) call $spin i32.const 0))`;
    expect(await profileOf(text, 100n)).toEqual([
      ['spin', 1n, 98n, 98n],
      ['run', 1n, 2n, 100n],
    ]);
  });

  test('has what was consumed beyond the budget too, and the report says how much that is', async () => {
    const text = `(module (func $late) (func (export "run") (result i32)
      i32.const 1 drop i32.const 1 drop i32.const 1 drop call $late i32.const 1))`;
    const { fuelLeft, insight } = await run(text, 'profiled', 2n);
    expect({ fuelLeft, overdrawn: insight?.overdrawn }).toEqual({ fuelLeft: 0n, overdrawn: 4n });
    expect(insight?.profile?.map(({ name, self }) => [name, self])).toEqual([
      ['run', 5n],
      ['late', 1n],
    ]);
  });

  test('has what was used when the time ran out, though no host sees it', async () => {
    const text = '(module (func $spin (loop br 0)) (func (export "run") (result i32) call $spin i32.const 0))';
    const { fuelLeft, insight } = await run(text, 'profiled', 10n ** 9n, clock(3));
    const { unseen = 0n, stack, profile } = insight ?? {};
    expect({ fuelLeft, stack }).toEqual({ fuelLeft: 10n ** 9n - 2n, stack: ['spin', 'run'] });
    expect(unseen).toBeGreaterThan(10n);
    expect(profile?.map(({ name, self, inclusive }) => [name, self, inclusive])).toEqual([
      ['spin', unseen, unseen],
      ['run', 2n, unseen + 2n],
    ]);
  });

  test('knows nothing of what a trap keeps from its host', async () => {
    const text = `(module (func $boom i32.const 1 i32.const 0 i32.div_u drop)
      (func (export "run") (result i32) call $boom i32.const 1))`;
    expect(await profileOf(text)).toEqual([
      ['run', 1n, 2n, 2n],
      ['boom', 1n, 0n, 0n],
    ]);
  });

  test('has the start function, and leaves out whoever was not called', async () => {
    const text = `(module (func $init) (start $init) (func $idle) (func (export "run") (result i32) i32.const 0))`;
    expect((await profileOf(text))?.map(([name]) => name)).toEqual(['run', 'init']);
  });

  test('is empty where nothing came to run, and not there where none was wanted', async () => {
    const text = '(module (import "env" "abort" (func)) (func (export "run") (result i32) i32.const 0))';
    expect(await profileOf(text)).toEqual([]);
    expect((await run(text, 'explained')).insight).toMatchObject({ profile: undefined });
    expect(await run(text, undefined)).not.toHaveProperty('insight');
  });

  test('is refused where the functions are more than an engine has globals for', async () => {
    const functions = Array.from({ length: 100_001 }, () => '(func)').join('');
    const binary = await toBinary(new TextEncoder().encode(`(module ${functions})`));
    if (!binary.ok) throw new Error(binary.failure.code);
    expect(engine.prepare(binary.value, 'profiled')).toMatchObject({
      failure: { code: 'runtime.engine-refused' },
    });
  });
});

describe('where a stop found the guest', () => {
  test('a trap: the functions that were on their way, the innermost first', async () => {
    const text = `(module (func $boom unreachable) (func $between call $boom)
      (func (export "run") (result i32) call $between i32.const 1))`;
    expect(await stackOf(text)).toEqual(['boom', 'between', 'run']);
  });

  test('the end of the fuel, without what the rewriter added', async () => {
    expect(await stackOf('(module (func (export "run") (result i32) (loop br 0) unreachable))', 50n)).toEqual(['run']);
  });

  test('a stack that is exhausted: as much of it as the engine shows', async () => {
    const stack = await stackOf('(module (func $deep (export "run") (result i32) call $deep))');
    expect(stack?.length).toBeGreaterThan(1);
    expect(new Set(stack)).toEqual(new Set(['deep']));
  });

  test('nowhere, where nothing was thrown', async () => {
    expect(await stackOf('(module (func (export "run") (result i32) i32.const 1))')).toEqual([]);
    expect(await stackOf('(module)')).toEqual([]);
  });

  test('no export that looks like a place in the code is taken for one', async () => {
    const name = 'x (wasm://wasm/0:wasm-function[0]:0x1)';
    const text = `(module (func $idle) (func (export "run") (export "${name}") (result i32) unreachable))`;
    expect(await stackOf(text)).toEqual(['run']);
  });
});

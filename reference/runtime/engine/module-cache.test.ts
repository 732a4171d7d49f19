import { expect, test } from 'vitest';
import type { RuntimeResult } from '../result.ts';
import { moduleHeader } from '../rewrite/sections.ts';
import { Engine } from './engine.ts';
import { ModuleCache } from './module-cache.ts';
import type { PreparedModule } from './prepare.ts';

const empty = () => new Uint8Array(moduleHeader);

function prepared(weight: number): RuntimeResult<PreparedModule> {
  const result = new Engine().prepare(empty());
  if (!result.ok) throw new Error(result.failure.code);
  return { ok: true, value: { ...result.value, weight } };
}

test('the module that was not asked for the longest makes room', () => {
  const cache = new ModuleCache(10);
  const module = prepared(5);
  cache.set('a', module);
  cache.set('b', module);
  cache.set('b', module);
  cache.get('a');
  cache.set('c', module);
  expect(['a', 'b', 'c'].map((digest) => cache.get(digest) !== undefined)).toEqual([true, false, true]);
});

test('a module that is larger than the cache is not kept', () => {
  const cache = new ModuleCache(10);
  cache.set('a', prepared(11));
  expect(cache.get('a')).toBeUndefined();
});

test('the same bytes are prepared once', () => {
  const engine = new Engine();
  const [first, second] = [engine.prepare(empty()), engine.prepare(empty())];
  expect(first.ok && second.ok && first.value === second.value).toBe(true);
});

test('a refusal is remembered, unless it is for want of room', () => {
  const cache = new ModuleCache();
  const malformed: RuntimeResult<never> = { ok: false, failure: { code: 'runtime.invalid' } };
  cache.set('a', malformed);
  cache.set('b', { ok: false, failure: { code: 'runtime.engine-refused', detail: 'out of memory' } });
  expect([cache.get('a'), cache.get('b')]).toEqual([malformed, undefined]);
});

test('a module weighs more than its bytes where it has many imports', () => {
  const imports = Array.from({ length: 1000 }, () => [0, 0, 0, 0]).flat();
  const section = [2, 0xa2, 0x1f, 0xe8, 0x07, ...imports];
  const module = new Engine().prepare(new Uint8Array([...moduleHeader, 1, 4, 1, 0x60, 0, 0, ...section]));
  expect(module.ok && module.value.weight).toBeGreaterThan(1000 * 500);
});

import { expect, test } from 'vitest';
import { Engine } from './engine.ts';
import { ModuleCache } from './module-cache.ts';

const header = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const empty = () => new Uint8Array(header);

function prepared() {
  const result = new Engine().prepare(empty());
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

test('the module that was not asked for the longest makes room', () => {
  const cache = new ModuleCache(10);
  const module = prepared();
  cache.set('a', module, 5);
  cache.set('b', module, 5);
  cache.get('a');
  cache.set('c', module, 5);
  expect(['a', 'b', 'c'].map((digest) => cache.get(digest) !== undefined)).toEqual([true, false, true]);
});

test('a module that is larger than the cache is not kept', () => {
  const cache = new ModuleCache(10);
  cache.set('a', prepared(), 11);
  expect(cache.get('a')).toBeUndefined();
});

test('the same bytes are prepared once', () => {
  const engine = new Engine();
  const [first, second] = [engine.prepare(empty()), engine.prepare(empty())];
  expect(first.ok && second.ok && first.value === second.value).toBe(true);
});

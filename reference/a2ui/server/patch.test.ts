import { describe, expect, test } from 'vitest';
import type { Json } from '#spec/json/value.ts';
import { applyPatch } from './apply.ts';
import { patchFromJson } from './patch.ts';

function patchOf(count: number, operation: { readonly [name: string]: Json }): Json {
  const ops = Array.from({ length: count }, () => new Map(Object.entries(operation)));
  return new Map<string, Json>([
    ['v', 1n],
    ['ops', ops],
  ]);
}

describe('a patch of very many operations (A2-BULK)', () => {
  const adding = { op: 'add', path: '/0', value: 'x' };

  test('is refused beyond the bound, before any operation is looked at (A2-BULK)', () => {
    const failure = { code: 'a2ui.patch-too-large', actual: 10_001, limit: 10_000 };
    expect(patchFromJson(patchOf(10_001, adding))).toEqual({ ok: false, failure });
    expect(patchFromJson(patchOf(10_001, {}))).toEqual({ ok: false, failure });
  });

  test('ends quickly at the bound, at the front of a long array (A2-BULK)', () => {
    const patch = patchFromJson(patchOf(10_000, adding));
    if (!patch.ok) throw new Error('the patch is refused');
    const state: Json = Array.from({ length: 200_000 }, () => 0n);
    const start = performance.now();
    const after = applyPatch(state, patch.value);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(after.ok && Array.isArray(after.value) && after.value.length).toBe(210_000);
    expect(state).toHaveLength(200_000);
  });
});

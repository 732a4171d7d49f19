import { expect, test } from 'vitest';
import { hookLimits } from '#spec/hooks.ts';
import type { Json } from '#spec/json/value.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { HookBinding } from './binding.ts';
import { changeHooks } from './change-bindings.ts';
import { encodeHookBindings } from './encode-bindings.ts';
import { parseHookBindings } from './parse-bindings.ts';

const hook: HookBinding = {
  hookId: 'a',
  event: 'gateway:startup',
  pluginId: 'p',
  enabled: true,
  operator: { displayName: undefined, notes: 'n', ownerPrincipal: undefined, updatedBy: 'u' },
  createdAtUnixMs: 1n,
  updatedAtUnixMs: 2n,
};

test('what is saved is loaded as it was, and a note that is not there is left out', () => {
  const bindings = { updatedAtUnixMs: 3n, entries: [hook] };
  const bytes = encodeHookBindings(bindings);
  expect(parseHookBindings(bytes)).toEqual({ ok: true, value: bindings });
  expect(Buffer.from(bytes).toString()).not.toContain('null');
});

test('HOOK-BULK: as many bindings as the limit are read, and one more is not', () => {
  const many = (count: number) => ({
    updatedAtUnixMs: 0n,
    entries: Array.from({ length: count }, (_, at) => ({ ...hook, hookId: `h${at}` })),
  });
  expect(parseHookBindings(encodeHookBindings(many(hookLimits.bindings))).ok).toBe(true);
  const more = parseHookBindings(encodeHookBindings(many(hookLimits.bindings + 1)));
  expect(more).toMatchObject({ failure: { code: 'hooks.too-large' } });
  const large = parseHookBindings(new Uint8Array(hookLimits.documentBytes + 1).fill(0x20));
  expect(large).toMatchObject({ failure: { code: 'hooks.too-large' } });
});

test('HOOK-BULK: no change makes a document that is not read again', () => {
  const entries = Array.from({ length: hookLimits.bindings }, (_, at) => ({ ...hook, hookId: `h${at}` }));
  const by = { plugins: new Set(['p']), principal: 'user:x', nowUnixMs: 0n };
  const operator = { displayName: undefined, notes: undefined, ownerPrincipal: undefined };
  const bind = {
    ...{ kind: 'bind' as const, hookId: 'new', event: 'skill:enabled', pluginId: 'p' },
    enabled: true,
    operator,
  };
  const full = { updatedAtUnixMs: 0n, entries };
  expect(changeHooks(full, bind, by)).toMatchObject({ failure: { code: 'hooks.too-large' } });
  expect(changeHooks(full, { ...bind, hookId: 'h7' }, by).ok).toBe(true);
  const long = { ...operator, notes: 'n'.repeat(hookLimits.documentBytes) };
  const empty = { updatedAtUnixMs: 0n, entries: [] };
  expect(changeHooks(empty, { ...bind, operator: long }, by)).toMatchObject({ failure: { code: 'hooks.too-large' } });
});

test('a failure names the place', () => {
  const document = new Map<string, Json>([
    ['updated_at_unix_ms', 0n],
    ['entries', [new Map([['hook_id', 1n]])]],
  ]);
  expect(parseHookBindings(Buffer.from(encodeJson(document)))).toMatchObject({
    failure: { code: 'hooks.shape', path: 'entries[0].hook_id' },
  });
});

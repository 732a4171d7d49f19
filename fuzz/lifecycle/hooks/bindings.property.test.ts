import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HookBinding } from '#reference/lifecycle/hooks/binding.ts';
import { changeHooks } from '#reference/lifecycle/hooks/change-bindings.ts';
import { encodeHookBindings } from '#reference/lifecycle/hooks/encode-bindings.ts';
import { parseHookBindings } from '#reference/lifecycle/hooks/parse-bindings.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const maybe = fc.option(text, { nil: undefined });
const time = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const id = fc.stringMatching(/^[a-z0-9._-]{1,128}$/);

const hook: fc.Arbitrary<HookBinding> = fc.record({
  hookId: text,
  event: text,
  pluginId: text,
  enabled: fc.boolean(),
  operator: fc.record({ displayName: maybe, notes: maybe, ownerPrincipal: maybe, updatedBy: maybe }),
  createdAtUnixMs: time,
  updatedAtUnixMs: time,
});
const bindings = fc.record({
  updatedAtUnixMs: time,
  entries: fc.uniqueArray(hook, { selector: ({ hookId }) => hookId, maxLength: 12 }),
});

test('HOOK-SORTED: what is saved in any order is loaded in one, with nothing lost', () => {
  const property = fc.property(bindings, (saved) => {
    const loaded = parseHookBindings(encodeHookBindings(saved));
    if (!loaded.ok) throw new Error(loaded.failure.code);
    const ids = loaded.value.entries.map(({ hookId }) => hookId);
    expect(ids.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))).toEqual(ids);
    expect(new Set(loaded.value.entries)).toEqual(new Set(saved.entries));
    expect(parseHookBindings(encodeHookBindings(loaded.value))).toEqual(loaded);
  });
  fc.assert(property);
});

test('HOOK-UNIQUE: a hook that is there twice is refused wherever it stands', () => {
  const twice = bindings
    .filter(({ entries }) => entries.length > 0)
    .chain(({ entries, ...rest }) => {
      const [first] = entries;
      const all = first === undefined ? entries : [...entries, { ...first, event: 'x' }];
      return fc.shuffledSubarray([...all], { minLength: all.length }).map((mixed) => ({ ...rest, entries: mixed }));
    });
  const property = fc.property(twice, (saved) => {
    expect(parseHookBindings(encodeHookBindings(saved))).toMatchObject({ failure: { code: 'hooks.duplicate-hook' } });
  });
  fc.assert(property);
});

test('HOOK-JSON: any bytes are a document or a refusal, and never an exception', () => {
  const json = fc.json({ maxDepth: 5 }).map((each) => Buffer.from(each));
  const property = fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), json), (bytes) => {
    const loaded = parseHookBindings(bytes);
    if (!loaded.ok) expect(loaded.failure.code).toMatch(/^hooks\./);
  });
  fc.assert(property, { numRuns: 500 });
});

test('HOOK-SHAPE: one member of a document changed to another kind of value is refused, or means what it says', () => {
  const edited = fc.tuple(bindings, fc.nat(), fc.constantFrom('null', '[]', '{}', '"x"', '1.5', '1e999'));
  const property = fc.property(edited, ([saved, at, value]) => {
    const source = Buffer.from(encodeHookBindings(saved)).toString();
    const places = [...source.matchAll(/(?<=": )[^\n]*?(?=,?\n)/g)];
    const place = places[at % Math.max(1, places.length)];
    if (place === undefined) return;
    const changed = source.slice(0, place.index) + value + source.slice(place.index + place[0].length);
    const loaded = parseHookBindings(Buffer.from(changed));
    if (!loaded.ok) expect(loaded.failure.code).toMatch(/^hooks\./);
  });
  fc.assert(property);
});

test('HOOK-UPSERT: binding twice is binding once, and removing takes it back', () => {
  const operator = { displayName: undefined, notes: undefined, ownerPrincipal: undefined };
  const property = fc.property(bindings, id, (before, hookId) => {
    fc.pre(!before.entries.some((each) => each.hookId === hookId));
    const by = { plugins: new Set(['p']), principal: 'user:x', nowUnixMs: 5n };
    const bind = {
      ...{ kind: 'bind' as const, hookId, event: 'skill:enabled', pluginId: 'p' },
      enabled: true,
      operator,
    };
    const once = changeHooks(before, bind, by);
    if (!once.ok) throw new Error(once.failure.code);
    expect(changeHooks(once.value.bindings, bind, by)).toEqual(once);
    const removed = changeHooks(once.value.bindings, { kind: 'remove', hookId }, by);
    if (!removed.ok) throw new Error(removed.failure.code);
    expect(new Set(removed.value.bindings.entries)).toEqual(new Set(before.entries));
  });
  fc.assert(property);
});

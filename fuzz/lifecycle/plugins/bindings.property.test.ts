import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BindingRequest, CapabilityProfile } from '#reference/lifecycle/plugins/binding.ts';
import { noBindings } from '#reference/lifecycle/plugins/binding.ts';
import { removeBinding, upsertBinding } from '#reference/lifecycle/plugins/change-bindings.ts';
import { parseConfigFile } from '#reference/lifecycle/plugins/config-file.ts';
import { encodePluginBindings } from '#reference/lifecycle/plugins/encode-bindings.ts';
import { parsePluginBindings } from '#reference/lifecycle/plugins/parse-bindings.ts';

const word = (letters: string) => fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 12 });
const id = word('aA9_-').filter((text) => text !== '');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const profile: fc.Arbitrary<CapabilityProfile> = fc.record({
  http_hosts: fc.array(word('aBc9')),
  secrets: fc.array(word('ab/._-')),
  storage_prefixes: fc.array(word('ab_-')),
  channels: fc.array(word('ab/._-')),
});
const request: fc.Arbitrary<BindingRequest> = fc.record({
  pluginId: id,
  enabled: fc.boolean(),
  skillId: id,
  skillVersion: maybe(text),
  toolId: maybe(word('ab._-')),
  modulePath: maybe(word('ab/').map((name) => `modules/${name}.wasm`)),
  entrypoint: maybe(word('ab_-')),
  profile,
  operator: fc.record({
    displayName: maybe(text),
    notes: maybe(text),
    ownerPrincipal: maybe(text),
    updatedBy: maybe(text),
    tags: fc.array(text),
  }),
});
const bound = fc.array(request, { maxLength: 8 }).map((requests) =>
  requests.reduce((index, each, at) => {
    const next = upsertBinding(index, each, BigInt(at + 1));
    if (!next.ok) throw new Error(next.failure.code);
    return next.value;
  }, noBindings),
);

test('what is saved reads back as itself (PLUG-FILE)', () => {
  fc.assert(
    fc.property(bound, (index) => {
      expect(parsePluginBindings(encodePluginBindings(index))).toEqual({ ok: true, value: index });
    }),
  );
});

test('binding one plugin and removing it leaves every other as it was (PLUG-BIND-OTHERS)', () => {
  fc.assert(
    fc.property(bound, request, (index, each) => {
      const more = upsertBinding(index, each, 99n);
      if (!more.ok) throw new Error(more.failure.code);
      const id = each.pluginId.toLowerCase();
      const others = index.entries.filter(({ pluginId }) => pluginId !== id);
      expect(more.value.entries.filter(({ pluginId }) => pluginId !== id)).toEqual(others);
      expect(removeBinding(more.value, each.pluginId, [], 99n)).toMatchObject({ value: { entries: others } });
    }),
  );
});

test('binding the same again changes nothing but the time (PLUG-PROFILE-NORMAL)', () => {
  fc.assert(
    fc.property(request, (each) => {
      const once = upsertBinding(noBindings, each, 5n);
      if (!once.ok) throw new Error(once.failure.code);
      const [binding] = once.value.entries;
      if (binding === undefined) throw new Error('nothing is bound');
      expect(upsertBinding(once.value, binding, 5n)).toEqual(once);
    }),
  );
});

test('any bytes, and any JSON, give bindings or a failure, and no throw (PLUG-JSON)', () => {
  const check = (bytes: Uint8Array) => {
    for (const parse of [parsePluginBindings, parseConfigFile]) {
      const parsed = parse(bytes);
      if (!parsed.ok) expect(parsed.failure.code).toMatch(/^plugins\./);
    }
  };
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), check));
  fc.assert(fc.property(fc.json(), (json) => check(Buffer.from(json))));
  const hostile = fc.record({
    schema_version: fc.integer(),
    updated_at_unix_ms: fc.integer(),
    entries: fc.jsonValue(),
  });
  fc.assert(fc.property(hostile, (document) => check(Buffer.from(JSON.stringify(document)))));
});

test('one byte of a document that is another gives bindings in normal form, or a failure (PLUG-LOAD-VALUES)', () => {
  fc.assert(
    fc.property(bound, fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), (index, place, byte) => {
      const bytes = encodePluginBindings(index);
      bytes[place % bytes.length] = byte;
      const parsed = parsePluginBindings(bytes);
      if (!parsed.ok) return;
      expect(parsePluginBindings(encodePluginBindings(parsed.value))).toEqual(parsed);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { manifestText } from '#fixtures/manifest.ts';
import { frozenSeed, makeWorld } from '#fixtures/world.ts';
import type { CapabilityProfile } from '#reference/lifecycle/plugins/binding.ts';
import { compareCapabilities } from '#reference/lifecycle/plugins/compare-capabilities.ts';
import { grantCall } from '#reference/lifecycle/plugins/grant-call.ts';
import { parseManifest } from '#reference/manifest/parse.ts';
import { names, runtime } from '#spec/constants.ts';
import { capabilityClasses } from '#spec/contracts/vocabulary.ts';

const text = manifestText(makeWorld(frozenSeed, { names: names.shipped, runtime }));
const some = fc.subarray(['a', 'b', 'c', 'd']);
const lists: fc.Arbitrary<CapabilityProfile> = fc.record({
  http_hosts: some,
  secrets: some,
  storage_prefixes: some,
  channels: some,
});

function declaring({ http_hosts, storage_prefixes, channels }: CapabilityProfile) {
  const list = JSON.stringify;
  const parsed = parseManifest(
    Buffer.from(`${text}
[capabilities]
http_egress_allowlist = ${list(http_hosts)}
node_capabilities = ${list(channels)}
[capabilities.filesystem]
write_roots = ${list(storage_prefixes)}
`),
  );
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return parsed.value;
}

test('what is effective is what all three voices have (PLUG-EFFECTIVE)', () => {
  fc.assert(
    fc.property(lists, lists, lists, (declared, granted, policy) => {
      const compared = compareCapabilities(declaring(declared), granted, policy);
      for (const which of capabilityClasses) {
        const all = ['a', 'b', 'c', 'd'].filter((value) =>
          [compared.declared, granted, policy].every((list) => list[which].includes(value)),
        );
        expect(compared.effective[which]).toEqual(all);
      }
      const whole = capabilityClasses.every((which) => compared.effective[which].length === granted[which].length);
      expect(compared.valid).toBe(whole);
    }),
  );
});

test('a call is granted its request, and nothing that one of the three others has not (PLUG-GRANT-PROFILE)', () => {
  fc.assert(
    fc.property(lists, lists, lists, lists, (requested, profile, declared, policy) => {
      const granted = grantCall(requested, profile, declaring(declared), policy);
      const fits = capabilityClasses.every((which) =>
        requested[which].every(
          (value) =>
            profile[which].includes(value) &&
            policy[which].includes(value) &&
            (which === 'http_hosts' || which === 'storage_prefixes') &&
            declared[which].includes(value),
        ),
      );
      expect(granted.ok).toBe(fits);
      if (granted.ok) expect(granted.value).toEqual(requested);
    }),
  );
});

import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { grantCapabilities } from '../../runtime/runner/capabilities.ts';
import { defaultPolicy } from '../../runtime/runner/policy.ts';
import { capabilityGrants } from '../../trust/grants.ts';
import type { CapabilityProfile } from './binding.ts';

/** What a call of a plugin is granted; where the caller requests nothing of its own, the profile is the request. */
export function grantCall(
  requested: CapabilityProfile | undefined,
  profile: CapabilityProfile,
  manifest: Manifest,
  policy: CapabilityProfile,
): Result<CapabilityProfile> {
  const { httpHosts, secretKeys, storagePrefixes, channels } = capabilityGrants(manifest);
  const allowed = { http_hosts: httpHosts, secrets: secretKeys, storage_prefixes: storagePrefixes, channels };
  const granted = grantCapabilities(requested ?? profile, { ...defaultPolicy, allowed: policy }, allowed);
  if (!granted.ok) return fail(granted.failure);
  // PLUG-GRANT-PROFILE: asked last, so that a refusal of the other two is the same for everybody.
  for (const which of capabilityClasses) {
    const values = granted.value[which].filter((value) => !profile[which].includes(value));
    if (requested !== undefined && values.length > 0)
      return fail({ code: 'plugins.not-in-profile', class: which, values });
  }
  return ok(granted.value);
}

import type { OperationValue } from '#spec/operations.ts';
import type { ProfileId } from '#spec/profiles.ts';
import { policyToJson } from '../../audit/policy.ts';
import { profileManifestToJson } from './manifest.ts';
import { auditPolicyOf, runnerPolicyOf, runnerPolicyToJson } from './posture.ts';

/** A profile with everything that follows from it. */
export function describeDeployment(profile: ProfileId): OperationValue<'profile.resolve'> {
  return {
    profile,
    manifest: profileManifestToJson(profile),
    runnerPolicy: runnerPolicyToJson(runnerPolicyOf(profile)),
    auditPolicy: policyToJson(auditPolicyOf(profile)),
  };
}

import { expect, test } from 'vitest';
import { auditDefaults } from '#spec/audit.ts';
import { profileIds } from '#spec/profiles.ts';
import { describeDeployment } from './deployment.ts';
import { auditPolicyOf, runnerPolicyOf } from './posture.ts';
import { parseProfile, resolveProfile } from './resolve.ts';

test.each<[string | null, string | null, boolean, string]>([
  ['single-vm', 'local_desktop', true, 'single-vm'],
  [null, 'remote_vps', false, 'single-vm'],
  [null, 'local_desktop', true, 'worker-enabled'],
  [null, null, false, 'local'],
])(
  '%j, %j and workers %j are %s (PROF-CONFIGURED, PROF-DERIVED)',
  (configured, deploymentMode, networkedWorkers, id) => {
    expect(resolveProfile({ configured, deploymentMode, networkedWorkers })).toEqual({ ok: true, value: id });
  },
);

test.each(['wor\u212aer', 'constructor', '__proto__', 'toString', '', '\ud800'])(
  '%j is no profile (PROF-KNOWN, PROF-ASCII-CASE)',
  (configured) => {
    expect(parseProfile(configured)).toBeUndefined();
    expect(resolveProfile({ configured, deploymentMode: 'vps', networkedWorkers: true })).toEqual({
      ok: false,
      failure: { code: 'profile.unknown', value: configured },
    });
  },
);

test.each(profileIds)('under %s nothing runs and nothing dangerous passes (PROF-RUNNER, PROF-AUDIT)', (id) => {
  const runner = runnerPolicyOf(id);
  expect([runner.enabled, runner.allowInlineModules]).toEqual([false, false]);
  expect(Object.values(runner.allowed).flat()).toEqual([]);
  expect(auditPolicyOf(id)).toMatchObject({ allowDeviceCapabilities: false, allowWildcardCapabilities: false });
  expect(describeDeployment(id).auditPolicy).toEqual(new Map<string, unknown>(Object.entries(auditDefaults)));
});

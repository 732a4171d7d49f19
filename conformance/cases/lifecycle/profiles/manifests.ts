import { profileIds } from '#spec/profiles.ts';
import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { auditPosture, runnerPosture, telling, tells } from './given.ts';

const parts = [
  ['binding', 'PROF-BINDING', ['schema_version', 'profile_id', 'deployment_mode', 'bind_profile']],
  ['capabilities', 'PROF-CAPABILITIES', ['capabilities']],
  ['defaults', 'PROF-DEFAULTS', ['defaults']],
  ['blockers', 'PROF-BLOCKERS', ['blockers']],
  ['preflights', 'PROF-PREFLIGHTS', ['health_preflights']],
  ['recipes', 'PROF-RECIPES', ['recipe_targets']],
] as const;

/** A manifest is that of the profile, however the profile came about. */
const derivedFrom = {
  local: { mode: 'unheard of' },
  'single-vm': { mode: 'vps' },
  'worker-enabled': { workers: true },
} as const;

export const manifestCases: readonly Case[] = profileIds.flatMap((id) => [
  ...parts.flatMap(([name, requirement, members]) => [
    accepted(`lifecycle/profiles-${name}-of-${id}`, [requirement], telling({ configured: id }), tells(id, ...members)),
    accepted(
      `lifecycle/profiles-${name}-of-derived-${id}`,
      [requirement],
      telling(derivedFrom[id]),
      tells(id, ...members),
    ),
  ]),
  accepted(`lifecycle/profiles-runner-of-${id}`, ['PROF-RUNNER'], telling({ configured: id }), {
    value: () => ({ profile: id, runnerPolicy: runnerPosture }),
  }),
  accepted(`lifecycle/profiles-audit-of-${id}`, ['PROF-AUDIT'], telling({ configured: id }), {
    value: () => ({ profile: id, auditPolicy: auditPosture }),
  }),
  accepted(`lifecycle/profiles-runner-of-derived-${id}`, ['PROF-RUNNER'], telling(derivedFrom[id]), {
    value: () => ({ profile: id, runnerPolicy: runnerPosture }),
  }),
  accepted(`lifecycle/profiles-audit-of-derived-${id}`, ['PROF-AUDIT'], telling(derivedFrom[id]), {
    value: () => ({ profile: id, auditPolicy: auditPosture }),
  }),
]);

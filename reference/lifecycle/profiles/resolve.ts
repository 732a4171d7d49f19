import type { ProfileFailure } from '#spec/failure/profiles.ts';
import { type ProfileId, profileAliases, profileIds } from '#spec/profiles.ts';
import { asciiLower, trim } from '../../text/white-space.ts';

/** What a configuration says that a profile can be told from; null is what it does not say. */
export interface ProfileConfiguration {
  readonly configured: string | null;
  readonly deploymentMode: string | null;
  readonly networkedWorkers: boolean;
}

type ProfileResult =
  | { readonly ok: true; readonly value: ProfileId }
  | { readonly ok: false; readonly failure: ProfileFailure };

/** PROF-ALIASES, PROF-ASCII-CASE: the profile that goes by this name; undefined where none does. */
export function parseProfile(text: string): ProfileId | undefined {
  const name = asciiLower(trim(text));
  return profileIds.find((id) => {
    const aliases: readonly string[] = profileAliases[id];
    return aliases.includes(name);
  });
}

/** PROF-DERIVED: what is configured, else what the rest of the configuration amounts to. */
export function resolveProfile({ configured, deploymentMode, networkedWorkers }: ProfileConfiguration): ProfileResult {
  if (configured !== null) {
    const profile = parseProfile(configured);
    // PROF-KNOWN: a misspelt profile is no wish for another one.
    return profile === undefined
      ? { ok: false, failure: { code: 'profile.unknown', value: configured } }
      : { ok: true, value: profile };
  }
  if (networkedWorkers) return { ok: true, value: 'worker-enabled' };
  const mode = deploymentMode === null ? undefined : parseProfile(deploymentMode);
  // A mode tells a remote machine from a desktop and no more: workers are switched on by themselves.
  return { ok: true, value: mode === undefined || mode === 'local' ? 'local' : 'single-vm' };
}

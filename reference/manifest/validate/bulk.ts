import { limits } from '#spec/constants.ts';
import type { Manifest } from '../manifest.ts';
import type { Verdict } from './check.ts';

/**
 * MAN-BULK: a grant repeats the scope before every key, and a policy request the skill before every tool, so a short
 * manifest could ask for gigabytes of them.
 */
export function checkBulk({ skillId, entrypoints, capabilities }: Manifest): Verdict {
  let derived = skillId.length * entrypoints.tools.length;
  for (const { scope, keyNames } of capabilities.secrets) derived += scope.length * keyNames.length;
  const limit = limits.manifestDerivedText;
  return derived > limit ? { code: 'manifest.too-large', limit, unit: 'characters of derived grants' } : undefined;
}

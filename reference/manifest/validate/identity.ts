import { manifestVersions } from '#spec/constants.ts';
import { trim } from '../../text/white-space.ts';
import type { Compat, Manifest } from '../manifest.ts';
import { compareVersions, parseVersion } from '../version.ts';
import { checkIdentifier, checkNotBlank, type Verdict } from './check.ts';

/** What the skill is called, by whom it is published, and which hosts it asks for. */
export function checkIdentity(manifest: Manifest): Verdict {
  return (
    checkManifestVersion(manifest.manifestVersion) ??
    checkIdentifier('publisher', manifest.publisher) ??
    checkSkillId(manifest.skillId) ??
    checkVersion('version', manifest.version) ??
    checkCompat(manifest.compat) ??
    checkNotBlank('name', manifest.name)
  );
}

function checkManifestVersion(version: bigint): Verdict {
  const isSupported = version === manifestVersions.legacy || version === manifestVersions.current;
  return isSupported ? undefined : { code: 'manifest.unsupported-version', version };
}

/** MAN-SKILL-ID: an identifier whose dots part it into segments; it need not begin with the publisher. */
function checkSkillId(value: string): Verdict {
  const verdict = checkIdentifier('skill_id', value);
  if (verdict !== undefined) return verdict;
  const isSegmented = !value.includes(':') && !`.${trim(value)}.`.includes('..');
  return isSegmented ? undefined : { code: 'manifest.bad-skill-id', value };
}

function checkVersion(path: string, value: string): Verdict {
  return parseVersion(value) === undefined ? { code: 'manifest.bad-version', path, value } : undefined;
}

function checkCompat({ minPalyraVersion, maxPalyraVersion }: Compat): Verdict {
  const minimum = parseVersion(minPalyraVersion);
  if (minimum === undefined) return checkVersion('compat.min_palyra_version', minPalyraVersion);
  if (maxPalyraVersion === undefined) return undefined;
  const maximum = parseVersion(maxPalyraVersion);
  if (maximum === undefined) return checkVersion('compat.max_palyra_version', maxPalyraVersion);
  // MAN-VERSION-ORDER: the two may be equal.
  return compareVersions(maximum, minimum) < 0
    ? { code: 'manifest.version-order', minimum: minPalyraVersion, maximum: maxPalyraVersion }
    : undefined;
}

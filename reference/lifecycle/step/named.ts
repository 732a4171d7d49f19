import { fail, ok, type Result } from '#spec/result.ts';
import { asciiLower, trim } from '../../text/white-space.ts';
import { currentOf, type InstalledIndex } from '../index/installed-index.ts';
import type { SkillVersion } from '../index/record.ts';

/** LIFE-NAMES, LIFE-NAMES-ALSO, LIFE-BLANK, LIFE-VERSION-DEFAULT: the version that is meant; where none is named, the current one. */
export function namedVersion(
  index: InstalledIndex,
  named: { readonly skillId: string; readonly version: string | null },
): Result<SkillVersion> {
  const skillId = asciiLower(trim(named.skillId));
  if (skillId === '') return fail({ code: 'lifecycle.blank', field: 'skill_id' });
  const version = named.version === null ? currentOf(index, skillId)?.version : trim(named.version);
  // LIFE-INSTALLED; LIFE-NOT-INSTALLED: a version that is named is not looked up.
  if (version === undefined) return fail({ code: 'lifecycle.not-installed', skillId, version: null });
  return version === '' ? fail({ code: 'lifecycle.blank', field: 'version' }) : ok({ skillId, version });
}

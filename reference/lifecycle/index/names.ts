import { asciiLower } from '../../text/white-space.ts';
import type { SkillVersion } from './record.ts';

/** IDX-FOLDER-NAMES: both names become folders, and removing a version removes what is behind its name. */
function isFolderName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}

/** The first of the two that is no folder, with the name of its field. Beside its versions a skill has a link `current`. */
export function badName({
  skillId,
  version,
}: SkillVersion): { readonly field: string; readonly name: string } | undefined {
  if (!isFolderName(skillId)) return { field: 'skill_id', name: skillId };
  const isVersion = isFolderName(version) && asciiLower(version) !== 'current';
  return isVersion ? undefined : { field: 'version', name: version };
}

/** What a host knows of the skills installed on it. */
export interface InstalledSkill {
  readonly skillId: string;
  readonly version: string;
  /** Whether this version is the one to run where none is named. */
  readonly current: boolean;
  /** Reads the artifact; a text says why it cannot be read. */
  readonly artifact: () => Uint8Array | string;
}

/** A text says why there is no telling which skills are installed. */
export type InstalledSkills = readonly InstalledSkill[] | string;

/** The id is compared as given. Without a version: the current one, or else the first there is. */
export function findSkill<T extends Omit<InstalledSkill, 'artifact'>>(
  skills: readonly T[],
  skillId: string,
  version: string | undefined,
): T | undefined {
  const ofSkill = skills.filter((skill) => skill.skillId === skillId);
  if (version !== undefined) return ofSkill.find((skill) => skill.version === version);
  return ofSkill.find((skill) => skill.current) ?? ofSkill[0];
}

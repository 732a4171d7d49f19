import type { SkillVersion } from '../index/installed-index.ts';

/** What is known of versions of skills, to be asked by their names; of two for one version the first counts. */
export class ByVersion<T extends SkillVersion> {
  readonly #items = new Map<string, T>();
  readonly #spell: (skillId: string) => string;

  constructor(items: Iterable<T>, spell = asItStands) {
    this.#spell = spell;
    for (const item of items) {
      const key = this.#keyOf(item);
      if (!this.#items.has(key)) this.#items.set(key, item);
    }
  }

  get(skill: SkillVersion): T | undefined {
    return this.#items.get(this.#keyOf(skill));
  }

  /** With the length of the id in front, two pairs of names that are joined alike stay two. */
  #keyOf({ skillId, version }: SkillVersion): string {
    return `${skillId.length}:${this.#spell(skillId)}${version}`;
  }
}

function asItStands(skillId: string): string {
  return skillId;
}

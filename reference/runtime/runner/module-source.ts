import type { Manifest } from '../../manifest/manifest.ts';

/** A module, what to call in it, and the skill that it is of, if it is of one. */
export interface ModuleSource {
  readonly module: Uint8Array;
  readonly entrypoint: string;
  readonly skill: SkillSource | undefined;
}

export interface SkillSource {
  readonly skillId: string;
  readonly version: string;
  readonly modulePath: string;
  readonly toolId: string | undefined;
  readonly manifest: Manifest;
}

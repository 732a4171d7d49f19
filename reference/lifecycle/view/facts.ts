import type { Manifest } from '../../manifest/manifest.ts';
import type { SkillVersion } from '../index/installed-index.ts';

/** What one version of a skill asks of its host, as its manifest says. */
export interface SkillFacts extends SkillVersion {
  readonly requiredProtocolMajor: bigint;
  readonly minPalyraVersion: string;
  /** Null where there is none. */
  readonly maxPalyraVersion: string | null;
  readonly deviceCapabilities: readonly string[];
  readonly nodeCapabilities: readonly string[];
}

export function factsOf({ skillId, version, compat, capabilities }: Manifest): SkillFacts {
  return {
    skillId,
    version,
    requiredProtocolMajor: BigInt(compat.requiredProtocolMajor),
    minPalyraVersion: compat.minPalyraVersion,
    maxPalyraVersion: compat.maxPalyraVersion ?? null,
    deviceCapabilities: capabilities.deviceCapabilities,
    nodeCapabilities: capabilities.nodeCapabilities,
  };
}

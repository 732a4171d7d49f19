import type { JsonObject } from '#spec/json/value.ts';

/** What is known of one installed version of a skill. */
export interface InstalledRecord {
  readonly skillId: string;
  readonly version: string;
  readonly publisher: string;
  /** Of all records of a skill exactly one is. */
  readonly current: boolean;
  readonly installedAtUnixMs: bigint;
  readonly artifactSha256: string;
  readonly payloadSha256: string;
  readonly signatureKeyId: string;
  readonly trustDecision: string;
  readonly source: { readonly kind: string; readonly reference: string };
  readonly missingSecrets: readonly MissingSecret[];
  readonly securityScan?: JsonObject;
  readonly rollbackSnapshot?: JsonObject;
}

export interface MissingSecret {
  readonly scope: string;
  readonly key: string;
}

/** A version of a skill, by its names. */
export interface SkillVersion {
  readonly skillId: string;
  readonly version: string;
}

import type { Json } from '#spec/json/value.ts';

export interface VersionName {
  readonly skillId: string;
  readonly version: string;
}

/** A version that is laid down below `skills/<skill>/<version>`. One that is there is replaced. */
export interface VersionFiles extends VersionName {
  /** Their names are normal paths (PATH-NORMAL), as inspection gives them. */
  readonly entries: ReadonlyMap<string, Uint8Array>;
  /** `artifact.palyra-skill` */
  readonly artifact: Uint8Array;
  /** `install-metadata.json` */
  readonly metadata: Uint8Array;
}

/** A row of `skill_status`. */
export interface StatusRow extends VersionName {
  readonly status: string;
  readonly reason: string | null;
  readonly detectedAtMs: bigint;
  readonly operatorPrincipal: string;
  /** Of a row that is there already, its own is kept. */
  readonly createdAtUnixMs: bigint;
  readonly updatedAtUnixMs: bigint;
}

export interface JournalEvent {
  /** An event whose id is there already is not added again. */
  readonly eventId: string;
  readonly kind: number;
  readonly actor: number;
  readonly principal: string;
  readonly deviceId: string;
  readonly channel: string | null;
  readonly payload: Json;
  readonly recordedAtUnixMs: bigint;
}

/** A line of `audit.ndjson`. */
export interface AuditLine {
  readonly eventKind: string;
  readonly timestampUnixMs: bigint;
  readonly payload: Json;
}

/** Everything that one command changes. What is left out stays as it is. */
export interface StateChange {
  /** `skills/installed-index.json` */
  readonly index?: Uint8Array;
  readonly trustStore?: Uint8Array;
  /** `hooks/bindings.json` */
  readonly hooks?: Uint8Array;
  /** `plugins/bindings.json` */
  readonly plugins?: Uint8Array;
  /** `plugins/<plugin>/config.json`; undefined deletes one. */
  readonly pluginConfigs?: ReadonlyMap<string, Uint8Array | undefined>;
  readonly addVersions?: readonly VersionFiles[];
  readonly removeVersions?: readonly VersionName[];
  /** From a skill to the version that its link `current` leads to; undefined deletes the link. */
  readonly currentLinks?: ReadonlyMap<string, string | undefined>;
  readonly logLines?: readonly AuditLine[];
  readonly statuses?: readonly StatusRow[];
  readonly events?: readonly JournalEvent[];
}

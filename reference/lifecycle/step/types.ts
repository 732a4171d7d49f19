import type { Json } from '#spec/json/value.ts';
import type { InstalledIndex } from '../index/installed-index.ts';
import type { NewRecord } from '../index/read-record.ts';
import type { SkillVersion } from '../index/record.ts';

export const skillStatuses = ['active', 'quarantined', 'disabled'] as const;
export type SkillStatus = (typeof skillStatuses)[number];

/** What has been decided about one version of a skill, installed or not. The id is in lower case. */
export interface StatusRow extends SkillVersion {
  readonly status: SkillStatus;
  readonly reason: string | null;
  readonly detectedAtMs: bigint;
  readonly operatorPrincipal: string;
  readonly createdAtUnixMs: bigint;
  readonly updatedAtUnixMs: bigint;
}

/** Everything that a host knows about its skills. */
export interface LifecycleState {
  readonly index: InstalledIndex;
  /** By id, then by version, both as text; no two of one version. */
  readonly statuses: readonly StatusRow[];
  /** Null before the first re-audit, and where there are none. */
  readonly nextReauditUnixMs: bigint | null;
}

export interface LifecyclePolicy {
  /** Whether what is newly installed stays in quarantine until somebody enables it. */
  readonly quarantineNew: boolean;
  /** Zero for no re-audits. */
  readonly reauditIntervalMs: bigint;
}

export interface AuditVerdict {
  readonly passed: boolean;
  readonly shouldQuarantine: boolean;
  readonly quarantineReasons: readonly string[];
  readonly checks: Json;
}

/** What was found out about one version when its artifact was looked at again. */
export type Finding =
  | { readonly kind: 'missing'; readonly detail: string }
  | { readonly kind: 'refused'; readonly detail: string }
  | {
      readonly kind: 'audited';
      readonly shouldQuarantine: boolean;
      readonly reasons: readonly string[];
      /** Of the file as it was found. */
      readonly artifactSha256: string;
      /** As the artifact itself says. */
      readonly skillId: string;
      readonly version: string;
    };

export interface TargetFinding extends SkillVersion {
  readonly finding: Finding;
}

/** A version where one is named, null for the current one. */
interface Named {
  readonly skillId: string;
  readonly version: string | null;
}

export type LifecycleEvent =
  | { readonly kind: 'install' | 'update'; readonly record: NewRecord; readonly audit: AuditVerdict }
  | ({ readonly kind: 'remove' } & Named)
  | ({ readonly kind: 'quarantine'; readonly reason: string | null; readonly principal: string } & Named)
  | ({
      readonly kind: 'enable';
      readonly reason: string | null;
      readonly principal: string;
      readonly override: boolean;
    } & Named)
  | ({
      readonly kind: 'audit';
      readonly shouldQuarantine: boolean;
      readonly reasons: readonly string[];
      readonly quarantineOnFail: boolean;
      readonly principal: string;
    } & SkillVersion)
  | { readonly kind: 'reaudit'; readonly findings: readonly TargetFinding[] };

export type StepResult =
  | 'installed'
  | 'updated'
  | 'already-current'
  | 'refused-by-audit'
  | 'removed'
  | 'quarantined'
  | 'enabled'
  | 'audited'
  | 'reaudited';

export interface LogLine {
  readonly eventKind:
    | 'skill.audit'
    | 'skill.quarantined'
    | 'skill.installed'
    | 'skill.updated'
    | 'skill.removed'
    | 'skill.enabled';
  readonly timestampUnixMs: bigint;
  readonly payload: Json;
}

export interface JournalEvent {
  readonly event: 'skill.quarantined' | 'skill.enabled';
  readonly payload: Json;
}

/** What is to be done outside of the state, in this order. */
export type Effect =
  | ({ readonly kind: 'store-version' | 'remove-version' } & SkillVersion)
  | { readonly kind: 'point-current'; readonly skillId: string; readonly version: string | null }
  | { readonly kind: 'fire-hook'; readonly event: 'skill:quarantined' | 'skill:enabled'; readonly payload: Json };

export interface Step {
  readonly result: StepResult;
  readonly state: LifecycleState;
  /** Lines of the operator's log. */
  readonly log: readonly LogLine[];
  readonly journal: readonly JournalEvent[];
  readonly effects: readonly Effect[];
}

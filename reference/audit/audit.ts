import type { CheckSeverity, CheckStatus, FurtherCheck } from '#spec/audit.ts';
import type { JsonObject } from '#spec/json/value.ts';
import type { Verification } from '../trust/verify.ts';

/** What an operator lets pass. */
export interface AuditPolicy {
  readonly maxModuleBytes: bigint;
  readonly maxExportedFunctions: bigint;
  readonly allowDeviceCapabilities: boolean;
  readonly allowWildcardCapabilities: boolean;
}

/** What an audit is made against, beside the artifact. */
export interface AuditRequest {
  readonly policy: AuditPolicy;
  /** Nothing where none is configured; the feed itself is not asked. */
  readonly vulnerabilityFeed: string | undefined;
  readonly nowUnixMs: bigint;
}

export interface CheckRecord {
  readonly checkId: string;
  readonly status: CheckStatus;
  readonly severity: CheckSeverity;
  /** For people. */
  readonly message: string;
  readonly details: JsonObject | undefined;
}

/** What is known of an artifact once it was looked at: a finding is no failure, so there is one for every verified artifact. */
export interface Audit {
  readonly verification: Verification;
  readonly policy: AuditPolicy;
  readonly generatedAtUnixMs: bigint;
  /** The core ones, in their order. */
  readonly checks: readonly CheckRecord[];
  /** The others, by their ids. */
  readonly further: ReadonlyMap<FurtherCheck, readonly CheckRecord[]>;
  /** The record of the feed, which stands in `checks` too. */
  readonly vulnerabilityScan: CheckRecord;
  /** AUD-PASSED: no check has failed. */
  readonly passed: boolean;
  /** AUD-PASSED: the opposite. */
  readonly shouldQuarantine: boolean;
  /** The messages of all checks that failed. */
  readonly quarantineReasons: readonly string[];
}

import type { Host } from '#reference/artifact/inspect.ts';
import type { AuditRequest } from '#reference/audit/audit.ts';
import type { Execute } from '#reference/runtime/runner/execute.ts';
import type { RunnerPolicy } from '#reference/runtime/runner/policy.ts';
import type { Shell } from '../../cli/shell.ts';
import type { OpenState } from '../state-root.ts';
import type { HostLine } from './lines.ts';

/** All that a host works with. */
export interface HostWorld {
  readonly state: OpenState;
  readonly shell: Shell;
  readonly host: Host;
  /** What hooks may run, and for how long. */
  readonly policy: RunnerPolicy;
  readonly timeoutMs: bigint;
  readonly execute: Execute;
  /** Of each re-audit, but for its time. */
  readonly audit: Omit<AuditRequest, 'nowUnixMs'>;
  /** Zero for none. */
  readonly reauditIntervalMs: bigint;
  readonly say: (line: HostLine) => Promise<void>;
}

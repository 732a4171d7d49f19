import type { Runtime } from '#spec/constants.ts';
import type { EligibilityReason, EligibilityStatus, ShownStatus } from '#spec/eligibility.ts';
import { compareVersions, parseVersion } from '../../manifest/version.ts';
import type { SkillFacts } from './facts.ts';

/** What skills are held against. */
export interface Machine {
  readonly host: Runtime;
  readonly device: ReadonlySet<string>;
  readonly node: ReadonlySet<string>;
}

export interface Eligibility {
  readonly status: EligibilityStatus;
  readonly eligible: boolean;
  readonly reasons: readonly EligibilityReason[];
}

/** Whether a version may run, from what its artifact says, undefined where that cannot be read, and its status. */
export function eligibilityOf(facts: SkillFacts | undefined, status: ShownStatus, machine: Machine): Eligibility {
  // ELI-REASONS: all of them, in the order of the table.
  const against: Readonly<Record<Exclude<EligibilityReason, 'status_unknown'>, boolean>> = {
    protocol_unsupported: facts !== undefined && facts.requiredProtocolMajor > machine.host.protocolMajor,
    host_too_old: facts !== undefined && isAbove(facts.minPalyraVersion, machine.host.version),
    // ELI-MAXIMUM
    host_too_new: typeof facts?.maxPalyraVersion === 'string' && isAbove(machine.host.version, facts.maxPalyraVersion),
    quarantined: status === 'quarantined',
    disabled: status === 'disabled',
    missing_device_capability: lacksOne(facts?.deviceCapabilities, machine.device),
    missing_node_capability: lacksOne(facts?.nodeCapabilities, machine.node),
    // ELI-ARTIFACT
    artifact_unreadable: facts === undefined,
  };
  const reasons = keysOf(against).filter((reason) => against[reason]);
  if (reasons.length > 0) return { status: 'blocked', eligible: false, reasons };
  // ELI-UNKNOWN
  if (status === 'unknown') return { status: 'unknown', eligible: false, reasons: ['status_unknown'] };
  return { status: 'eligible', eligible: true, reasons };
}

export type CheckStatus = 'ready' | Eligibility['status'];

/** ELI-CHECK: what verification, audit and eligibility come to together. */
export function checkStatusOf(
  { status, eligible }: Eligibility,
  found: { readonly trustAccepted: boolean; readonly auditPassed: boolean; readonly quarantineRequired: boolean },
): CheckStatus {
  if (!found.trustAccepted || !found.auditPassed || found.quarantineRequired) return 'blocked';
  return eligible ? 'ready' : status;
}

/** What is no version is above every host, and no host is below it: neither fits. */
function isAbove(version: string, other: string): boolean {
  const [left, right] = [parseVersion(version), parseVersion(other)];
  return left === undefined || right === undefined || compareVersions(left, right) > 0;
}

/** ELI-CAPABILITY-NAMES: a pattern asks for whatever there is. */
function lacksOne(required: readonly string[] | undefined, present: ReadonlySet<string>): boolean {
  return required?.some((name) => !name.includes('*') && !present.has(name)) ?? false;
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}

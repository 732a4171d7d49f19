import { allowedTransitions, type PackageStatus } from '#spec/extensions.ts';
import type { ExtensionFailure } from '#spec/failure/extensions.ts';
import type { JsonObject } from '#spec/json/value.ts';
import { isBlank, trim } from '../../text/white-space.ts';
import type { ExtensionResult, PackageRecord, TransitionRequest } from './record.ts';

/** The record as it is once the request is granted. Who the principals really are is for the caller to know. */
export function transition(record: PackageRecord, request: TransitionRequest): ExtensionResult<JsonObject> {
  const failure = refusal(record, request);
  if (failure !== undefined) return { ok: false, failure };
  // EXT-UNCHANGED: not even who approved is written down.
  const changed = new Map(record.whole)
    .set('status', request.targetStatus)
    .set('status_reason', trim(request.reason))
    .set('updated_at_unix_ms', request.requestedAt);
  return { ok: true, value: changed };
}

/** EXT-ORDER: the first check that fails speaks. */
function refusal(record: PackageRecord, request: TransitionRequest): ExtensionFailure | undefined {
  const { status: from } = record;
  const { targetStatus: to, approvedBy } = request;
  if (request.packageId !== record.packageId) {
    return { code: 'extension.other-package', recorded: record.packageId, requested: request.packageId };
  }
  if (isBlank(request.reason)) return { code: 'extension.blank-reason' };
  if (isBlank(request.actor)) return { code: 'extension.blank-actor' };
  if (approvedBy !== null && isBlank(approvedBy)) return { code: 'extension.blank-approver' };
  if (!isAllowed(from, to)) return { code: 'extension.not-allowed', from, to };
  // EXT-COMPATIBLE: whoever is switched off or taken away need not fit.
  if (to === 'enabled' && !record.compatible) return { code: 'extension.incompatible' };
  return needsApproval(from, to) ? approvalFault(request) : undefined;
}

function isAllowed(from: PackageStatus, to: PackageStatus): boolean {
  const targets: readonly PackageStatus[] = allowedTransitions[from];
  return targets.includes(to);
}

/** EXT-APPROVAL-DISABLED: from `disabled` anybody enables alone, so the way there is guarded as the direct one is. */
function needsApproval(from: PackageStatus, to: PackageStatus): boolean {
  return from === 'quarantined' && to !== 'removed';
}

function approvalFault({ actor, approvedBy, targetStatus }: TransitionRequest): ExtensionFailure | undefined {
  if (approvedBy === null) return { code: 'extension.not-approved', to: targetStatus };
  // EXT-TRIMMED-ACTOR: a blank around a name makes nobody else of its bearer.
  const principal = trim(approvedBy);
  return principal === trim(actor) ? { code: 'extension.self-approved', principal } : undefined;
}

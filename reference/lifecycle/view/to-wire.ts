import type { OperationValue } from '#spec/operations.ts';
import type { Inventory, InventoryEntry } from './inventory.ts';
import type { ReauditPlan } from './reaudit-plan.ts';
import type { RuntimeStatus } from './runtime-status.ts';
import type { Totals } from './totals.ts';

type View = OperationValue<'lifecycle.view'>;

export function viewToWire({ entries, totals }: Inventory, plan: ReauditPlan): View {
  return {
    entries: entries.map(entryToWire),
    totals: totalsToWire(totals),
    reaudit: {
      interval_ms: plan.intervalMs,
      due: plan.due,
      targets: plan.targets.map(({ skillId, version }) => ({ skill_id: skillId, version })),
    },
  };
}

function entryToWire({ record, installState, runtimeStatus, eligibility }: InventoryEntry): View['entries'][number] {
  return {
    skill_id: record.skillId,
    version: record.version,
    install_state: installState,
    runtime_status: runtimeStatusToWire(runtimeStatus),
    eligibility,
  };
}

function runtimeStatusToWire(status: RuntimeStatus): View['entries'][number]['runtime_status'] {
  return {
    status: status.status,
    source: status.source,
    quarantine_status: status.quarantineStatus,
    reason: status.reason,
    detected_at_ms: status.detectedAtMs,
    operator_principal: status.operatorPrincipal,
  };
}

function totalsToWire({ publishers, trustDecisions, ...counts }: Totals): View['totals'] {
  return {
    installed: BigInt(counts.installed),
    current: BigInt(counts.current),
    eligible: BigInt(counts.eligible),
    quarantined: BigInt(counts.quarantined),
    disabled: BigInt(counts.disabled),
    unknown: BigInt(counts.unknown),
    publishers,
    trust_decisions: new Map([...trustDecisions].map(([decision, count]) => [decision, BigInt(count)])),
  };
}

import {
  type DecisionKind,
  decisionPriority,
  phasesOfDecision,
  type RunPhase,
  terminalDecisions,
} from '#spec/hooks.ts';
import { compareBytes } from '../../text/byte-order.ts';

/** What one hook of a run decided. */
export interface Decision {
  readonly phase: RunPhase;
  readonly kind: DecisionKind;
  readonly hookId: string;
  readonly pluginId: string;
}

export interface Resolution {
  readonly phase: RunPhase;
  readonly selected: Decision;
  /** All that count, the selected one first. */
  readonly candidates: readonly Decision[];
  readonly conflicts: readonly Decision[];
  /** Whether what the run was about to do does not happen. */
  readonly terminal: boolean;
}

/** HOOK-EXIT-CODES: an exit code that has no meaning of its own is a remark, unless it is beyond the table. */
export function decisionOf(exitCode: number): DecisionKind {
  if (exitCode < 0 || exitCode >= 50) return 'fail_run';
  switch (exitCode) {
    case 0:
      return 'continue';
    case 20:
      return 'request_approval';
    case 30:
      return 'block';
    case 40:
      return 'transform_preview';
    default:
      return 'annotate';
  }
}

/** HOOK-PHASES */
export function canDecide(kind: DecisionKind, phase: RunPhase): boolean {
  return phasesOfDecision[kind].includes(phase);
}

/** HOOK-PRIORITY: which decision counts. Where nothing was decided, the host itself goes on. */
export function resolveDecisions(phase: RunPhase, decisions: readonly Decision[]): Resolution {
  const candidates = decisions.toSorted(byPriority);
  const selected = candidates[0] ?? { phase, kind: 'continue', hookId: 'runtime', pluginId: 'runtime' };
  const others = candidates.slice(1);
  // HOOK-CONFLICTS: two that both go on agree.
  const conflicts = selected.kind === 'continue' ? others.filter(({ kind }) => kind !== 'continue') : others;
  return { phase, selected, candidates, conflicts, terminal: terminalDecisions.includes(selected.kind) };
}

function byPriority(a: Decision, b: Decision): number {
  return (
    decisionPriority[b.kind] - decisionPriority[a.kind] ||
    compareBytes(a.hookId, b.hookId) ||
    compareBytes(a.pluginId, b.pluginId)
  );
}

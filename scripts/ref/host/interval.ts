import { parseReauditInterval } from '#reference/lifecycle/view/reaudit-interval.ts';
import type { Failure } from '#spec/failure.ts';
import type { Shell } from '../../cli/shell.ts';

/** HOST-BAD-INTERVAL: what is no interval stops the re-audits and nothing else. */
export function reauditInterval({ env }: Shell): { readonly ms: bigint; readonly problem: Failure | undefined } {
  const parsed = parseReauditInterval(env['PALYRA_SKILL_REAUDIT_INTERVAL_MS']);
  return parsed.ok ? { ms: parsed.value, problem: undefined } : { ms: 0n, problem: parsed.failure };
}

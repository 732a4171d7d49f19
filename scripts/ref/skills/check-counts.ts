import type { Audit, CheckRecord } from '#reference/audit/audit.ts';

/** Of all checks, the further ones too. */
export function countOf({ checks, further }: Audit, status: CheckRecord['status']): number {
  return [...checks, ...[...further.values()].flat()].filter((check) => check.status === status).length;
}

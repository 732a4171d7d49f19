/** How often a host looks at its journal. */
const pollMs = 1000n;

/** HOST-REAUDIT: until the journal is looked at again, or a re-audit is due before that. */
export function sleepMs(nextReauditUnixMs: bigint | null, nowUnixMs: bigint): number {
  if (nextReauditUnixMs === null) return Number(pollMs);
  const left = nextReauditUnixMs - nowUnixMs;
  if (left <= 0n) return 0;
  return Number(left < pollMs ? left : pollMs);
}

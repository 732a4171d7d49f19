import { existsSync, readFileSync } from 'node:fs';
import { verifyOnce } from './skill.ts';

verifyOnce(readFileSync(0));
process.stdout.write(String(peakBytes()));

/** Linux hands the peak of the parent down in maxRSS; the one in /proc begins with this program. */
function peakBytes(): number {
  const status = '/proc/self/status';
  const peak = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return 1024 * Number(peak ?? process.resourceUsage().maxRSS);
}

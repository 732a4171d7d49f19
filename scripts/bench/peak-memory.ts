import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Peak memory is a property of a process, so what is measured runs in one of its own, which prints `peakBytes()`. */
export function peakMemoryOf(program: URL, args: readonly string[], input?: Uint8Array): number {
  const command = [...process.execArgv, fileURLToPath(program), ...args];
  const child = spawnSync(process.execPath, command, { ...(input === undefined ? {} : { input }), encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return Number(child.stdout);
}

/** Linux hands the peak of the parent down in maxRSS; the one in /proc begins with this program. */
export function peakBytes(): number {
  const status = '/proc/self/status';
  const peak = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return 1024 * Number(peak ?? process.resourceUsage().maxRSS);
}

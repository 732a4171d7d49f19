import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** A process that runs. What has ended and waits to be collected is none. */
export interface ProcessRow {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Grows with time, and tells a process from a later one with the same pid. */
  readonly born: number;
  readonly name: string;
}

/** Those of the machine that can be seen from here; none where there is no way to tell. */
export function listProcesses(): readonly ProcessRow[] {
  if (process.platform === 'linux') return listFromProc();
  return process.platform === 'win32' ? [] : listFromPs();
}

function listFromProc(): readonly ProcessRow[] {
  return procNames().flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
}

function procNames(): readonly string[] {
  try {
    return readdirSync('/proc');
  } catch {
    return [];
  }
}

/** Of Linux. The name stands in parentheses and may hold some itself; what follows are numbers. */
export function readProcess(pid: number): ProcessRow | undefined {
  const text = readProc(pid, 'stat');
  const end = text.lastIndexOf(')');
  const [state = 'X', parent, group, ...more] = text.slice(end + 2).split(' ');
  if (end < 0 || state === 'Z' || state === 'X') return undefined;
  const name = text.slice(text.indexOf('(') + 1, end);
  return { pid, parent: Number(parent), group: Number(group), born: Number(more[16]), name };
}

/** Empty where the process is gone, or is somebody else's. */
export function readProc(pid: number, file: 'stat' | 'environ' | 'status' | 'smaps_rollup'): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return '';
  }
}

const psRow = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(\S+ +\S+ +\d+ +[\d:]+ +\d+)\s+(.*)$/gm;

/** Of every other Unix. */
export function listFromPs(): readonly ProcessRow[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,stat=,lstart=,comm='], {
    encoding: 'latin1',
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 16 * 1024 * 1024,
    timeout: 5000,
  });
  return [...(stdout ?? '').matchAll(psRow)].flatMap(([, pid, parent, group, state = '', started = '', name = '']) =>
    state.startsWith('Z')
      ? []
      : [{ pid: Number(pid), parent: Number(parent), group: Number(group), born: Date.parse(started), name }],
  );
}

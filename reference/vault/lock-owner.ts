import { readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isProcessGone } from '../disk/process-gone.ts';
import { readRegularFile } from '../disk/read-file.ts';

/** What this process writes into its locks: its id, its host, and the space in which the id has a meaning. */
export function ownLock(): string {
  return `${process.pid} ${hostname()} ${processSpace()}\n`;
}

/** Only a process that could be seen from here if it ran is known to be gone. */
export function hasLostItsOwner(lock: string): boolean {
  const owner = readOwner(lock);
  return (
    owner !== undefined && owner.host === hostname() && owner.space === processSpace() && isProcessGone(owner.process)
  );
}

export function describeLockOwner(lock: string): string {
  const owner = readOwner(lock);
  return owner === undefined ? '' : ` (process ${owner.process} on ${owner.host})`;
}

interface LockOwner {
  readonly process: number;
  readonly host: string;
  readonly space: string;
}

const mostBytes = 1024;

/** Undefined where there is no lock any more, or one that was cut short. */
function readOwner(lock: string): LockOwner | undefined {
  const file = readRegularFile(lock, mostBytes);
  if (file.kind !== 'read') return undefined;
  const [, id, host, space] = /^([1-9]\d{0,9}) (\S+) (\S+)\n$/.exec(Buffer.from(file.bytes).toString()) ?? [];
  return host === undefined || space === undefined ? undefined : { process: Number(id), host, space };
}

/** Containers on one host may share its name and still count their processes apart. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return 'host';
  }
}

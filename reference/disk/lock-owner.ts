import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { isProcessGone } from './process-gone.ts';
import { readRegularFile } from './read-file.ts';

/** Who holds a lock. */
export interface LockOwner {
  readonly process: number;
  readonly host: string;
  /** When the process began, so that a later one with the same id is not taken for it. `-` where nobody can tell. */
  readonly started: string;
  /** Of this one taking of the lock; never used again. */
  readonly nonce: string;
  /** In which the id of the process has a meaning. */
  readonly space: string;
}

export function newOwner(): LockOwner {
  return {
    process: process.pid,
    host: ownHost(),
    started: startOf(process.pid),
    nonce: randomBytes(8).toString('hex'),
    space: processSpace(),
  };
}

export function encodeOwner({ process: id, host, started, nonce, space }: LockOwner): string {
  return `${id} ${host} ${started} ${nonce} ${space}\n`;
}

const mostBytes = 1024;
const pattern = /^([1-9]\d{0,9}) (\S+) (-|\d+) ([0-9a-f]{16}) (\S+)\n$/;

/** Undefined where there is no lock any more, or one that names nobody. */
export function readOwner(lock: string): LockOwner | undefined {
  const file = readRegularFile(lock, mostBytes);
  if (file.kind !== 'read') return undefined;
  const [, id, host, started, nonce, space] = pattern.exec(Buffer.from(file.bytes).toString()) ?? [];
  if (host === undefined || started === undefined || nonce === undefined || space === undefined) return undefined;
  return { process: Number(id), host, started, nonce, space };
}

/** Only a process that could be seen from here if it ran is known to be gone. */
export function isLost(owner: LockOwner): boolean {
  if (owner.host !== ownHost() || owner.space !== processSpace()) return false;
  if (isProcessGone(owner.process)) return true;
  const started = startOf(owner.process);
  return owner.started !== '-' && started !== '-' && owner.started !== started;
}

/** In words that follow "another command". */
export function describeLockOwner(lock: string): string {
  const owner = readOwner(lock);
  return owner === undefined ? '' : ` (process ${owner.process} on ${owner.host})`;
}

function ownHost(): string {
  return hostname().replaceAll(/\s/g, '-') || '-';
}

/** In ticks since the machine was started. */
function startOf(id: number): string {
  try {
    const line = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The second field is the name of the program, which may hold anything.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return /^\d+$/.test(fields[19] ?? '') ? `${fields[19]}` : '-';
  } catch {
    return '-';
  }
}

/** Containers on one host may share its name and still count their processes apart. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return 'host';
  }
}

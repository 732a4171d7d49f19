import { linkSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeDurably } from './durable.ts';
import { describeLockOwner, encodeOwner, isLost, type LockOwner, newOwner, readOwner } from './lock-owner.ts';
import { diskProblem } from './problem.ts';

type Locked<T> = { readonly taken: true; readonly value: T } | { readonly taken: false; readonly owner: string };

/**
 * STATE-LOCK: runs `work` while no other process, nor anybody else in this one, holds the lock. The lock of a process
 * that is gone is taken over. Throws what `work` and node:fs throw.
 */
export function whileHolding<T>(lock: string, waitMs: number, work: () => T): Locked<T> {
  const claim = newOwner();
  if (!takeLock(lock, claim, waitMs)) return { taken: false, owner: describeLockOwner(lock) };
  try {
    sweep(lock);
    return { taken: true, value: work() };
  } finally {
    release(lock, claim);
  }
}

const besideLock = /^\.[0-9a-f]{16}(?:\.turn)?$/;

/** STATE-SWEEP: what processes that are gone left beside a lock. To be called by its holder. */
function sweep(lock: string): void {
  const folder = dirname(lock);
  const lockName = basename(lock);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(lockName) || !besideLock.test(name.slice(lockName.length))) continue;
    const path = join(folder, name);
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) continue;
    const owner = readOwner(path);
    // Also one that was cut short. Whoever still waits writes it again.
    if (owner === undefined || isLost(owner)) rmSync(path, { force: true });
  }
}

const pauseMs = 10;

function takeLock(lock: string, claim: LockOwner, waitMs: number): boolean {
  // Written beforehand and then linked, so that a lock is there with its owner or not at all.
  const written = `${lock}.${claim.nonce}`;
  const until = performance.now() + waitMs;
  try {
    writeClaim(written, claim);
    for (;;) {
      if (place(written, lock, claim)) return true;
      const owner = readOwner(lock);
      if (owner !== undefined && isLost(owner) && removeLost(lock, owner, written, claim)) continue;
      if (performance.now() >= until) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  } finally {
    discard(written);
  }
}

/** What is left for `sweep` does no harm, and a lock that was taken must not be lost over it. */
function discard(written: string): void {
  try {
    rmSync(written, { force: true });
  } catch {}
}

/** More than would come of a crash at every taking over, and so few that following them costs no time. */
const longestChain = 1024;

/**
 * Two that find the same lost lock must not both remove it: the second would take away the one that the first has made
 * since. So a turn is made, named after the lost lock; the turn of somebody who is lost too has a turn of its own. As
 * no nonce comes twice, whoever holds the last turn is the only one who may remove that lock.
 */
function removeLost(lock: string, lost: LockOwner, written: string, claim: LockOwner): boolean {
  const turns: string[] = [];
  for (let before = lost; turns.length < longestChain; ) {
    const turn = `${lock}.${before.nonce}.turn`;
    // Nobody has the same number twice, so somebody has bent the chain to a ring.
    if (turns.includes(turn)) return false;
    turns.push(turn);
    if (place(written, turn, claim)) return takeTurn(lock, lost, turns);
    const owner = readOwner(turn);
    if (owner === undefined || !isLost(owner)) return false;
    before = owner;
  }
  return false;
}

function takeTurn(lock: string, lost: LockOwner, turns: readonly string[]): boolean {
  const own = turns.at(-1) ?? '';
  try {
    const now = readOwner(lock);
    if (now?.nonce === lost.nonce) rmSync(lock);
  } catch (error) {
    // The lock may still be there, so the other turns have to be.
    rmSync(own, { force: true });
    throw error;
  }
  for (const turn of turns) rmSync(turn, { force: true });
  return true;
}

/** Flushed, since a lock that the power took the owner from would stay for ever. */
function writeClaim(path: string, claim: LockOwner): void {
  writeDurably(path, Buffer.from(encodeOwner(claim)), 0o600);
}

/** False where there is one. */
function place(written: string, path: string, claim: LockOwner): boolean {
  try {
    linkSync(written, path);
    return true;
  } catch (error) {
    const problem = diskProblem(error);
    if (problem === 'EEXIST') return false;
    if (problem === 'ENOENT') {
      // Swept away by a holder that met it half written.
      writeClaim(written, claim);
      return false;
    }
    if (!withoutLinks.has(problem)) throw error;
  }
  try {
    writeClaim(path, claim);
    return true;
  } catch (error) {
    if (diskProblem(error) === 'EEXIST') return false;
    // A full disk may have room for the name of a file and none for what it holds.
    rmSync(path, { force: true });
    throw error;
  }
}

/** What file systems say that have no second names for a file. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function release(lock: string, claim: LockOwner): void {
  if (readOwner(lock)?.nonce === claim.nonce) rmSync(lock, { force: true });
}

import { linkSync, readdirSync, rmSync } from 'node:fs';
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
    return { taken: true, value: work() };
  } finally {
    release(lock, claim);
  }
}

/** What processes that are gone left beside a lock. To be called by its holder. */
export function sweepLock(lock: string): void {
  const folder = dirname(lock);
  const prefix = `${basename(lock)}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const owner = readOwner(path);
    // Also one that was cut short. Whoever still waits writes it again.
    if (owner === undefined || isLost(owner)) rmSync(path, { force: true });
  }
}

const pauseMs = 10;

function takeLock(lock: string, claim: LockOwner, waitMs: number): boolean {
  // Written beforehand and then linked, so that a lock is there with its owner or not at all.
  const written = `${lock}.${claim.nonce}`;
  try {
    writeClaim(written, claim);
    for (let waited = 0; ; waited += pauseMs) {
      if (place(written, lock, claim)) return true;
      const owner = readOwner(lock);
      if (owner !== undefined && isLost(owner) && removeLost(lock, owner, written, claim)) continue;
      if (waited >= waitMs) return false;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
    }
  } finally {
    discard(written);
  }
}

/** What is left for `sweepLock` does no harm, and a lock that was taken must not be lost over it. */
function discard(written: string): void {
  try {
    rmSync(written, { force: true });
  } catch {}
}

const longestChain = 64;

/**
 * Two that find the same lost lock must not both remove it: the second would take away the one that the first has made
 * since. So a turn is made, named after the lost lock; the turn of somebody who is lost too has a turn of its own. As
 * no nonce comes twice, whoever holds the last turn is the only one who may remove that lock.
 */
function removeLost(lock: string, lost: LockOwner, written: string, claim: LockOwner): boolean {
  const turns: string[] = [];
  for (let before = lost; turns.length < longestChain; ) {
    const turn = `${lock}.${before.nonce}.turn`;
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

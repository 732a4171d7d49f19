import { closeSync, constants, openSync, readSync } from 'node:fs';
import { fail, ok, type Result } from '#spec/result.ts';
import { whileHolding } from '../disk/lock-file.ts';
import { makeFolders } from '../disk/make-folders.ts';
import type { StateChange } from './change.ts';
import { commit } from './commit.ts';
import { checkPlaces, isFile } from './folders.ts';
import { type Layout, layoutOf } from './layout.ts';
import { isUnfinished, recover } from './recover.ts';
import type { StateSnapshot } from './snapshot.ts';
import { snapshotOf } from './snapshot-of.ts';
import { sealLength } from './transaction.ts';
import { troubleOf } from './trouble.ts';

export type { AuditLine, JournalEvent, StateChange, StatusRow, VersionFiles } from './change.ts';
export type { StateSnapshot } from './snapshot.ts';

/** Where the state of one host is kept. The folder is made by the first change. */
export interface StateRoot {
  readonly folder: string;
  /** The trust store, by its canonical path, where it is not `skills/trust-store.json`. */
  readonly trustStore?: string;
  /** What has to happen around the replacement of the trust store; runs again where a change is finished after a crash. */
  readonly aroundTrustStore?: AroundReplacement;
  /** How long another process is waited for. */
  readonly waitMs?: number;
}

export interface AroundReplacement {
  /** `before` is undefined where there is no file. A failure leaves the change unfinished, for the next command. */
  before(files: { readonly before: Uint8Array | undefined; readonly after: Uint8Array }): Result<undefined>;
  after(bytes: Uint8Array): Result<undefined>;
}

/**
 * One change, decided over what is there and made as a whole. What `decide` refuses changes nothing. It runs once, under
 * the lock, and must not call `changeState` or `readState` of the same root.
 *
 * - `state.locked`, `state.unreadable`, `state.unwritable`, `state.unsafe-name`: the state is the old one.
 * - `state.unfinished`: the change is decided and the disk failed; the next command that opens the state finishes it.
 */
export function changeState<T>(
  root: StateRoot,
  decide: (now: StateSnapshot) => Result<{ readonly change: StateChange; readonly value: T }>,
): Result<T> {
  const layout = layoutOf(root);
  return underLock(layout, root, () => {
    const decided = decide(snapshotOf(layout, true));
    if (!decided.ok) return decided;
    const made = commit(layout, root, decided.value.change);
    return made.ok ? ok(decided.value.value) : made;
  });
}

/**
 * Looks at the state between two changes. Takes no lock and writes nothing where there is nothing to recover, so it works
 * on a medium that cannot be written. `look` runs again where a change came between, so it must have no effects.
 */
export function readState<T>(root: StateRoot, look: (now: StateSnapshot) => Result<T>): Result<T> {
  const layout = layoutOf(root);
  for (let looks = 0; looks < mostLooks; looks++) {
    const before = stateSeen(layout);
    if (before === undefined) break;
    const seen = look(snapshotOf(layout, false));
    if (stateSeen(layout) !== before) continue;
    if (seen.ok || seen.failure.code !== 'state.unreadable') return seen;
    // It may be readable only under the lock, as a journal is where nobody may make links.
    const again = lookLocked(layout, root, look);
    return again.ok || again.failure.code !== 'state.unwritable' ? again : seen;
  }
  return lookLocked(layout, root, look);
}

function lookLocked<T>(layout: Layout, root: StateRoot, look: (now: StateSnapshot) => Result<T>): Result<T> {
  const seen = underLock(layout, root, () => look(snapshotOf(layout, true)));
  if (seen.ok || seen.failure.code !== 'state.unwritable') return seen;
  // What has to be finished first cannot be, on a medium that cannot be written.
  return stateSeen(layout) === undefined ? fail({ ...seen.failure, code: 'state.unfinished' }) : seen;
}

/** After so many changes in between, they are kept from coming. */
const mostLooks = 3;
const defaultWaitMs = 10_000;

/**
 * STATE-READ: tells the states between two changes apart; undefined while a change is being made. The order counts: a
 * change that begins and ends between the two looks of one call, or of two calls, leaves another seal.
 */
function stateSeen(layout: Layout): string | undefined {
  try {
    checkPlaces(layout);
    const before = readSeal(layout.finished);
    return isUnfinished(layout) || readSeal(layout.finished) !== before ? undefined : before;
  } catch {
    // Whatever is wrong is found, and told, under the lock.
    return undefined;
  }
}

function readSeal(path: string): string {
  if (!isFile(path)) return 'none';
  // A pipe that takes the file's place after that look is not waited for.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const seal = Buffer.alloc(sealLength);
    return seal.toString('latin1', 0, readSync(file, seal));
  } finally {
    closeSync(file);
  }
}

/** Here nobody else changes the state, and nothing is left of what others began. */
function underLock<T>(layout: Layout, root: StateRoot, work: () => Result<T>): Result<T> {
  const { folder, lock } = layout;
  try {
    checkPlaces(layout);
  } catch (error) {
    return fail({ code: 'state.unreadable', ...troubleOf(error, folder) });
  }
  let done: Result<T> | undefined;
  try {
    makeFolders(folder, 0o700);
    const locked = whileHolding(lock, root.waitMs ?? defaultWaitMs, () => {
      const recovered = recover(layout, root);
      done = recovered.ok ? work() : recovered;
    });
    if (!locked.taken) return fail({ code: 'state.locked', path: lock, owner: locked.owner });
  } catch (error) {
    const trouble = troubleOf(error, lock);
    // A lock that cannot be given back changes nothing of what was done under it.
    done ??= fail({ code: 'state.unwritable', ...trouble });
  }
  return done ?? fail({ code: 'state.unwritable', path: lock, detail: 'nothing was done' });
}

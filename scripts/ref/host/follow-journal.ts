import { type Firing, nextEvent } from '#reference/lifecycle/host/next-event.ts';
import { readState, type StateRoot, type StateSnapshot } from '#reference/state/state.ts';
import { ok, type Result } from '#spec/result.ts';
import { changeReadably } from '../skills/change-readably.ts';
import { readCursor, writeCursor } from './cursor-file.ts';

const page = 100;

/** Where a host is in the journal. */
export interface Place {
  readonly seq: bigint;
  /** HOOK-CURSOR-LOST: why what is recorded before it is passed over; undefined where nothing is. */
  readonly lost: 'no cursor' | 'cursor beyond the journal' | undefined;
}

/** Where the cursor stands. One is made where there is none that fits, at the newest event. */
export function beginInJournal(root: StateRoot): Result<Place> {
  return changeReadably(root, (now) => {
    const place = placeOf(root, now, undefined);
    if (!place.ok) return place;
    const { seq, lost, isKept } = place.value;
    const written = isKept ? ok(undefined) : writeCursor(root, { seq });
    return written.ok ? unchanged({ seq, lost }) : written;
  });
}

/** What comes next in a journal: an event for hooks, or news of events that are lost; undefined while there is nothing. */
export type Next = { readonly firing: Firing } | { readonly begun: Place } | undefined;

/**
 * HOOK-AT-MOST-ONCE: the next event that hooks are dispatched for. It is passed before it is dispatched, and under the lock,
 * so that no other host dispatches it, and neither does this one after a crash or after its cursor was taken away.
 */
export function followJournal(root: StateRoot, from: bigint): () => Result<Next> {
  let own = from;
  const take = (now: StateSnapshot) => {
    const place = placeOf(root, now, own);
    if (!place.ok) return place;
    const { seq, rows, lost } = place.value;
    const advance = lost === undefined ? nextEvent(rows) : { seq, firing: undefined };
    if (advance === undefined) return unchanged<Taken>('nothing');
    const written = writeCursor(root, { seq: advance.seq });
    if (!written.ok) return written;
    own = advance.seq;
    if (lost !== undefined) return unchanged<Taken>({ begun: { seq, lost } });
    return unchanged<Taken>(advance.firing === undefined ? 'passed' : { firing: advance.firing });
  };
  return () => {
    for (;;) {
      const place = readState(root, (now) => placeOf(root, now, own));
      if (!place.ok) return place;
      const { seq, rows, lost } = place.value;
      if (lost === undefined) own = seq;
      if (lost === undefined && rows.length === 0) return ok(undefined);
      const taken = changeReadably(root, take);
      if (!taken.ok) return taken;
      if (taken.value === 'nothing') return ok(undefined);
      if (taken.value !== 'passed') return ok(taken.value);
    }
  };
}

type Taken = Exclude<Next, undefined> | 'passed' | 'nothing';

interface Found extends Place {
  readonly rows: Rows;
  /** Whether the file says just that. */
  readonly isKept: boolean;
}

/** The file, which another host may have moved on; what this host remembers; and the newest event where neither fits. */
function placeOf(root: StateRoot, now: StateSnapshot, own: bigint | undefined): Result<Found> {
  const cursor = readCursor(root);
  if (!cursor.ok) return cursor;
  const kept = cursor.value?.seq;
  // One that was set back would have events dispatched twice.
  const known = [kept, own].filter((seq) => seq !== undefined && (own === undefined || seq >= own));
  for (const seq of known) {
    const rows = rowsBehind(now, seq ?? 0n);
    if (!rows.ok) return rows;
    if (rows.value !== undefined)
      return ok({ seq: seq ?? 0n, rows: rows.value, lost: undefined, isKept: seq === kept });
  }
  const newest = newestSeq(now);
  if (!newest.ok) return newest;
  const lost = known.length > 0 ? 'cursor beyond the journal' : newest.value > 0n ? 'no cursor' : undefined;
  return ok({ seq: newest.value, rows: [], lost, isKept: false });
}

type Rows = Extract<ReturnType<StateSnapshot['events']>, { ok: true }>['value'];

/** Undefined where that number is beyond the last one: a journal that was made anew counts from the beginning. */
function rowsBehind(now: StateSnapshot, seq: bigint): Result<Rows | undefined> {
  if (seq === 0n) return now.events(0n, page);
  const rows = now.events(seq - 1n, page + 1);
  if (!rows.ok) return rows;
  return ok(rows.value.length === 0 ? undefined : rows.value.filter((row) => row.seq > seq));
}

function newestSeq(now: StateSnapshot): Result<bigint> {
  for (let seq = 0n; ; ) {
    const rows = now.events(seq, page);
    if (!rows.ok) return rows;
    const last = rows.value.at(-1);
    if (last === undefined) return ok(seq);
    seq = last.seq;
  }
}

/** The cursor is a file of the host alone, and no part of a change. */
function unchanged<T>(value: T) {
  return ok({ change: {}, value });
}

import { join } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import { readRegularFile } from '#reference/disk/read-file.ts';
import { replaceFile } from '#reference/disk/replace-file.ts';
import { type Cursor, encodeCursor, parseCursor } from '#reference/lifecycle/host/cursor.ts';
import { type Firing, nextEvent } from '#reference/lifecycle/host/next-event.ts';
import { changeState, readState, type StateRoot, type StateSnapshot } from '#reference/state/state.ts';
import { fail, ok, type Result } from '#spec/result.ts';

const page = 100;

function pathIn({ folder }: StateRoot): string {
  return join(folder, 'hooks', 'host.json');
}

/** Makes the cursor where there is none that fits, at the newest event: what was before is nobody's any more. */
export function beginAtNewest(root: StateRoot): Result<undefined> {
  return changeState(root, (now) => {
    const cursor = readCursor(root);
    if (!cursor.ok) return cursor;
    const fits = cursor.value === undefined ? ok(false) : isInJournal(now, cursor.value);
    if (!fits.ok || fits.value) return fits.ok ? unchanged(undefined) : fits;
    const newest = newestSeq(now);
    if (!newest.ok) return newest;
    const written = writeCursor(root, { seq: newest.value });
    return written.ok ? unchanged(undefined) : written;
  });
}

/**
 * HOOK-AT-MOST-ONCE: the next event that hooks are dispatched for. It is passed before it is dispatched, and under the lock,
 * so that no other host dispatches it, and neither does this one after a crash.
 */
export function takeNextEvent(root: StateRoot): Result<Firing | undefined> {
  for (;;) {
    const ahead = readState(root, (now) => rowsAhead(root, now));
    if (!ahead.ok) return ahead;
    if (ahead.value.length === 0) return ok(undefined);
    const taken = changeState(root, (now) => {
      const rows = rowsAhead(root, now);
      if (!rows.ok) return rows;
      const advance = nextEvent(rows.value);
      if (advance === undefined) return unchanged(undefined);
      const written = writeCursor(root, { seq: advance.seq });
      return written.ok ? unchanged(advance.firing) : written;
    });
    if (!taken.ok || taken.value !== undefined) return taken;
  }
}

function rowsAhead(root: StateRoot, now: StateSnapshot) {
  const cursor = readCursor(root);
  return cursor.ok ? now.events(cursor.value?.seq ?? 0n, page) : cursor;
}

/** A journal that was made anew counts from the beginning. */
function isInJournal(now: StateSnapshot, { seq }: Cursor): Result<boolean> {
  if (seq === 0n) return ok(true);
  const row = now.events(seq - 1n, 1);
  return row.ok ? ok(row.value[0]?.seq === seq) : row;
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

function readCursor(root: StateRoot): Result<Cursor | undefined> {
  const path = pathIn(root);
  const file = readRegularFile(path, 4096);
  if (file.kind === 'read') return ok(parseCursor(file.bytes));
  const detail = file.kind === 'problem' ? file.detail : file.kind;
  return detail === 'ENOENT' ? ok(undefined) : fail({ code: 'state.unreadable', path, detail });
}

function writeCursor(root: StateRoot, cursor: Cursor): Result<undefined> {
  const path = pathIn(root);
  try {
    replaceFile(path, encodeCursor(cursor));
    return ok(undefined);
  } catch (error) {
    return fail({ code: 'state.unwritable', path, detail: diskProblem(error) });
  }
}

/** It is a file of the host alone, and no part of a change. */
function unchanged<T>(value: T) {
  return ok({ change: {}, value });
}

import { join } from 'node:path';
import { diskProblem } from '#reference/disk/problem.ts';
import { readRegularFile } from '#reference/disk/read-file.ts';
import { replaceFile } from '#reference/disk/replace-file.ts';
import { type Cursor, encodeCursor, parseCursor } from '#reference/lifecycle/host/cursor.ts';
import type { StateRoot } from '#reference/state/state.ts';
import { fail, ok, type Result } from '#spec/result.ts';

function pathIn({ folder }: StateRoot): string {
  return join(folder, 'hooks', 'host.json');
}

/** HOOK-CURSOR-LOST: undefined where there is none, and a failure where there is something that is none. */
export function readCursor(root: StateRoot): Result<Cursor | undefined> {
  const path = pathIn(root);
  const file = readRegularFile(path, 4096);
  if (file.kind === 'problem' && file.detail === 'ENOENT') return ok(undefined);
  if (file.kind !== 'read') {
    return fail({ code: 'state.unreadable', path, detail: file.kind === 'problem' ? file.detail : file.kind });
  }
  const cursor = parseCursor(file.bytes);
  if (cursor !== undefined) return ok(cursor);
  const detail =
    'it does not say how far a host has come; restore it, or delete it, and what was recorded is not dispatched';
  return fail({ code: 'state.unreadable', path, detail });
}

export function writeCursor(root: StateRoot, cursor: Cursor): Result<undefined> {
  const path = pathIn(root);
  try {
    replaceFile(path, encodeCursor(cursor));
    return ok(undefined);
  } catch (error) {
    return fail({ code: 'state.unwritable', path, detail: diskProblem(error) });
  }
}

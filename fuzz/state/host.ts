import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '#reference/disk/replace-file.ts';
import { readState, type StateRoot } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';

/** A root with its trust store's record beside it, as a vault would hold it. */
export function hostAt(folder: string): StateRoot {
  const record = join(folder, '..', 'record');
  const digest = (bytes: Uint8Array | undefined) =>
    bytes === undefined ? '' : createHash('sha256').update(bytes).digest('hex');
  return {
    folder,
    waitMs: 0,
    aroundTrustStore: {
      before: ({ before, after }) => {
        replaceFile(record, Buffer.from(`${digest(before)} ${digest(after)}`));
        return ok(undefined);
      },
      after: (bytes) => {
        replaceFile(record, Buffer.from(digest(bytes)));
        return ok(undefined);
      },
    },
  };
}

/** Everything that a host keeps, in one text; where something was left over, that too. */
export function describeHost(root: StateRoot, leftovers: 'forgiven' | 'told' = 'told'): string {
  const rows = readState(root, (now) => {
    const statuses = now.statuses();
    const events = now.events(0n, 1000);
    const wrong = now.wrongLogLines();
    return ok([statuses, events, wrong]);
  });
  const files = [...filesBelow(root.folder, '')].filter(
    ([name]) => !changesAnyway.test(name) && !(leftovers === 'forgiven' && mayBeLeft.test(name)),
  );
  const store = readFileSync(join(root.folder, 'skills/trust-store.json'));
  const fits =
    readFileSync(join(root.folder, '../record'), 'utf8') === createHash('sha256').update(store).digest('hex');
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? Number(value) : value);
  return JSON.stringify({ rows, files, fits }, plain, 1);
}

/** The database is read, and not compared as bytes; the rest of these tells one state from another. */
const changesAnyway = /^(?:data\/journal\.sqlite3(?:-wal)?|transaction\.done\.json)$/;

/** Until the next change clears it away. */
const mayBeLeft = /^(?:state\.lock|transaction\.json\.tmp\.|[a-z]+\/\.staging\/|data\/journal\.sqlite3\.)/;

function* filesBelow(folder: string, prefix: string): Generator<readonly [name: string, holds: string]> {
  for (const part of readdirSync(folder).toSorted()) {
    const path = join(folder, part);
    const name = `${prefix}${part}`;
    const state = lstatSync(path);
    if (state.isSymbolicLink()) yield [name, `-> ${readlinkSync(path)}`];
    else if (state.isDirectory()) yield* filesBelow(path, `${name}/`);
    else yield [name, readFileSync(path, 'latin1')];
  }
}

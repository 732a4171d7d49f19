import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#spec/result.ts';
import type { FileRead } from '../disk/read-file.ts';
import { artifactName, metadataName } from './folder-name.ts';
import { isFolder } from './folders.ts';
import { readJournal } from './journal.ts';
import { type Layout, largestFile } from './layout.ts';
import { pluginConfigPath, versionFolder } from './plan.ts';
import { readStateFile } from './read-state-file.ts';
import { readEvents, readStatuses } from './rows.ts';
import type { StateSnapshot } from './snapshot.ts';
import { troubleOf } from './trouble.ts';
import { findWrongLines } from './wrong-lines.ts';

type Bytes = Result<Uint8Array | undefined>;

/** What is there now. Each part is read once, so that one command does not see two states. */
export function snapshotOf(layout: Layout, isLocked: boolean): StateSnapshot {
  const files = new Map<string, Bytes>();
  const file = (path: string): Bytes => {
    const known = files.get(path) ?? readWhole(path);
    files.set(path, known);
    return known;
  };
  const inVersion = (skillId: string, version: string, name: string): Result<string | undefined> => {
    const folder = versionFolder(layout, { skillId, version });
    if (!folder.ok) return folder;
    const { value: path } = folder;
    return attempt(path, () => (isFolder(join(path, '..')) && isFolder(path) ? join(path, name) : undefined));
  };
  const { journal, log } = layout;
  let statuses: ReturnType<StateSnapshot['statuses']> | undefined;
  return {
    index: () => file(layout.index),
    trustStore: () => file(layout.trustStore),
    hooks: () => file(layout.hooks),
    plugins: () => file(layout.plugins),
    pluginConfig: (pluginId) => {
      const path = pluginConfigPath(layout, pluginId);
      if (!path.ok) return path;
      const folder = dirname(path.value);
      const isThere = attempt(folder, () => isFolder(folder));
      if (!isThere.ok) return isThere;
      return isThere.value ? file(path.value) : ok(undefined);
    },
    statuses: () => {
      statuses ??= attempt(journal, () => readJournal(layout, isLocked, (db) => readStatuses(db, journal)) ?? []);
      return statuses;
    },
    events: (since, most) =>
      attempt(journal, () => readJournal(layout, isLocked, (db) => readEvents(db, journal, since, most)) ?? []),
    artifact: (skillId, version, limit) => {
      const path = inVersion(skillId, version, artifactName);
      return path.ok ? ok(path.value === undefined ? missing : readStateFile(path.value, limit)) : path;
    },
    metadata: (skillId, version) => {
      const path = inVersion(skillId, version, metadataName);
      if (!path.ok) return path;
      return path.value === undefined ? ok(undefined) : file(path.value);
    },
    wrongLogLines: () => attempt(log, () => findWrongLines(log)),
  };
}

const missing: FileRead = { kind: 'problem', detail: 'ENOENT' };

/** STATE-READ: only a file that is not there counts as none. */
function readWhole(path: string): Bytes {
  const file = readStateFile(path, largestFile);
  switch (file.kind) {
    case 'read':
      return ok(file.bytes);
    case 'too-large':
      return unreadable(path, `it has more than ${largestFile} bytes`);
    case 'not-a-file':
      return unreadable(path, 'it is not a file');
    case 'problem':
      return file.detail === 'ENOENT' ? ok(undefined) : unreadable(path, file.detail);
  }
}

function attempt<T>(path: string, work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    const { path: at, detail } = troubleOf(error, path);
    return unreadable(at, detail);
  }
}

function unreadable(path: string, detail: string) {
  return fail({ code: 'state.unreadable', path, detail });
}

import { createHash } from 'node:crypto';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { StateRoot } from './state.ts';

/** Where everything stands. */
export interface Layout {
  readonly folder: string;
  readonly skills: string;
  readonly index: string;
  readonly log: string;
  /** What was cut off the log. */
  readonly tornLog: string;
  readonly trustStore: string;
  /** Where its next content is prepared, and how such a file's name begins. */
  readonly trustStoreStaging: { readonly folder: string; readonly prefix: string };
  readonly hooks: string;
  readonly plugins: string;
  readonly data: string;
  readonly journal: string;
  readonly lock: string;
  /** STATE-COMMIT: the change that is decided and not finished. */
  readonly transaction: string;
  /** The last one that was finished. Its first line tells one state from another. */
  readonly finished: string;
  /** Folders whose `.staging` holds what is being prepared, always on the file system of its target. */
  readonly areas: readonly string[];
}

/** Of a file that is read or replaced as a whole. An index of ten thousand versions has a tenth of it. */
export const largestFile = 128 * 1024 * 1024;

export const stagingName = '.staging';

export function layoutOf({ folder: given, trustStore }: StateRoot): Layout {
  const folder = resolve(given);
  const [skills, hooks, plugins, data] = ['skills', 'hooks', 'plugins', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  return {
    folder,
    skills,
    index: join(skills, 'installed-index.json'),
    log: join(skills, 'audit.ndjson'),
    tornLog: join(skills, 'audit.ndjson.torn'),
    trustStore: trustStore ?? join(skills, 'trust-store.json'),
    trustStoreStaging:
      trustStore === undefined
        ? { folder: join(skills, stagingName), prefix: '' }
        : // Two roots may share a store, and each clears away only what is its own.
          { folder: dirname(trustStore), prefix: `${basename(trustStore)}.staged.${shortDigest(folder)}.` },
    hooks: join(hooks, 'bindings.json'),
    plugins: join(plugins, 'bindings.json'),
    data,
    journal: join(data, 'journal.sqlite3'),
    lock: join(folder, 'state.lock'),
    transaction: join(folder, 'transaction.json'),
    finished: join(folder, 'transaction.done.json'),
    areas: [skills, hooks, plugins],
  };
}

/** As it is written in a transaction. */
export function insideName({ folder }: Layout, path: string): string {
  return relative(folder, path).replaceAll('\\', '/');
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

import { randomBytes } from 'node:crypto';
import { lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { encodeJson } from '#spec/json/write.ts';
import { writeDurably } from '../disk/durable.ts';
import { makeFolders } from '../disk/make-folders.ts';
import { logLength } from './audit-log.ts';
import type { JournalEvent, VersionFiles } from './change.ts';
import { artifactName, metadataName } from './folder-name.ts';
import { isFolder, makeArea, makeInside, syncTouched, type Touched } from './folders.ts';
import { readJournal } from './journal.ts';
import { insideName, type Layout, stagingName } from './layout.ts';
import type { ChangePlan } from './plan.ts';
import type { EventRow } from './rows.ts';
import { type Step, sha256Of } from './transaction.ts';
import { StateTrouble } from './trouble.ts';

const mode = 0o600;

/**
 * STATE-STAGED: everything new is on the disk, beside its place, before the change is decided. The steps are in an order
 * in which a program that knows nothing of them meets no name without its file. Throws what node:fs throws.
 */
export function stageChange(layout: Layout, plan: ChangePlan): readonly Step[] {
  const { change } = plan;
  const touched: Touched = new Set();
  const steps: Step[] = [];
  touched.add(layout.folder);
  const replace = (target: string, bytes: Uint8Array | undefined) => {
    if (bytes === undefined) return;
    const staged = stagingPlace(layout, target, touched);
    writeDurably(staged, bytes, mode);
    steps.push({
      do: 'replace',
      staged: insideName(layout, staged),
      target: insideName(layout, target),
      sha256: sha256Of(bytes),
    });
  };

  for (const { path, files } of plan.added) {
    makeArea(layout.skills, touched);
    if (isFolder(dirname(path))) isFolder(path);
    const staged = stagingPlace(layout, path, touched);
    layDown(staged, files, touched);
    const aside = insideName(layout, stagingPlace(layout, path, touched));
    steps.push({ do: 'place-folder', staged: insideName(layout, staged), target: insideName(layout, path), aside });
  }
  if (change.trustStore !== undefined) steps.push(stageTrustStore(layout, change.trustStore, touched));
  for (const { path, bytes } of plan.configs) {
    makeArea(dirname(dirname(path)), touched);
    const isThere = isFolder(dirname(path));
    if (bytes === undefined && !isThere) continue;
    if (bytes === undefined) steps.push({ do: 'delete-file', target: insideName(layout, path) });
    else replace(path, bytes);
  }
  replace(layout.hooks, change.hooks);
  replace(layout.plugins, change.plugins);
  replace(layout.index, change.index);
  for (const { folder, to } of plan.links) {
    if (!isFolder(folder) && to === null) continue;
    makeArea(layout.skills, touched);
    const staged = insideName(layout, stagingPlace(layout, folder, touched));
    steps.push({ do: 'link', folder: insideName(layout, folder), to, staged });
  }
  if (plan.lines !== '') {
    makeArea(layout.skills, touched);
    steps.push({ do: 'append', before: logLength(layout.log), lines: plan.lines });
  }
  const { statuses = [], events = [] } = change;
  if (statuses.length + events.length > 0) {
    makeArea(layout.data, touched);
    // Once the change is decided its rows have to find their tables.
    readJournal(layout, true, () => {});
    steps.push({ do: 'rows', statuses, events: events.map(eventRow) });
  }
  for (const path of plan.removed) {
    if (!isFolder(dirname(path)) || !isFolder(path)) continue;
    const aside = insideName(layout, stagingPlace(layout, path, touched));
    steps.push({ do: 'remove-folder', target: insideName(layout, path), aside });
  }
  syncTouched(touched);
  return steps;
}

/** A name of its own in the staging folder of the area that the target is in. */
function stagingPlace(layout: Layout, target: string, touched: Touched): string {
  const area = layout.areas.find((folder) => target.startsWith(folder)) ?? layout.skills;
  makeArea(area, touched);
  const staging = join(area, stagingName);
  makeInside(staging, touched);
  touched.add(staging);
  return join(staging, randomBytes(8).toString('hex'));
}

function stageTrustStore(layout: Layout, bytes: Uint8Array, touched: Touched): Step {
  const { folder, prefix } = layout.trustStoreStaging;
  if (prefix === '') {
    makeArea(layout.skills, touched);
    makeInside(folder, touched);
  } else {
    makeFolders(folder, 0o700);
  }
  const staged = `${prefix}${randomBytes(8).toString('hex')}`;
  writeDurably(join(folder, staged), bytes, mode);
  touched.add(folder);
  return { do: 'trust-store', staged, path: layout.trustStore, sha256: sha256Of(bytes) };
}

/** STATE-EXTRACTED: every entry as a file, and what lies there afterwards is these files and nothing else. */
function layDown(folder: string, { entries, artifact, metadata }: VersionFiles, touched: Touched): void {
  const files = new Map([...entries, [artifactName, artifact], [metadataName, metadata]]);
  const made = new Set<string>();
  const make = (path: string) => {
    if (made.has(path)) return;
    if (path !== folder) make(dirname(path));
    mkdirSync(path, { mode: 0o700 });
    made.add(path);
    touched.add(path);
  };
  make(folder);
  for (const [name, bytes] of files) {
    const path = join(folder, ...name.split('/'));
    make(dirname(path));
    writeDurably(path, bytes, mode);
  }
  const wanted = new Map([...files].map(([name, bytes]) => [name.normalize(), bytes.length]));
  for (const [name, length] of filesIn(folder, '')) {
    if (wanted.get(name) !== length) throw new StateTrouble(join(folder, name), 'it is not as the artifact has it');
    wanted.delete(name);
  }
  for (const name of wanted.keys()) throw new StateTrouble(join(folder, name), 'it is not there after it was written');
}

/** Some file systems spell a name in another normal form. */
function* filesIn(folder: string, prefix: string): Generator<readonly [name: string, length: number]> {
  for (const part of readdirSync(folder)) {
    const path = join(folder, part);
    const name = `${prefix}${part}`.normalize();
    const state = lstatSync(path);
    if (state.isDirectory()) yield* filesIn(path, `${name}/`);
    else yield [name, state.isFile() ? state.size : -1];
  }
}

function eventRow({ payload, ...rest }: JournalEvent): EventRow {
  return { ...rest, payload: encodeJson(payload) };
}

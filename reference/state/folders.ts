import { lstatSync, mkdirSync, readdirSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { syncFolder } from '../disk/durable.ts';
import { makeFolders } from '../disk/make-folders.ts';
import type { Layout } from './layout.ts';
import { leadsNowhere } from './read-state-file.ts';
import { StateTrouble } from './trouble.ts';

/** Folders in which a name changed, and whose record of it has to reach the disk. */
export type Touched = Set<string>;

export function syncTouched(touched: Touched): void {
  for (const folder of touched) syncFolder(folder);
  touched.clear();
}

/** STATE-READ: the root and its areas are folders, or links to some, or not there. Throws what node:fs throws. */
export function checkPlaces({ folder, areas, data, finished }: Layout): void {
  let above = folder;
  while (!isThere(above) && above !== dirname(above)) above = dirname(above);
  for (const place of [above, ...areas, data]) {
    if (!isThere(place)) continue;
    const state = statSync(place, { throwIfNoEntry: false });
    if (state === undefined) throw new StateTrouble(place, leadsNowhere);
    if (!state.isDirectory()) throw new StateTrouble(place, 'it is not a folder');
  }
  isFile(finished);
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** STATE-PATHS: a link in the place of a folder would lead what is written or deleted below it elsewhere. */
export function isFolder(path: string): boolean {
  const state = lstatSync(path, { throwIfNoEntry: false });
  if (state !== undefined && !state.isDirectory()) throw new StateTrouble(path, 'it is not a folder');
  return state !== undefined;
}

/** STATE-PATHS: as `isFolder`, for a file that is written in place. */
export function isFile(path: string): boolean {
  const state = lstatSync(path, { throwIfNoEntry: false });
  if (state !== undefined && !state.isFile()) throw new StateTrouble(path, 'it is not a file');
  return state !== undefined;
}

/** A folder of the root, which the operator may have put elsewhere by a link. */
export function makeArea(path: string, touched: Touched): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) makeFolders(path, 0o700);
  // Also where it was there: whoever made it may have been killed before its name was on the disk.
  touched.add(dirname(path));
}

/** A folder that only a decided change needs, so that one that is refused leaves none. Its name is on the disk before others rely on it. */
export function makeTarget(path: string): void {
  if (isFolder(path)) return;
  mkdirSync(path, { mode: 0o700 });
  syncFolder(dirname(path));
}

/** A folder below an area. */
export function makeInside(path: string, touched: Touched): void {
  if (!isFolder(path)) mkdirSync(path, { mode: 0o700 });
  touched.add(dirname(path));
}

/** Deletes a folder with everything in it, and of a link only the link. */
export function removeTree(path: string): void {
  const state = lstatSync(path, { throwIfNoEntry: false });
  if (state === undefined) return;
  if (!state.isDirectory()) {
    unlinkSync(path);
    return;
  }
  for (const name of readdirSync(path)) removeTree(join(path, name));
  rmdirSync(path);
}

export function removeFile(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) unlinkSync(path);
}

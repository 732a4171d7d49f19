import { lstatSync, readlinkSync, renameSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result } from '#spec/result.ts';
import { diskProblem } from '../disk/problem.ts';
import { appendLines } from './audit-log.ts';
import { isFolder, makeTarget, removeFile, removeTree, syncTouched, type Touched } from './folders.ts';
import { changeJournal } from './journal.ts';
import { type Layout, largestFile } from './layout.ts';
import { readStateFile } from './read-state-file.ts';
import { putRows } from './rows.ts';
import type { StateRoot } from './state.ts';
import { type Step, sha256Of, type Transaction } from './transaction.ts';
import { StateTrouble } from './trouble.ts';

/** STATE-COMMIT: each step is done, or found done, and all of it is on the disk. Throws what node:fs throws. */
export function applyTransaction(layout: Layout, root: StateRoot, { steps }: Transaction): Result<undefined> {
  const touched: Touched = new Set();
  for (const step of steps) {
    const applied = applyStep(layout, root, step, touched);
    if (!applied.ok) return applied;
  }
  syncTouched(touched);
  renameSync(layout.transaction, layout.finished);
  syncTouched(touched.add(layout.folder));
  return ok(undefined);
}

function applyStep(layout: Layout, root: StateRoot, step: Step, touched: Touched): Result<undefined> {
  const at = (name: string) => insidePath(layout, name);
  switch (step.do) {
    case 'place-folder':
      makeTarget(dirname(at(step.target)));
      placeFolder(at(step.staged), at(step.target), at(step.aside), touched);
      break;
    case 'replace':
      if (step.target.split('/').length > 2) makeTarget(dirname(at(step.target)));
      replaceWith(at(step.staged), at(step.target), step.sha256, touched);
      break;
    case 'delete-file':
      removeFile(at(step.target));
      touched.add(dirname(at(step.target)));
      break;
    case 'trust-store':
      return replaceTrustStore(layout, root, step, touched);
    case 'link':
      if (step.to !== null) makeTarget(at(step.folder));
      pointCurrent(at(step.folder), step.to, at(step.staged), touched);
      break;
    case 'append':
      appendLines(layout, step.before, Buffer.from(step.lines));
      touched.add(layout.skills);
      break;
    case 'rows':
      changeJournal(layout, (database) => putRows(database, step.statuses, step.events));
      break;
    case 'remove-folder':
      moveAway(at(step.target), at(step.aside), touched);
      removeTree(at(step.aside));
      break;
  }
  return ok(undefined);
}

/** STATE-PATHS: no link on the way to it leads anywhere else, also when a change is finished after a crash. */
function insidePath({ folder }: Layout, name: string): string {
  const parts = name.split('/');
  // The first is an area, which the operator may have put elsewhere.
  for (let count = 2; count < parts.length; count++) isFolder(join(folder, ...parts.slice(0, count)));
  return join(folder, ...parts);
}

function placeFolder(staged: string, target: string, aside: string, touched: Touched): void {
  touched.add(dirname(target)).add(dirname(staged));
  if (isFolder(staged)) {
    moveAway(target, aside, touched);
    renameSync(staged, target);
  } else if (!isFolder(target)) {
    throw new StateTrouble(target, 'neither it nor what was prepared for it is there');
  }
  removeTree(aside);
}

/** At once, so that nobody meets half of it. */
function moveAway(target: string, aside: string, touched: Touched): void {
  touched.add(dirname(target)).add(dirname(aside));
  if (isFolder(target)) renameSync(target, aside);
}

function replaceWith(staged: string, target: string, sha256: string, touched: Touched): void {
  touched.add(dirname(target)).add(dirname(staged));
  if (lstatSync(staged, { throwIfNoEntry: false }) !== undefined) {
    renameSync(staged, target);
    return;
  }
  const file = readStateFile(target, largestFile);
  if (file.kind === 'read' && sha256Of(file.bytes) === sha256) return;
  throw new StateTrouble(target, 'it was changed, and what was prepared for it is not there');
}

function replaceTrustStore(
  layout: Layout,
  root: StateRoot,
  { staged, path, sha256 }: Extract<Step, { do: 'trust-store' }>,
  touched: Touched,
): Result<undefined> {
  if (path !== layout.trustStore)
    throw new StateTrouble(path, 'it was being replaced; open the state with this trust store');
  const { folder, prefix } = layout.trustStoreStaging;
  if (prefix === '') isFolder(folder);
  if (!/^[0-9a-f]{16}$/.test(staged.slice(prefix.length)) || !staged.startsWith(prefix))
    throw new StateTrouble(join(folder, staged), 'it was not prepared for this trust store');
  const prepared = join(folder, staged);
  const after = bytesOf(prepared) ?? bytesOf(path) ?? new Uint8Array();
  if (lstatSync(prepared, { throwIfNoEntry: false }) !== undefined) {
    const started = root.aroundTrustStore?.before({ before: bytesOf(path), after });
    if (started?.ok === false) return started;
  }
  replaceWith(prepared, path, sha256, touched);
  // Before anything else may say that the store is the new one.
  syncTouched(touched);
  return root.aroundTrustStore?.after(after) ?? ok(undefined);
}

function bytesOf(path: string): Uint8Array | undefined {
  const file = readStateFile(path, largestFile);
  if (file.kind === 'read') return file.bytes;
  if (file.kind === 'problem' && file.detail === 'ENOENT') return undefined;
  throw new StateTrouble(path, file.kind === 'problem' ? file.detail : 'it is not a file');
}

/** STATE-CURRENT: a convenience, left out where the system has no links or something else stands in its place. */
function pointCurrent(folder: string, to: string | null, staged: string, touched: Touched): void {
  if (!isFolder(folder)) return;
  const link = join(folder, 'current');
  const there = lstatSync(link, { throwIfNoEntry: false });
  touched.add(folder);
  if (there !== undefined && !there.isSymbolicLink()) return;
  if (to === null) {
    removeFile(link);
    return;
  }
  if (there !== undefined && readlinkSync(link) === to) return;
  removeFile(staged);
  try {
    symlinkSync(to, staged, 'dir');
  } catch (error) {
    if (withoutLinks.has(diskProblem(error))) return;
    throw error;
  }
  renameSync(staged, link);
}

const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

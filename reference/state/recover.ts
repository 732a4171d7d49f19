import { lstatSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#spec/result.ts';
import { syncFolder } from '../disk/durable.ts';
import { readRegularFile } from '../disk/read-file.ts';
import { applyTransaction } from './apply.ts';
import { cutTornTail } from './audit-log.ts';
import { isFolder, removeTree } from './folders.ts';
import { changeJournal, needsCheckpoint, sweepJournal } from './journal.ts';
import { type Layout, stagingName } from './layout.ts';
import type { StateRoot } from './state.ts';
import { largestTransaction, parseTransaction } from './transaction.ts';
import { troubleOf } from './trouble.ts';

/** Whether somebody was interrupted, or is at work. */
export function isUnfinished(layout: Layout): boolean {
  return lstatSync(layout.transaction, { throwIfNoEntry: false }) !== undefined || needsCheckpoint(layout);
}

/** STATE-RECOVERY: what others left behind is finished or cleared away. To be called by the holder of the lock. */
export function recover(layout: Layout, root: StateRoot): Result<undefined> {
  try {
    const finished = finishTransaction(layout, root);
    if (!finished.ok) return finished;
  } catch (error) {
    return fail({ code: 'state.unfinished', ...troubleOf(error, layout.folder) });
  }
  try {
    // Left by another program: of a change of ours there would have been a transaction.
    if (needsCheckpoint(layout)) changeJournal(layout, () => {});
  } catch (error) {
    return fail({ code: 'state.unreadable', ...troubleOf(error, layout.journal) });
  }
  try {
    sweep(layout);
    cutTornTail(layout);
  } catch (error) {
    return fail({ code: 'state.unwritable', ...troubleOf(error, layout.folder) });
  }
  return ok(undefined);
}

function finishTransaction(layout: Layout, root: StateRoot): Result<undefined> {
  const { transaction: path, folder } = layout;
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return ok(undefined);
  const file = readRegularFile(path, largestTransaction);
  if (file.kind !== 'read') {
    const detail = file.kind === 'problem' ? file.detail : 'it is not a file of a size that a transaction can have';
    return fail({ code: 'state.unreadable', path, detail });
  }
  const transaction = parseTransaction(file.bytes);
  if (transaction === 'strange') {
    return fail({
      code: 'state.unreadable',
      path,
      detail: 'another program, or another version of this one, left a change in it',
    });
  }
  if (transaction === 'torn') {
    renameSync(path, `${path}.torn`);
    syncFolder(folder);
    return ok(undefined);
  }
  // Whoever decided it may have been killed before its name was on the disk.
  syncFolder(folder);
  return applyTransaction(layout, root, transaction);
}

/** STATE-SWEEP: under the lock, whatever is being prepared was prepared by somebody who is gone. */
export function sweep(layout: Layout): void {
  const { folder, areas, transaction, trustStoreStaging } = layout;
  sweepFolder(folder, (name) => name.startsWith(`${transaction.slice(folder.length + 1)}.tmp.`));
  for (const area of areas) {
    const staging = join(area, stagingName);
    if (isFolder(staging)) sweepFolder(staging, () => true);
  }
  sweepJournal(layout);
  if (trustStoreStaging.prefix !== '' && isFolder(trustStoreStaging.folder)) {
    sweepFolder(trustStoreStaging.folder, (name) => name.startsWith(trustStoreStaging.prefix));
  }
}

function sweepFolder(folder: string, isLeftover: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) if (isLeftover(name)) removeTree(join(folder, name));
}

import { randomBytes } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '#spec/result.ts';
import { syncFolder } from '../disk/durable.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { applyTransaction } from './apply.ts';
import type { StateChange } from './change.ts';
import type { Layout } from './layout.ts';
import { planChange } from './plan.ts';
import { sweep } from './recover.ts';
import { stageChange } from './stage.ts';
import type { StateRoot } from './state.ts';
import { encodeTransaction, largestTransaction, type Transaction } from './transaction.ts';
import { StateTrouble, troubleOf } from './trouble.ts';

/** To be called by the holder of the lock, with nothing left to recover. */
export function commit(layout: Layout, root: StateRoot, change: StateChange): Result<undefined> {
  const plan = planChange(layout, change);
  if (!plan.ok) return plan;
  let transaction: Transaction;
  try {
    transaction = { id: randomBytes(16).toString('hex'), steps: stageChange(layout, plan.value) };
    if (transaction.steps.length === 0) return ok(undefined);
    decide(layout, transaction);
  } catch (error) {
    const trouble = troubleOf(error, layout.folder);
    return fail({ code: isDecided(layout) ? 'state.unfinished' : 'state.unwritable', ...trouble });
  }
  try {
    return applyTransaction(layout, root, transaction);
  } catch (error) {
    return fail({ code: 'state.unfinished', ...troubleOf(error, layout.folder) });
  }
}

/** STATE-COMMIT: with the name of this file on the disk the change is made, and before it nothing is. */
function decide({ folder, transaction: path, finished }: Layout, transaction: Transaction): void {
  const bytes = encodeTransaction(transaction);
  if (bytes.length > largestTransaction) {
    throw new StateTrouble(path, `it would have more than ${largestTransaction} bytes`);
  }
  if (lstatSync(finished, { throwIfNoEntry: false }) === undefined) syncAncestors(folder);
  replaceFile(path, bytes);
}

/** Before the first change the folder itself may be new. Those above it may be nobody's to open. */
function syncAncestors(folder: string): void {
  for (let at = dirname(folder); ; at = dirname(at)) {
    try {
      syncFolder(at);
    } catch {}
    if (at === dirname(at)) return;
  }
}

/** Where that cannot be told, what was prepared has to stay, for whoever looks next. */
function isDecided(layout: Layout): boolean {
  try {
    if (lstatSync(layout.transaction, { throwIfNoEntry: false }) !== undefined) return true;
  } catch {
    return true;
  }
  try {
    sweep(layout);
  } catch {
    // The next command tries again.
  }
  return false;
}

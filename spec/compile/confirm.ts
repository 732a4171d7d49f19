import { createHash } from 'node:crypto';
import type { Complaint } from './complaint.ts';
import type { IdRecord } from './record.ts';
import type { Requirement } from './requirement.ts';
import { normaliseSpace } from './words.ts';

/** Changes when what is asked changes, and not when its reason is put better or its lines are broken elsewhere. */
export function digestOf({ keyword, set, text }: Pick<Requirement, 'keyword' | 'set' | 'text'>): string {
  return createHash('sha256')
    .update(normaliseSpace(`${keyword} ${set} ${text}`))
    .digest('hex');
}

/** The record holds, for each requirement, the digest of the sentence that its cases were last read against. */
export function checkConfirmed(requirements: readonly Requirement[], confirmed: IdRecord): readonly Complaint[] {
  return requirements.flatMap((requirement) => {
    const { id, file, line } = requirement;
    const known = confirmed.get(id);
    if (known === digestOf(requirement)) return [];
    const problem =
      known === undefined
        ? `${id} was never confirmed against its cases`
        : `the sentence of ${id} changed after its cases were confirmed`;
    return [{ file, line, problem, remedy: `reread its cases, then run: npm run spec -- --confirm ${id}` }];
  });
}

/** The confirmations of all requirements there are, with those in `ids` brought up to date. */
export function confirm(requirements: readonly Requirement[], confirmed: IdRecord, ids: ReadonlySet<string>): IdRecord {
  const next = new Map<string, string>();
  for (const requirement of requirements) {
    const { id } = requirement;
    const digest = ids.has(id) ? digestOf(requirement) : confirmed.get(id);
    if (digest !== undefined) next.set(id, digest);
  }
  return next;
}

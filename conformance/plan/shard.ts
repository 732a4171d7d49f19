import { createHash } from 'node:crypto';

/** One of `of` parts of a run; counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** A case belongs to the same shard whatever other cases there are. */
export function isInShard(id: string, { index, of }: Shard): boolean {
  return stableNumber(id) % of === index - 1;
}

/** Evenly spread, and the same for an id everywhere. */
export function stableNumber(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE();
}

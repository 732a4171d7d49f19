import { compareVersions as compareTriples, parseVersion } from '../../manifest/version.ts';
import { compareBytes } from '../../text/byte-order.ts';
import type { SkillVersion } from './record.ts';

/**
 * IDX-VERSION-ORDER: triples by their numbers and above everything else, the rest by bytes. Two texts of one triple are
 * told apart by bytes too, so that no two versions have the same place.
 */
export function compareVersions(a: string, b: string): number {
  const left = parseVersion(a);
  const right = parseVersion(b);
  if (left !== undefined && right !== undefined) return compareTriples(left, right) || compareBytes(a, b);
  if (left === undefined && right === undefined) return compareBytes(a, b);
  return left === undefined ? -1 : 1;
}

/** IDX-ORDER */
export function compareRecords(a: SkillVersion, b: SkillVersion): number {
  return compareBytes(a.skillId, b.skillId) || compareVersions(a.version, b.version);
}

/** By text alone, as rows of statuses and the targets of a re-audit are. */
export function compareAsText(a: SkillVersion, b: SkillVersion): number {
  return compareBytes(a.skillId, b.skillId) || compareBytes(a.version, b.version);
}

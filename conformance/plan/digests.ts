import { createHash } from 'node:crypto';
import { requirements } from '#spec/generated/requirements.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, codeOf, indexCases, needsOf, originsOf } from '../recipe/case-index.ts';

/** Reports with the same digest were judged by the same sentences. */
export function requirementsDigest(): string {
  ownRequirements ??= digest(requirements.map((requirement) => JSON.stringify(requirement)));
  return ownRequirements;
}

let ownRequirements: string | undefined;

/** Reports with the same digest know of the same cases, with the same expectations. */
export function casesDigest(cases: readonly Case[]): string {
  const known = digestOf.get(cases);
  if (known !== undefined) return known;
  const index = indexCases(cases);
  const made = digest(cases.map((one) => JSON.stringify(factsOf(one, index))));
  digestOf.set(cases, made);
  return made;
}

/** Reports are read by the hundred, and the cases stay the same. */
const digestOf = new WeakMap<readonly Case[], string>();

/** Reports with the same digest asked the same cases in the same order. */
export function planDigest(ids: readonly string[]): string {
  return digest(ids);
}

/** A report names what a subject would have had to declare, so that belongs to what is expected. */
function factsOf(one: Case, index: CaseIndex): readonly unknown[] {
  const { id, kind, proves } = one;
  const expected = kind === 'observed' ? one.shipping : (codeOf(one, index) ?? null);
  const relation = kind === 'accepted' ? (one.relation ?? null) : null;
  return [id, kind, proves, expected, originsOf(one), needsOf(one, index), relation];
}

function digest(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}

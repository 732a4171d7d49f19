import { createHash } from 'node:crypto';
import { requirements } from '#spec/generated/requirements.ts';
import type { Case } from '../case.ts';
import { codeOf, indexCases } from '../recipe/case-index.ts';

/** Reports with the same digest were judged by the same sentences. */
export function requirementsDigest(): string {
  return digest(requirements.map((requirement) => JSON.stringify(requirement)));
}

/** Reports with the same digest know of the same cases, with the same expectations. */
export function casesDigest(cases: readonly Case[]): string {
  const index = indexCases(cases);
  return digest(
    cases.map((one) => JSON.stringify([one.id, one.kind, one.proves, codeOf(one, index) ?? null, neighboursOf(one)])),
  );
}

/** Reports with the same digest asked the same cases in the same order. */
export function planDigest(ids: readonly string[]): string {
  return digest(ids);
}

function neighboursOf(one: Case): readonly string[] {
  switch (one.kind) {
    case 'accepted':
      return [];
    case 'rejected':
      return [one.twin];
    case 'ordered':
      return [one.first, one.second];
    case 'observed':
      return [one.shipping];
  }
}

function digest(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}

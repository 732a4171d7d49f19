import { type Complaint, placeOf, type Source } from './complaint.ts';
import type { Requirement } from './requirement.ts';

/** What `spec/reasons.ts` says of a failure code. */
export interface CodeReason {
  readonly requirement: string;
}

export interface FailureSources {
  /** The text of `spec/reasons.ts`, to point at a line of it. */
  readonly reasonsFile: Source;
  /** The files that may raise a failure. */
  readonly raising: readonly Source[];
}

/** Chapters, codes and code must tell one story: each code is asked for by a requirement and raised by somebody. */
export function checkFailures(
  requirements: readonly Requirement[],
  reasons: ReadonlyMap<string, CodeReason>,
  { reasonsFile, raising }: FailureSources,
): readonly Complaint[] {
  const complaints: Complaint[] = [];
  const declared = new Map(requirements.map((requirement) => [requirement.id, requirement]));

  for (const { id, file, line, failsAs } of requirements) {
    for (const code of failsAs) {
      if (reasons.has(code)) continue;
      complaints.push({
        file,
        line,
        problem: `${id} fails as ${code}, which is no failure code`,
        remedy: 'correct the code',
      });
    }
  }
  for (const [code, { requirement }] of reasons) {
    const place = placeOf(`'${code}'`, [reasonsFile], reasonsFile.file);
    if (!isQuotedIn(code, raising)) {
      complaints.push({
        ...place,
        problem: `nobody raises ${code}`,
        remedy: 'raise it where it is found, or delete it',
      });
    }
    const block = declared.get(requirement);
    if (block === undefined) {
      const problem = `${code} belongs to ${requirement}, which no chapter declares`;
      complaints.push({ ...place, problem, remedy: 'correct the id or write the block' });
    } else if (!block.failsAs.includes(code)) {
      const { file, line } = block;
      const problem = `${requirement} does not name its failure code ${code}`;
      complaints.push({ file, line, problem, remedy: `end its reason with: Fails as \`${code}\`.` });
    }
  }
  return complaints;
}

function isQuotedIn(code: string, sources: readonly Source[]): boolean {
  const spellings = [`'${code}'`, `"${code}"`, `\`${code}\``];
  return sources.some(({ text }) => spellings.some((spelling) => text.includes(spelling)));
}

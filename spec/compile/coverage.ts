import type { CaseSummary } from './cases.ts';
import type { Complaint } from './complaint.ts';
import type { Mention } from './mentions.ts';
import type { Requirement } from './requirement.ts';

/** Nothing is asked of a subject that no case asks it, and nothing is kept outside the protocol that no test shows. */
export function checkCoverage(
  requirements: readonly Requirement[],
  cases: readonly CaseSummary[],
  tests: readonly Mention[],
): readonly Complaint[] {
  const complaints: Complaint[] = [];
  for (const { id, keyword, outside, file, line } of requirements) {
    const complain = (problem: string, remedy: string) => {
      complaints.push({ file, line, problem: `${id} ${problem}`, remedy });
    };
    const proving = cases.filter(({ proves }) => proves.includes(id));
    const isScored = proving.some(({ kind }) => kind !== 'observed');
    const isObserved = proving.some(({ kind }) => kind === 'observed');
    if (outside !== null) {
      if (!tests.some((test) => test.id === id)) {
        complain('is outside the protocol and no test is named after it', 'write a test whose name holds the id');
      }
    } else if (keyword === 'MAY') {
      if (isScored) complain('is an observation, and a case scores it', 'make the case an observed one');
      if (!isObserved)
        complain('has no observed case', 'write one, or add a line Outside the protocol: with the reason');
    } else if (!isScored) {
      complain(`is a ${keyword} without a case`, 'write one, or add a line Outside the protocol: with the reason');
    }
  }
  return complaints;
}

import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import { type CaseResult, type Verdict, verdicts } from '../verdict.ts';

/**
 * What the cases say of one requirement. `open` is one that no case of the run answered: it was not supported, or no
 * operation of the protocol reaches it. A SHOULD that is not met is `warned`; a MAY is only `observed`.
 */
export type RequirementStatus = 'met' | 'unmet' | 'warned' | 'open' | 'outside' | 'observed';

export interface RequirementResult {
  readonly id: RequirementId;
  readonly keyword: string;
  readonly set: string;
  readonly status: RequirementStatus;
}

export interface SuiteReport {
  /** `incomplete`: nothing was found wrong, and not everything could be asked. */
  readonly verdict: 'conformant' | 'not conformant' | 'incomplete';
  readonly subject: { readonly name: string; readonly version: string };
  readonly seed: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly requirements: readonly RequirementResult[];
  readonly results: readonly CaseResult[];
}

export function summarise(subject: SuiteReport['subject'], seed: string, results: readonly CaseResult[]): SuiteReport {
  const judged = requirements.map((requirement) => judgeRequirement(requirement, results));
  return { verdict: overall(judged), subject, seed, counts: count(results), requirements: judged, results };
}

function judgeRequirement(requirement: Requirement, results: readonly CaseResult[]): RequirementResult {
  const { id, keyword, set } = requirement;
  const said = results.filter(({ proves }) => proves.includes(id)).map(({ verdict }) => verdict);
  return { id, keyword, set, status: statusOf(requirement, said) };
}

function statusOf({ keyword, outside }: Requirement, said: readonly Verdict[]): RequirementStatus {
  if (keyword === 'MAY') return 'observed';
  if (said.length === 0 && outside !== undefined) return 'outside';
  if (said.includes('fail')) return keyword.startsWith('MUST') ? 'unmet' : 'warned';
  return said.length > 0 && said.every((verdict) => verdict === 'pass') ? 'met' : 'open';
}

function overall(judged: readonly RequirementResult[]): SuiteReport['verdict'] {
  if (judged.some(({ status }) => status === 'unmet')) return 'not conformant';
  const isOpen = judged.some(({ keyword, status }) => keyword.startsWith('MUST') && status === 'open');
  return isOpen ? 'incomplete' : 'conformant';
}

function count(results: readonly CaseResult[]): Record<Verdict, number> {
  const counts = verdicts.map((verdict) => [verdict, results.filter((result) => result.verdict === verdict).length]);
  return Object.fromEntries(counts);
}

import type { Case } from '#conformance/case.ts';
import { cases } from '#conformance/cases/index.ts';
import { type DiagnosisCode, diagnoses } from '#conformance/diagnosis.ts';
import { nearest } from '#conformance/nearest.ts';
import { codeOf, indexCases } from '#conformance/recipe/case-index.ts';
import type { FailureCode } from '#spec/failure.ts';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import { type CaseFacts, caseFacts } from '../case-facts.ts';

/** Whatever has an id or a name in a report. */
export type Explanation =
  | { readonly kind: 'requirement'; readonly requirement: Requirement; readonly cases: readonly string[] }
  | {
      readonly kind: 'failure';
      readonly code: FailureCode;
      /** What shipping software says; null where it accepts or has no such error. */
      readonly variant: string | null;
      /** What an implementation without finer errors may say. */
      readonly family: string;
      readonly requirement: Requirement;
      readonly cases: readonly string[];
    }
  | {
      readonly kind: 'case';
      readonly facts: CaseFacts;
      readonly requirements: readonly Requirement[];
      /** The cases that are this one with one change. */
      readonly variants: readonly string[];
    }
  | { readonly kind: 'native'; readonly name: string; readonly codes: readonly FailureCode[] }
  | { readonly kind: 'diagnosis'; readonly code: DiagnosisCode; readonly severity: string; readonly text: string };

const index = indexCases(cases);
const requirementOf = new Map<string, Requirement>(requirements.map((one) => [one.id, one]));
const codes = Object.keys(reasons) as readonly FailureCode[];
const natives = [...new Set(Object.values(reasons).flatMap(({ variant, family }) => [variant ?? family, family]))];

export function lookUp(id: string): Explanation | undefined {
  const requirement = requirementOf.get(id.toUpperCase());
  if (requirement !== undefined) return { kind: 'requirement', requirement, cases: casesOf(requirement.id) };
  const one = index.get(id);
  if (one !== undefined) return explainCase(one);
  if (isFailureCode(id)) return explainFailure(id);
  if (isDiagnosisCode(id)) return { kind: 'diagnosis', code: id, ...diagnoses[id] };
  if (natives.includes(id)) return { kind: 'native', name: id, codes: codes.filter((code) => isSaidAs(code, id)) };
  return undefined;
}

/** Those with the text in them, or else the one that it may be a slip of. */
export function suggestionsFor(id: string): readonly string[] {
  const known = [...requirementOf.keys(), ...codes, ...Object.keys(diagnoses), ...natives, ...index.keys()];
  const part = id.toLowerCase();
  const holding = known.filter((one) => one.toLowerCase().includes(part));
  if (holding.length > 0) return holding.slice(0, mostSuggested);
  const close = nearest(id, known) ?? nearest(id.toUpperCase(), known);
  return close === undefined ? [] : [close];
}

const mostSuggested = 5;

function explainCase(one: Case): Explanation {
  const facts = caseFacts(one);
  const variants = cases.filter((other) => other.kind === 'rejected' && other.twin === one.id).map(({ id }) => id);
  return { kind: 'case', facts, requirements: one.proves.flatMap((id) => requirementOf.get(id) ?? []), variants };
}

function explainFailure(code: FailureCode): Explanation | undefined {
  const { variant, family, requirement: id } = reasons[code];
  const requirement = requirementOf.get(id);
  if (requirement === undefined) return undefined;
  const expecting = cases.filter((one) => codeOf(one, index) === code).map((one) => one.id);
  return { kind: 'failure', code, variant, family, requirement, cases: expecting };
}

function casesOf(id: Requirement['id']): readonly string[] {
  return cases.filter(({ proves }) => proves.includes(id)).map((one) => one.id);
}

function isSaidAs(code: FailureCode, name: string): boolean {
  const { variant, family } = reasons[code];
  return variant === name || family === name;
}

function isFailureCode(id: string): id is FailureCode {
  return Object.hasOwn(reasons, id);
}

function isDiagnosisCode(id: string): id is DiagnosisCode {
  return Object.hasOwn(diagnoses, id);
}

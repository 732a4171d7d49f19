import type { Case } from '#conformance/case.ts';
import { cases } from '#conformance/cases/index.ts';
import { type DiagnosisCode, diagnoses } from '#conformance/diagnosis.ts';
import { everyCheck } from '#conformance/doctor/examine.ts';
import { type OutcomeKind, outcomeKinds } from '#conformance/outcome.ts';
import { codeOf, indexCases, needsOf, originsOf } from '#conformance/recipe/case-index.ts';
import {
  type ExpectedKind,
  type ObservedKind,
  observedKinds,
  outcomeOf,
  verdictTable,
} from '#conformance/runner/verdict-table.ts';
import type { Verdict } from '#conformance/verdict.ts';
import type { FailureCode } from '#spec/failure.ts';
import { type Feature, features } from '#spec/features.ts';
import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import { type CaseFacts, caseFacts } from '../case-facts.ts';
import { type HarnessCode, harnessCodes } from '../harness-codes.ts';
import { watOf } from '../wat-text.ts';
import { featureTexts } from './features.ts';
import { outcomeTexts } from './outcomes.ts';

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
      /** Of a module that is written as a text, its beginning. */
      readonly wat?: string;
      readonly requirements: readonly Requirement[];
      /** The cases that are this one with one change: those that are refused, and those that are answered otherwise. */
      readonly variants: readonly string[];
      readonly changed: readonly string[];
    }
  | { readonly kind: 'native'; readonly name: string; readonly codes: readonly FailureCode[] }
  | {
      readonly kind: 'diagnosis';
      readonly code: DiagnosisCode;
      readonly severity: string;
      readonly text: string;
      readonly advice: string;
    }
  | {
      readonly kind: 'outcome';
      readonly outcome: OutcomeKind;
      readonly text: string;
      /** What a case comes to with it, by what the case expects. */
      readonly verdicts: Readonly<Partial<Record<ObservedKind, Readonly<Record<ExpectedKind, Verdict>>>>>;
    }
  | {
      readonly kind: 'check';
      readonly id: string;
      readonly claim: string;
      readonly why: string;
      readonly advice: string;
    }
  | { readonly kind: 'feature'; readonly feature: Feature; readonly text: string; readonly cases: readonly string[] }
  | { readonly kind: 'refusal'; readonly code: HarnessCode; readonly text: string };

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
  const check = everyCheck.find((one) => one.id === id);
  if (check !== undefined) {
    const { claim, why, advice } = check;
    return { kind: 'check', id, claim, why, advice };
  }
  if (isOutcomeKind(id)) return explainOutcome(id);
  if (isFeature(id)) return explainFeature(id);
  if (isHarnessCode(id)) return { kind: 'refusal', code: id, text: harnessCodes[id] };
  if (natives.includes(id)) return { kind: 'native', name: id, codes: codes.filter((code) => isSaidAs(code, id)) };
  return undefined;
}

/** All that can be looked up. */
export function knownNames(): readonly string[] {
  const ofAdapters = [...Object.keys(diagnoses), ...everyCheck.map((check) => check.id), ...features];
  const ofRuns = [...outcomeKinds, ...Object.keys(harnessCodes)];
  return [...new Set([...requirementOf.keys(), ...codes, ...ofAdapters, ...ofRuns, ...natives, ...index.keys()])];
}

function explainCase(one: Case): Explanation {
  const facts = caseFacts(one);
  const wat = watOf(one);
  const madeFromIt = (kind: Case['kind']) =>
    cases.filter((other) => other.kind === kind && originsOf(other).includes(one.id)).map(({ id }) => id);
  return {
    kind: 'case',
    facts,
    ...(wat === undefined ? {} : { wat }),
    requirements: one.proves.flatMap((id) => requirementOf.get(id) ?? []),
    variants: madeFromIt('rejected'),
    changed: madeFromIt('changed'),
  };
}

function explainFailure(code: FailureCode): Explanation | undefined {
  const { variant, family, requirement: id } = reasons[code];
  const requirement = requirementOf.get(id);
  if (requirement === undefined) return undefined;
  const expecting = cases.filter((one) => codeOf(one, index) === code).map((one) => one.id);
  return { kind: 'failure', code, variant, family, requirement, cases: expecting };
}

function explainOutcome(outcome: OutcomeKind): Explanation {
  const verdictsOf = (observed: ObservedKind) => ({
    ok: verdictTable.ok[observed],
    value: verdictTable.value[observed],
    reject: verdictTable.reject[observed],
    observe: verdictTable.observe[observed],
  });
  const rows = observedKinds.filter((observed) => outcomeOf(observed) === outcome);
  const verdicts = Object.fromEntries(rows.map((observed) => [observed, verdictsOf(observed)]));
  return { kind: 'outcome', outcome, text: outcomeTexts[outcome], verdicts };
}

function explainFeature(feature: Feature): Explanation {
  const needing = cases.filter((one) => needsOf(one, index).includes(feature)).map(({ id }) => id);
  return { kind: 'feature', feature, text: featureTexts[feature], cases: needing };
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

function isFeature(id: string): id is Feature {
  return Object.hasOwn(featureTexts, id);
}

function isOutcomeKind(id: string): id is OutcomeKind {
  return Object.hasOwn(outcomeTexts, id);
}

function isHarnessCode(id: string): id is HarnessCode {
  return Object.hasOwn(harnessCodes, id);
}

function isDiagnosisCode(id: string): id is DiagnosisCode {
  return Object.hasOwn(diagnoses, id);
}

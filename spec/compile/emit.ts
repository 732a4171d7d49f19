import { digestOf } from './confirm.ts';
import type { CompiledExample } from './examples.ts';
import { byId } from './order.ts';
import { jsonFile } from './plain.ts';
import { keywords, type Requirement, requirementSets, type Tombstone } from './requirement.ts';

const origin = '// Written by `npm run spec`; the chapters are the source.';

export function requirementIdsModule(requirements: readonly Requirement[]): string {
  const lines = byId(requirements).map(({ id }) => `  '${id}',\n`);
  return `${origin}
export const requirementIds = [
${lines.join('')}] as const;

export type RequirementId = (typeof requirementIds)[number];
`;
}

export function requirementsModule(requirements: readonly Requirement[]): string {
  const lines = byId(requirements).map(({ id, keyword, set, area, file, since, text, why, failsAs, outside }) => {
    const row = { id, keyword, set, area, chapter: file, since, text, why, failsAs };
    return `  ${JSON.stringify(outside === null ? row : { ...row, outside })},\n`;
  });
  return `${origin}
import type { Area } from '../areas.ts';
import type { FailureCode } from '../failure.ts';
import type { RequirementId } from './requirement-ids.ts';

export interface Requirement {
  readonly id: RequirementId;
  readonly keyword: ${oneOf(keywords)};
  readonly set: ${oneOf(requirementSets)};
  readonly area: Area;
  readonly chapter: string;
  readonly since: string;
  readonly text: string;
  readonly why: string;
  readonly failsAs: readonly FailureCode[];
  /** Why no operation of the protocol reaches it. */
  readonly outside?: string;
}

export const requirements: readonly Requirement[] = [
${lines.join('')}];
`;
}

export function examplesModule(examples: readonly CompiledExample[]): string {
  const lines = examples.map((example) => `  ${JSON.stringify(example)},\n`);
  return `${origin}
import type { FailureCode } from '../failure.ts';
import type { RequirementId } from './requirement-ids.ts';

/** A manifest of a chapter that is accepted, or one change of it that is refused. */
export type Example =
  | { readonly kind: 'accepted'; readonly id: string; readonly proves: readonly RequirementId[]; readonly text: string }
  | {
      readonly kind: 'rejected';
      readonly id: string;
      readonly proves: readonly RequirementId[];
      readonly twin: string;
      readonly code: FailureCode;
      /** The one occurrence of \`replace\` in the text of the twin becomes \`with\`. */
      readonly replace: string;
      readonly with: string;
    };

export const examples: readonly Example[] = [
${lines.join('')}];
`;
}

export function requirementsJson(requirements: readonly Requirement[], tombstones: readonly Tombstone[]): string {
  return jsonFile({
    $schema: './schemas/requirements.schema.json',
    requirements: byId(requirements).map((requirement) => {
      const { id, keyword, set, area, file: chapter, since, text, why, failsAs, outside } = requirement;
      const digest = digestOf(requirement);
      return { id, keyword, set, area, chapter, since, text, why, failsAs, outsideTheProtocol: outside, digest };
    }),
    withdrawn: byId(tombstones).map(({ id, withdrawn, reason, file }) => ({ id, chapter: file, withdrawn, reason })),
  });
}

/** One row of `reasons.json`. */
export interface ReasonRow {
  readonly area: string;
  readonly requirement: string;
  readonly variant: string | null;
  readonly family: string;
}

export function reasonsJson(reasons: ReadonlyMap<string, ReasonRow>): string {
  const rows = [...reasons].sort(([a], [b]) => (a < b ? -1 : 1));
  return jsonFile({
    $schema: './schemas/reasons.schema.json',
    reasons: rows.map(([code, { area, requirement, variant, family }]) => ({
      code,
      area,
      requirement,
      variant,
      family,
    })),
  });
}

function oneOf(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(' | ');
}

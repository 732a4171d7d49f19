import { type Requirement, requirements } from '#spec/generated/requirements.ts';
import { levelOf } from '../../plan/selection.ts';
import { levels } from '../lines.ts';

const byId: ReadonlyMap<string, Requirement> = new Map(requirements.map((one) => [one.id, one]));

/** Of those that a case proves, the first of the strongest: it is the one that a failure is shown under. */
export function headRequirement(ids: readonly string[]): Requirement | undefined {
  const known = ids.flatMap((id) => byId.get(id) ?? []);
  return levels.flatMap((level) => known.find((one) => levelOf(one) === level) ?? [])[0];
}

export function requirementOf(id: string): Requirement | undefined {
  return byId.get(id);
}

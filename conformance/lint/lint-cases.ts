import type { World } from '#fixtures/world.ts';
import { areas } from '#spec/areas.ts';
import { requirements } from '#spec/generated/requirements.ts';
import { reasons } from '#spec/reasons.ts';
import type { Case } from '../case.ts';
import { type CaseIndex, codeOf, indexCases, originsOf } from '../recipe/case-index.ts';
import { type BuiltCase, BuiltCases } from './built-cases.ts';
import { valuesConflict } from './conflict.ts';
import { differences } from './differences.ts';

/** What is wrong with the cases themselves, one sentence for each finding. */
export function lintCases(cases: readonly Case[]): readonly string[] {
  const index = indexCases(cases);
  const seen = new Set<string>();
  return cases.flatMap((one) => {
    const complaints = [...complainOfHead(one), ...complainOfKind(one, index)];
    if (seen.has(one.id)) complaints.push('another case has this id');
    seen.add(one.id);
    return complaints.map((complaint) => `${one.id}: ${complaint}`);
  });
}

/** What is wrong with the cases once they are built in a world. */
export function lintInWorld(cases: readonly Case[], index: CaseIndex, world: World): readonly string[] {
  const built = new BuiltCases(index, world);
  return cases.flatMap((one) => {
    const complaints = [...complainOfBuilt(one, built), ...complainOfAnswer(one, index, world)];
    return complaints.map((complaint) => `${one.id}: ${complaint}`);
  });
}

function complainOfBuilt(one: Case, built: BuiltCases): readonly string[] {
  const mine = built.get(one.id);
  if (!mine.ok) return [JSON.stringify(mine.complaint)];
  const ofPairs = originsOf(one).flatMap((id) => {
    const its = built.get(id);
    return its.ok ? complainOfPair(mine.value, its.value, id) : [JSON.stringify(its.complaint)];
  });
  return [...ofPairs, ...complainOfRelation(one, mine.value)];
}

function complainOfRelation(one: Case, { operation }: BuiltCase): readonly string[] {
  const isOfRuns = one.kind !== 'accepted' || one.relation === undefined || operation === 'runtime.run';
  return isOfRuns ? [] : [`it relates runs, and ${operation} runs nothing`];
}

/** What the twin says as well shows nothing of the edit. */
function complainOfAnswer(one: Case, index: CaseIndex, world: World): readonly string[] {
  const twin = one.kind === 'changed' ? index.get(one.twin) : undefined;
  if (one.kind !== 'changed' || twin?.kind !== 'accepted') return [];
  const its = twin.value?.(world);
  if (its === undefined) return [`its twin ${twin.id} names no value, so no change shows`];
  return valuesConflict(one.value(world), its) ? [] : [`one answer is right for it and for its twin ${twin.id}`];
}

/** One recorded edit is one changed place, which shows in the bytes; of two edits, neither undoes the other. */
function complainOfPair(mine: BuiltCase, its: BuiltCase, id: string): readonly string[] {
  const places = differences(its.model, mine.model);
  if (places.length !== 1) return [`it differs from ${id} in ${places.length} places: ${places.join(' ')}`];
  return its.digest === mine.digest ? [`its bytes are those of ${id}`] : [];
}

function complainOfHead({ id, proves }: Case): string[] {
  const complaints: string[] = [];
  if (!areas.some((area) => id.startsWith(`${area}/`))) complaints.push('its id does not begin with an area');
  if (!/^[a-z0-9]+(?:[/-][a-z0-9]+)*$/.test(id)) complaints.push('its id is not written like a path');
  if (proves.length === 0) complaints.push('it proves nothing');
  return complaints;
}

function complainOfKind(one: Case, index: CaseIndex): readonly string[] {
  switch (one.kind) {
    case 'accepted':
    case 'changed':
      return [];
    case 'rejected':
      return Object.hasOwn(reasons, one.code) ? [] : ['there is no such code'];
    case 'ordered': {
      const second = index.get(one.second);
      const isOneCode = second !== undefined && codeOf(second, index) === codeOf(one, index);
      return isOneCode ? ['its two faults have one code, so no order shows'] : [];
    }
    case 'observed':
      // What nobody has to do proves nothing that somebody must.
      return one.proves.filter((id) => keywords.get(id) !== 'MAY').map((id) => `it observes ${id}, which is no MAY`);
  }
}

const keywords = new Map(requirements.map(({ id, keyword }) => [id, keyword]));

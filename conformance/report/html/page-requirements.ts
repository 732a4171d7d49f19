import { areas } from '#spec/areas.ts';
import type { RequirementResult } from '../lines.ts';
import { requirementOf } from '../render/requirement-of.ts';
import { shown } from '../render/visible.ts';
import type { PageRequirement } from './view/model.ts';
import { setWords } from './view/words.ts';

/** Each requirement with its sentence, by set and area in their usual order. */
export function pageRequirements(results: readonly RequirementResult[]): readonly PageRequirement[] {
  return results.map(pageRequirement).sort((a, b) => placeOf(a) - placeOf(b));
}

const places = Object.keys(setWords).flatMap((set) => [...areas, 'other'].map((area) => `${set} ${area}`));

function placeOf({ set, area }: PageRequirement): number {
  return places.indexOf(`${set} ${area}`);
}

function pageRequirement({ id, keyword, set, status }: RequirementResult): PageRequirement {
  const row = { id: shown(id), keyword, set, status };
  const requirement = requirementOf(id);
  if (requirement === undefined) return { ...row, ...ofAnotherVersion };
  const { area, text, why, chapter, since, failsAs, outside } = requirement;
  return { ...row, area, text, why, chapter, since, failsAs, ...(outside === undefined ? {} : { outside }) };
}

const ofAnotherVersion = {
  area: 'other',
  text: 'The version of the suite that made this page does not have this requirement.',
  why: '',
  chapter: '',
  since: '',
  failsAs: [],
};

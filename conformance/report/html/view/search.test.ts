import { expect, test } from 'vitest';
import type { PageCase, PageData, PageRequirement } from './model.ts';
import { everything, type Facets, type Query } from './query.ts';
import { searcher } from './search.ts';

const bread: PageRequirement = {
  id: 'BREAD',
  keyword: 'MUST',
  set: 'core',
  area: 'manifest',
  status: 'unmet',
  text: 'Bread MUST be baked.',
  why: '',
  chapter: '',
  since: '1.0',
  failsAs: [],
};
const butter: PageRequirement = {
  ...bread,
  id: 'BUTTER',
  set: 'hardened',
  status: 'met',
  text: 'Butter MUST be spread.',
};
const alone: PageRequirement = { ...bread, id: 'ALONE', area: 'trust', status: 'open', text: 'Nobody MUST ask.' };

const ok = { outcome: 'ok', text: 'ok' } as const;
const baked: PageCase = {
  id: 'a/baked',
  operation: 'manifest.parse',
  verdict: 'pass',
  requirements: [0],
  expected: ok,
  observed: ok,
};
const raw: PageCase = { ...baked, id: 'a/raw', verdict: 'fail', requirements: [0, 1], observed: { ...ok, native: 0 } };
const data: PageData = {
  requirements: [bread, butter, alone],
  cases: [baked, raw],
  diagnoses: {},
  texts: ['Dough is not done'],
  rerun: { seed: null, subject: './a' },
};

const search = searcher(data);
const found = (query: Partial<Query>) => {
  const { cases, requirements } = search({ ...everything, ...query });
  return { cases: cases.map(({ id }) => id), requirements: requirements.map(({ requirement }) => requirement.id) };
};
const chosen = (facets: Partial<Facets>) => found({ facets: { ...everything.facets, ...facets } });

test('unfiltered, everything is found, and failures come first', () => {
  expect(found({})).toEqual({ cases: ['a/raw', 'a/baked'], requirements: ['BREAD', 'BUTTER', 'ALONE'] });
});

test('a requirement without a case of the verdict is left out', () => {
  expect(chosen({ verdict: ['pass'] })).toEqual({ cases: ['a/baked'], requirements: ['BREAD'] });
});

test('set, area and status choose requirements, and the cases follow', () => {
  expect(chosen({ set: ['hardened'] })).toEqual({ cases: ['a/raw'], requirements: ['BUTTER'] });
  expect(chosen({ area: ['trust'] })).toEqual({ cases: [], requirements: ['ALONE'] });
  expect(chosen({ status: ['unmet'], set: ['hardened'] })).toEqual({ cases: [], requirements: [] });
});

test('every word must be found, in the case or in its requirement, whatever the letters are', () => {
  expect(found({ text: 'DOUGH not' })).toEqual({ cases: ['a/raw'], requirements: ['BREAD', 'BUTTER'] });
  expect(found({ text: 'dough spread' })).toEqual({ cases: ['a/raw'], requirements: ['BUTTER'] });
  expect(found({ text: 'dough nobody' })).toEqual({ cases: [], requirements: [] });
  expect(found({ text: 'nobody' })).toEqual({ cases: [], requirements: ['ALONE'] });
});

test('a case of no known requirement is hidden only by what asks for requirements', () => {
  const lost = searcher({ ...data, cases: [{ ...raw, requirements: [] }] });
  expect(lost(everything).cases).toHaveLength(1);
  expect(lost({ ...everything, text: 'dough' }).cases).toHaveLength(1);
  expect(lost({ ...everything, facets: { ...everything.facets, set: ['core'] } }).cases).toHaveLength(0);
});

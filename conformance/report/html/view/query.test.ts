import { expect, test } from 'vitest';
import type { Options } from './options.ts';
import { everything, isFiltered, type Query, readQuery, writeQuery } from './query.ts';

const values = (...all: readonly string[]) => all.map((value) => ({ value, word: value, count: 1 }));
const options: Options = {
  verdict: values('fail', 'pass'),
  status: values('unmet', 'met'),
  set: values('core', 'hardened'),
  area: values('manifest', 'trust'),
};

const some: Query = {
  view: 'cases',
  text: 'a name, "quoted" & 100% =#é',
  facets: { verdict: ['fail'], status: [], set: ['core', 'hardened'], area: ['trust'] },
  selected: 'manifest/one two',
};

test('what is written to the address is read back from it', () => {
  expect(readQuery(writeQuery(some), options)).toEqual(some);
  expect(readQuery(writeQuery(everything), options)).toEqual(everything);
});

test('an address that says nothing shows everything', () => {
  for (const fragment of ['', '#', '#main']) expect(readQuery(fragment, options)).toEqual(everything);
});

test('what an address asks for and no report has is passed over', () => {
  const query = readQuery('#view=secret&verdict=fail,perfect&set=,&area=trust', options);
  expect(query).toEqual({ ...everything, facets: { ...everything.facets, verdict: ['fail'], area: ['trust'] } });
});

test('half a character in the search field does not keep the address from being written', () => {
  expect(readQuery(writeQuery({ ...everything, text: '\ud800' }), options).text).toBe('\ufffd');
});

test('a view or a single case is no filter', () => {
  expect(isFiltered({ ...everything, view: 'causes', selected: 'one' })).toBe(false);
  expect(isFiltered({ ...everything, text: ' ' })).toBe(false);
  expect(isFiltered({ ...everything, text: 'a' })).toBe(true);
  expect(isFiltered(some)).toBe(true);
});

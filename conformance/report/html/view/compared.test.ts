import { expect, test } from 'vitest';
import { type ComparedData, type ComparedQuery, findRows, readComparedQuery, writeComparedQuery } from './compared.ts';

const data: ComparedData = {
  subjects: ['one', 'two'],
  requirements: [
    { id: 'BREAD', about: 'MUST · core', differs: true, cells: [{ is: 'met' }, { is: 'unmet' }] },
    { id: 'BUTTER', about: 'MUST · hardened', differs: false, cells: [{ is: 'met' }, null] },
  ],
  cases: [{ id: 'a/raw', differs: true, cells: [{ is: 'pass' }, { is: 'fail', text: 'ok, but Dough' }] }],
};
const found = (query: Partial<ComparedQuery>) =>
  findRows(data, { rows: 'requirements', differing: false, text: '', ...query }).map(({ id }) => id);

test('rows in which the subjects agree can be left out', () => {
  expect(found({})).toEqual(['BREAD', 'BUTTER']);
  expect(found({ differing: true })).toEqual(['BREAD']);
});

test('a row is found by its id, by what stands beside it, and by what is in its cells', () => {
  expect(found({ text: 'butter' })).toEqual(['BUTTER']);
  expect(found({ text: 'must HARDENED' })).toEqual(['BUTTER']);
  expect(found({ text: 'not met' })).toEqual(['BREAD']);
  expect(found({ rows: 'cases', text: 'failed dough' })).toEqual(['a/raw']);
});

test('what is written to the address is read back from it', () => {
  const query = { rows: 'cases', differing: false, text: 'a&b = "c"' } as const;
  expect(readComparedQuery(writeComparedQuery(query))).toEqual(query);
  expect(readComparedQuery('#rows=everything')).toEqual({ rows: 'requirements', differing: true, text: '' });
});

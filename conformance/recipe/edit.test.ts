import { expect, test } from 'vitest';
import type { Edit, RecipeValue } from '../case.ts';
import { insert, put, remove, replace } from '../rows.ts';
import { applyEdit } from './edit.ts';

const model = { name: 'a b a', list: [1, { deep: 'x' }], bytes: Uint8Array.from([1]) };

test.each<[string, Edit, RecipeValue]>([
  ['a key is put in place of another value', put(['list', 1, 'deep'], 'y'), { ...model, list: [1, { deep: 'y' }] }],
  ['a new key is put', put(['list', 1, 'more'], null), { ...model, list: [1, { deep: 'x', more: null }] }],
  ['the whole is put', put([], 'all'), 'all'],
  ['an element is put', put(['list', 0], 2), { ...model, list: [2, { deep: 'x' }] }],
  ['an element is inserted in front', insert(['list', 0], 0), { ...model, list: [0, 1, { deep: 'x' }] }],
  ['an element is inserted behind', insert(['list', 2], 0), { ...model, list: [1, { deep: 'x' }, 0] }],
  ['an element is removed', remove(['list', 0]), { ...model, list: [{ deep: 'x' }] }],
  ['a key is removed', remove(['list']), { name: model.name, bytes: model.bytes }],
  ['a text is replaced', replace(['name'], 'b', 'c'), { ...model, name: 'a c a' }],
])('%s', (_, edit, expected) => {
  expect(applyEdit(model, edit)).toEqual({ ok: true, value: expected });
});

test.each<[string, Edit, string]>([
  ['a place below nothing', put(['nothing', 'deep'], 1), 'no such place'],
  ['an index behind the end', put(['list', 2], 1), 'no such place'],
  ['a key of a list', put(['list', 'deep'], 1), 'no such place'],
  ['a key of bytes', put(['bytes', 'length'], 1), 'no such place'],
  ['a key that is inherited', put(['toString', 'name'], 1), 'no such place'],
  ['a removal of nothing', remove(['nothing']), 'no such place'],
  ['an insertion too far behind', insert(['list', 3], 1), 'not a list'],
  ['an insertion into an object', insert(['list', 1, 0], 1), 'not a list'],
  ['a replacement in a number', replace(['list', 0], '1', '2'), 'not a text'],
  ['a replacement of what is not there', replace(['name'], 'z', 'c'), 'text not found'],
  ['a replacement of what is there twice', replace(['name'], 'a', 'c'), 'text found twice'],
])('%s is a mistake of the case', (_, edit, problem) => {
  expect(applyEdit(model, edit)).toMatchObject({ ok: false, complaint: { problem } });
});

test('the model that is edited stays as it was', () => {
  const before = structuredClone(model);
  applyEdit(model, put(['list', 1, 'deep'], 'y'));
  applyEdit(model, insert(['list', 0], 0));
  expect(model).toEqual(before);
});

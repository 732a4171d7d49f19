import type { Case } from '../../../../case.ts';
import { costs, looked, lookedAt } from './priced.ts';

type Group = readonly [id: string, code: string, units: number, fields?: string];

const words = (text: string) => text.trim().split(/\s+/);

/** Each with an address, and the value it stores where it stores one. */
const loads = (names: string) =>
  words(names)
    .map((name) => `i32.const 8 ${name} drop`)
    .join('\n');
const stores = (type: string, names: string) =>
  words(names)
    .map((name) => `i32.const 8 ${type}.const 1 ${name}`)
    .join('\n');

const memory = '(memory 1)';
const global = '(global $g (mut i32) (i32.const 3))';

const groups: readonly Group[] = [
  ['local-get', '(local i32 i64 f32 f64 v128 funcref) local.get 0 drop local.get 4 drop local.get 5 drop', 3],
  ['local-set', '(local i32) (local.set 0 (i32.const 1)) (local.set 0 (i32.const 2))', 4],
  ['local-tee', '(local i32) (local.tee 0 (i32.const 1)) drop (local.tee 0 (i32.const 2)) drop', 4],
  ['global-get', 'global.get $g drop global.get $g drop', 2, global],
  ['global-set', '(global.set $g (i32.const 1))', 2, global],
  ['select-of-numbers', '(select (i64.const 1) (i64.const 2) (i32.const 1)) drop', 4],
  ['select-of-a-named-type', '(select (result f64) (f64.const 1) (f64.const 2) (i32.const 0)) drop', 4],
  ['select-of-references', '(select (result funcref) (ref.null func) (ref.null func) (i32.const 0)) drop', 4],
  [
    'references',
    'ref.func $f drop (ref.is_null (ref.null func)) drop (ref.is_null (ref.func $f)) drop',
    5,
    '(func $f) (elem declare func $f)',
  ],
  ['i32-loads', loads('i32.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u'), 10, memory],
  [
    'i64-loads',
    loads('i64.load i64.load8_s i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u'),
    14,
    memory,
  ],
  ['float-loads', loads('f32.load f64.load'), 4, memory],
  ['i32-stores', stores('i32', 'i32.store i32.store8 i32.store16'), 9, memory],
  ['i64-stores', stores('i64', 'i64.store i64.store8 i64.store16 i64.store32'), 12, memory],
  ['float-stores', `${stores('f32', 'f32.store')} ${stores('f64', 'f64.store')}`, 6, memory],
  ['load-with-offset', 'i32.const 8 i32.load offset=1000 align=1 drop', 2, memory],
];

/** Reading and writing costs one, wherever it is, and so does choosing. */
export const placeCases: readonly Case[] = groups.map(([id, code, units, fields]) =>
  costs(`operator-${id}`, ['FUEL-COST'], looked(code, fields), lookedAt(units)),
);

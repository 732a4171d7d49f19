import type { Case } from '../../../case.ts';
import { computes } from './given.ts';

type Row = readonly [id: string, code: string, expected: number, fields?: string];

const page = '(memory 1)';
const letters = '(memory 1) (data (i32.const 0) "abcdef")';
const passive = '(memory 1) (data $d "abcdef")';
const byte = (at: number) => `(i32.load8_u (i32.const ${at}))`;
const word = (at: number) => `(i32.load (i32.const ${at}))`;
const three = (operator: string, a: number, b: number, c: number) =>
  `(${operator} (i32.const ${a}) (i32.const ${b}) (i32.const ${c}))`;

const access: readonly Row[] = [
  ['least-byte-first', `(i32.store (i32.const 8) (i32.const 0x01020304)) ${byte(8)}`, 4],
  ['load-unaligned', `(i32.store (i32.const 4) (i32.const 0x01020304)) ${word(5)}`, 0x00010203],
  ['load-signed-byte', '(i32.store8 (i32.const 0) (i32.const 0xff)) (i32.load8_s (i32.const 0))', -1],
  ['load-unsigned-byte', `(i32.store8 (i32.const 0) (i32.const -1)) ${word(0)}`, 255],
  ['load-signed-half', '(i32.store16 (i32.const 0) (i32.const 0x18000)) (i32.load16_s (i32.const 0))', -32768],
  [
    'load-wide-from-half',
    '(i32.store (i32.const 0) (i32.const -1)) (i64.eq (i64.load32_u (i32.const 0)) (i64.const 4294967295))',
    1,
  ],
  ['load-wide-signed', '(i32.store (i32.const 0) (i32.const -2)) (i32.wrap_i64 (i64.load32_s (i32.const 0)))', -2],
  ['store-part-of-wide', `(i64.store16 (i32.const 0) (i64.const 0x123456789)) ${word(0)}`, 0x6789],
  ['store-float-bits', `(f32.store (i32.const 0) (f32.const -0)) ${word(0)}`, -2147483648],
  [
    'store-double',
    '(f64.store (i32.const 1) (f64.const 1.5)) (i32.trunc_f64_s (f64.mul (f64.load (i32.const 1)) (f64.const 2)))',
    3,
  ],
  [
    'offset-is-added',
    '(i32.store8 offset=65535 (i32.const 0) (i32.const 9)) (i32.load8_u offset=5 (i32.const 65530))',
    9,
  ],
  ['memory-begins-as-zero', `(i32.or ${word(0)} ${word(65532)})`, 0],
  ['grown-memory-is-zero', '(drop (memory.grow (i32.const 1))) (i32.load (i32.const 131068))', 0],
  ['grown-memory-keeps', `(i32.store (i32.const 0) (i32.const 6)) (drop (memory.grow (i32.const 1))) ${word(0)}`, 6],
];

const bulk: readonly Row[] = [
  ['fill', `${three('memory.fill', 1, 0x1ff, 2)} ${word(0)}`, 0x00ffff00],
  ['fill-of-nothing-at-end', `${three('memory.fill', 65536, 1, 0)} (i32.const 1)`, 1],
  ['copy-forwards', `${three('memory.copy', 1, 0, 4)} ${word(1)}`, 0x64636261, letters],
  ['copy-backwards', `${three('memory.copy', 0, 2, 4)} ${word(0)}`, 0x66656463, letters],
  ['copy-of-nothing-at-end', `${three('memory.copy', 65536, 65536, 0)} (i32.const 1)`, 1],
  ['init-from-data', `${three('memory.init $d', 10, 1, 3)} ${word(10)}`, 0x00646362, passive],
  ['init-twice', `${three('memory.init $d', 0, 0, 1)} ${three('memory.init $d', 1, 0, 1)} ${word(0)}`, 0x6161, passive],
  ['init-of-nothing-once-dropped', `(data.drop $d) ${three('memory.init $d', 0, 0, 0)} (i32.const 1)`, 1, passive],
  ['drop-twice', '(data.drop $d) (data.drop $d) (i32.const 1)', 1, passive],
];

const table = '(table $t 8 funcref) (table $u 8 funcref) (elem $e func $one $two $three)';
const functions =
  '(func $one (result i32) (i32.const 1)) (func $two (result i32) (i32.const 2)) (func $three (result i32) (i32.const 3))';
const tables = `${table} ${functions}`;
const called = (at: number, name = '$t') => `(call_indirect ${name} (result i32) (i32.const ${at}))`;
const set = (at: number, name: string) => `(table.set $t (i32.const ${at}) (ref.func ${name}))`;

const references: readonly Row[] = [
  ['table-set-and-called', `${set(3, '$two')} ${called(3)}`, 2, tables],
  ['table-get', `${set(0, '$one')} (ref.is_null (table.get $t (i32.const 0)))`, 0, tables],
  ['table-begins-as-null', '(ref.is_null (table.get $t (i32.const 7)))', 1, tables],
  ['table-size', '(table.size $u)', 8, tables],
  [
    'table-filled',
    `(table.fill $t (i32.const 1) (ref.func $three) (i32.const 2)) (i32.mul ${called(1)} ${called(2)})`,
    9,
    tables,
  ],
  ['table-init', `${three('table.init $t $e', 2, 1, 2)} (i32.sub ${called(2)} ${called(3)})`, -1, tables],
  [
    'table-copied',
    `${three('table.init $t $e', 0, 0, 3)} ${three('table.copy $u $t', 5, 1, 1)} ${called(5, '$u')}`,
    2,
    tables,
  ],
  [
    'table-copied-onto-itself',
    `${three('table.init $t $e', 0, 0, 3)} ${three('table.copy $t $t', 1, 0, 3)} (i32.add ${called(1)} (i32.mul ${called(3)} (i32.const 10)))`,
    31,
    tables,
  ],
  ['table-grown-with-value', `(drop (table.grow $t (ref.func $three) (i32.const 2))) ${called(9)}`, 3, tables],
  ['elements-dropped', `(elem.drop $e) ${three('table.init $t $e', 0, 0, 0)} (i32.const 1)`, 1, tables],
  [
    'reference-through-local',
    `(local funcref) (local.set 0 (ref.func $two)) (table.set $t (i32.const 0) (local.get 0)) ${called(0)}`,
    2,
    tables,
  ],
  [
    'reference-passed-on',
    `(table.set $t (i32.const 0) (call $same (ref.func $three))) ${called(0)}`,
    3,
    `${tables} (func $same (param funcref) (result funcref) (local.get 0))`,
  ],
  [
    'reference-of-host',
    '(ref.is_null (ref.func $count))',
    0,
    '(import "palyra:plugins/host-capabilities@0.1.0" "http-count" (func $count (result i32))) (elem declare func $count)',
  ],
  [
    'elements-as-expressions',
    called(0),
    2,
    `${functions} (table $t 1 funcref) (elem (table $t) (i32.const 0) funcref (ref.func $two))`,
  ],
  [
    'call-of-equal-type',
    called(0),
    1,
    `(type $a (func (result i32))) (type $b (func (result i32))) (func $f (type $b) (i32.const 1)) (table $t 1 funcref) (elem (i32.const 0) $f)`,
  ],
];

const groups: readonly (readonly [prefix: string, rows: readonly Row[], fields: string])[] = [
  ['access', access, page],
  ['bulk', bulk, page],
  ['reference', references, ''],
];

export const profileMemory: readonly Case[] = groups.flatMap(([prefix, rows, usual]) =>
  rows.map(([id, code, expected, fields = usual]) =>
    computes(`runtime/${prefix}-${id}`, ['RT-PROFILE'], code, expected, fields),
  ),
);

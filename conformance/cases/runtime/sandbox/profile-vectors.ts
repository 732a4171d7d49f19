import type { Case } from '../../../case.ts';
import { accepted, changed } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { computes, inText } from './given.ts';

const proves = ['RT-PROFILE'] as const;

const bytes = (...values: readonly (number | string)[]) => `(v128.const i8x16 ${filled(values, 16)})`;
const halves = (...values: readonly (number | string)[]) => `(v128.const i16x8 ${filled(values, 8)})`;
const words = (...values: readonly (number | string)[]) => `(v128.const i32x4 ${filled(values, 4)})`;
const wide = (...values: readonly (number | string)[]) => `(v128.const i64x2 ${filled(values, 2)})`;
const floats = (...values: readonly (number | string)[]) => `(v128.const f32x4 ${filled(values, 4)})`;
const doubles = (...values: readonly (number | string)[]) => `(v128.const f64x2 ${filled(values, 2)})`;
const counting = bytes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
const word = (lane: number, vector: string) => `(i32x4.extract_lane ${lane} ${vector})`;
const half = (lane: number, vector: string) => `(i16x8.extract_lane_s ${lane} ${vector})`;
const byte = (lane: number, vector: string) => `(i8x16.extract_lane_s ${lane} ${vector})`;
const wideWord = (lane: number, vector: string) => `(i32.wrap_i64 (i64x2.extract_lane ${lane} ${vector}))`;

type Row = readonly [id: string, code: string, expected: number, fields?: string];

const lanes: readonly Row[] = [
  ['splat', word(3, '(i32x4.splat (i32.const 7))'), 7],
  ['splat-byte', word(0, '(i8x16.splat (i32.const 0x1fe))'), -16843010],
  ['extract-signed', byte(15, bytes(...Array(15).fill(0), 0x80)), -128],
  ['extract-unsigned', `(i8x16.extract_lane_u 0 ${bytes(0x80)})`, 128],
  ['replace', word(0, `(i16x8.replace_lane 1 ${words(-1)} (i32.const 0x12345))`), 0x2345ffff],
  [
    'replace-double',
    `(i32.trunc_f64_s (f64x2.extract_lane 1 (f64x2.replace_lane 1 ${doubles(1)} (f64.const 2.5))))`,
    2,
  ],
  [
    'shuffle',
    word(0, `(i8x16.shuffle 31 0 16 15 0 0 0 0 0 0 0 0 0 0 0 0 ${counting} ${bytes(99, ...Array(14).fill(0), 77)})`),
    0x0f63004d,
  ],
  ['swizzle', word(0, `(i8x16.swizzle ${counting} ${bytes(15, 16, 255, 3)})`), 0x0300000f],
  ['lanes-in-order-of-bytes', `(i8x16.extract_lane_u 4 ${words(1, 0x01020304)})`, 4],
];

const arithmetic: readonly Row[] = [
  ['sum-saturates', byte(0, `(i8x16.add_sat_s ${bytes(127)} ${bytes(1)})`), 127],
  ['sum-saturates-unsigned', byte(0, `(i8x16.add_sat_u ${bytes(255)} ${bytes(1)})`), -1],
  ['difference-saturates-unsigned', half(0, `(i16x8.sub_sat_u ${halves(1)} ${halves(2)})`), 0],
  ['sum-wraps', half(0, `(i16x8.add ${halves(32767)} ${halves(1)})`), -32768],
  ['product-of-64-bits', wideWord(1, `(i64x2.mul ${wide(0, 3)} ${wide(0, -4)})`), -12],
  ['dot-product', word(1, `(i32x4.dot_i16x8_s ${halves(0, 0, 300, -2)} ${halves(0, 0, 300, 7)})`), 89986],
  [
    'extended-product',
    word(0, `(i32x4.extmul_high_i16x8_u ${halves(0, 0, 0, 0, -1)} ${halves(0, 0, 0, 0, 2)})`),
    131070,
  ],
  ['pairwise-sum', half(1, `(i16x8.extadd_pairwise_i8x16_s ${bytes(0, 0, -100, -100)})`), -200],
  ['average', `(i8x16.extract_lane_u 0 (i8x16.avgr_u ${bytes(254)} ${bytes(255)}))`, 255],
  ['rounded-product', half(0, `(i16x8.q15mulr_sat_s ${halves(-32768)} ${halves(-32768)})`), 32767],
  ['absolute-lowest', byte(0, `(i8x16.abs ${bytes(-128)})`), -128],
  ['negated', word(2, `(i32x4.neg ${words(0, 0, 5)})`), -5],
  ['least-unsigned', word(0, `(i32x4.min_u ${words(-1)} ${words(9)})`), 9],
  ['greatest-signed', word(0, `(i32x4.max_s ${words(-1)} ${words(-9)})`), -1],
  ['count-of-bits', byte(3, `(i8x16.popcnt ${bytes(0, 0, 0, 0xf7)})`), 7],
  ['shift-by-more-than-a-lane', half(0, `(i16x8.shl ${halves(1)} (i32.const 17))`), 2],
  ['shift-keeps-sign', wideWord(0, `(i64x2.shr_s ${wide(-8)} (i32.const 65))`), -4],
  ['shift-without-sign', word(0, `(i32x4.shr_u ${words(-1)} (i32.const 28))`), 15],
];

const narrowing: readonly Row[] = [
  ['narrow-signed', byte(1, `(i8x16.narrow_i16x8_s ${halves(0, -200)} ${halves()})`), -128],
  ['narrow-unsigned', word(0, `(i8x16.narrow_i16x8_u ${halves(-5, 300)} ${halves()})`), 0xff00],
  ['narrow-second', half(4, `(i16x8.narrow_i32x4_s ${words()} ${words(100000)})`), 32767],
  ['extend-low', word(0, `(i32x4.extend_low_i16x8_s ${halves(-3)})`), -3],
  ['extend-high', wideWord(1, `(i64x2.extend_high_i32x4_u ${words(0, 0, 0, 9)})`), 9],
  ['float-to-word', word(0, `(i32x4.trunc_sat_f32x4_s ${floats('nan')})`), 0],
  ['float-to-word-above', word(1, `(i32x4.trunc_sat_f32x4_u ${floats(0, '1e20')})`), -1],
  ['double-to-word', word(1, `(i32x4.trunc_sat_f64x2_s_zero ${doubles(0, '-1.9')})`), -1],
  ['double-to-word-leaves-zero', word(2, `(i32x4.trunc_sat_f64x2_u_zero ${doubles(7, 7)})`), 0],
  ['word-to-float', word(0, `(f32x4.convert_i32x4_u ${words(-1)})`), 0x4f800000],
  [
    'word-to-double',
    wideWord(1, `(i64x2.shr_u (f64x2.convert_low_i32x4_s ${words(0, -1)}) (i32.const 32))`),
    -1074790400,
  ],
  ['double-to-float', word(0, `(f32x4.demote_f64x2_zero ${doubles('0.1')})`), 0x3dcccccd],
  [
    'float-to-double',
    wideWord(0, `(i64x2.shr_u (f64x2.promote_low_f32x4 ${floats('-0')}) (i32.const 32))`),
    -2147483648,
  ],
];

const logic: readonly Row[] = [
  [
    'choice-of-bits',
    word(0, `(v128.bitselect ${words(0x0f0f0f0f)} ${words(0x70707070)} ${words(0xffff)})`),
    0x70700f0f,
  ],
  ['and-not', word(0, `(v128.andnot ${words(0xff)} ${words(0x0f)})`), 0xf0],
  ['mask', `(i8x16.bitmask ${bytes(-1, 0, -1, ...Array(12).fill(0), -1)})`, 0x8005],
  ['mask-of-wide', `(i64x2.bitmask ${wide(0, -1)})`, 2],
  ['any', `(v128.any_true ${wide(0, 256)})`, 1],
  ['all', `(i16x8.all_true ${halves(1, 1, 1, 1, 1, 1, 1, 0)})`, 0],
  ['equal-wide', wideWord(1, `(i64x2.eq ${wide(1, 2)} ${wide(3, 2)})`), -1],
  ['less-unsigned', byte(0, `(i8x16.lt_u ${bytes(1)} ${bytes(-1)})`), -1],
  ['equal-floats', word(0, `(f32x4.eq ${floats('-0')} ${floats('0')})`), -1],
  ['nan-is-not-equal', word(0, `(f32x4.ne ${floats('nan')} ${floats('nan')})`), -1],
  ['float-minimum-of-zeros', word(0, `(f32x4.min ${floats('0')} ${floats('-0')})`), -2147483648],
  ['float-pseudo-minimum', word(0, `(f32x4.pmin ${floats('0')} ${floats('-0')})`), 0],
  ['float-nearest', word(0, `(f32x4.nearest ${floats('2.5')})`), 0x40000000],
  ['float-root', wideWord(0, `(i64x2.shr_u (f64x2.sqrt ${doubles('9')}) (i32.const 32))`), 0x40080000],
];

const memory = '(memory 1) (data (i32.const 0) "\\01\\fe\\03\\04\\05\\06\\07\\08\\09\\0a\\0b\\0c\\0d\\0e\\0f\\10")';
const load = (operator: string) => `(${operator} (i32.const 0))`;
const access: readonly Row[] = [
  ['load', byte(15, load('v128.load')), 16],
  ['load-and-extend', half(1, load('v128.load8x8_s')), -2],
  ['load-and-extend-unsigned', half(1, load('v128.load8x8_u')), 254],
  ['load-and-splat', half(7, load('v128.load16_splat')), -511],
  ['load-and-zero', word(1, load('v128.load32_zero')), 0],
  ['load-lane', word(2, `(v128.load8_lane 8 (i32.const 1) ${words(7, 7, 7, 7)})`), 254],
  ['store', `(v128.store (i32.const 32) ${words(1, 2, 3, 4)}) (i32.load (i32.const 40))`, 3],
  ['store-lane', `(v128.store16_lane 3 (i32.const 32) ${halves(1, 2, 3, 4)}) (i32.load (i32.const 32))`, 4],
];

const passed: readonly Row[] = [
  [
    'parameter-and-result',
    word(0, `(call $twice ${words(21)})`),
    42,
    '(func $twice (param v128) (result v128) (i32x4.add (local.get 0) (local.get 0)))',
  ],
  ['local-begins-as-zero', '(local v128) (v128.any_true (local.get 0))', 0],
  ['chosen', word(0, `(select (result v128) ${words(1)} ${words(2)} (i32.const 0))`), 2],
  ['result-of-block', word(3, `(block (result v128) ${words(0, 0, 0, 6)})`), 6],
];

const groups: readonly (readonly [rows: readonly Row[], fields: string])[] = [
  [lanes, ''],
  [arithmetic, ''],
  [narrowing, ''],
  [logic, ''],
  [access, memory],
  [passed, ''],
];

export const profileVectors: readonly Case[] = [
  ...groups.flatMap(([rows, usual]) =>
    rows.map(([id, code, expected, fields = usual]) =>
      computes(`runtime/vector-${id}`, proves, code, expected, fields),
    ),
  ),
  accepted(
    'runtime/vector-at-end-of-memory',
    proves,
    running(body(word(3, load('v128.load offset=65520')), '(memory 1)')),
    ended(0),
  ),
  changed(
    'runtime/vector-beyond-memory',
    ['RT-TRAPS'],
    'runtime/vector-at-end-of-memory',
    inText('65520', '65521'),
    ended('execution'),
  ),
];

function filled(values: readonly (number | string)[], count: number): string {
  return [...values, ...Array(count - values.length).fill(0)].join(' ');
}

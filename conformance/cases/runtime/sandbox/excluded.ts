import type { Case } from '../../../case.ts';
import { observed, put, refusals } from '../../../rows.ts';
import { body, running } from '../given.ts';
import { bytesOf, custom, header, instead, withBody } from './binary-parts.ts';
import { having, inText } from './given.ts';

const code = 'runtime.excluded-feature';
const refused = refusals(['RT-EXCLUDED'], 'runtime/answer', code);
const relaxed = refusals(['RT-RELAXED-SIMD'], 'runtime/answer', code);
const giving = (text: string) => inText('(i32.const 42)', text);

const fields: readonly (readonly [id: string, text: string])[] = [
  ['externref-parameter', '(func (param externref))'],
  ['externref-result', '(func (result externref) unreachable)'],
  ['externref-local', '(func (local externref))'],
  ['externref-block', '(func unreachable (block (result externref) unreachable) drop)'],
  ['externref-table', '(table 0 externref)'],
  ['externref-global', '(global externref (ref.null extern))'],
  ['externref-elements', '(elem externref)'],
  ['externref-null', '(func (drop (ref.null extern)))'],
  ['externref-imported-global', '(import "palyra:plugins/host-capabilities@0.1.0" "http-count" (global externref))'],
  ['shared-memory', '(memory 1 1 shared)'],
  ['atomic-load', '(memory 1) (func (drop (i32.atomic.load (i32.const 0))))'],
  ['atomic-add', '(memory 1) (func (drop (i64.atomic.rmw.add (i32.const 0) (i64.const 1))))'],
  ['atomic-wait', '(memory 1) (func (drop (memory.atomic.wait32 (i32.const 0) (i32.const 0) (i64.const 0))))'],
  ['atomic-fence', '(func (atomic.fence))'],
  ['tag', '(tag)'],
  ['tag-imported', '(import "palyra:plugins/host-capabilities@0.1.0" "http-count" (tag))'],
  ['throw', '(tag $e) (func (throw $e))'],
  ['try-table', '(func (block $out (try_table (catch_all $out))))'],
  ['throw-ref', '(func (param exnref) (throw_ref (local.get 0)))'],
  ['old-try', '(func try nop catch_all end)'],
  ['old-delegate', '(func try nop delegate 0)'],
  ['struct', '(type (struct (field i32)))'],
  ['array', '(type (array i8))'],
  ['recursive-types', '(rec (type (func)) (type (func)))'],
  ['subtype', '(type (sub (func)))'],
  ['i31', '(func (result i31ref) (ref.i31 (i32.const 1)))'],
  ['anyref', '(func (param anyref))'],
  ['eqref', '(func (param eqref))'],
  ['nullfuncref', '(func (param nullfuncref))'],
  ['reference-test', '(func (drop (ref.test (ref func) (ref.null func))))'],
  ['constant-of-own-global', '(global $a i32 (i32.const 1)) (global i32 (global.get $a))'],
  ['typed-reference', '(type $t (func)) (func (param (ref null $t)))'],
  ['reference-never-null', '(func (param (ref func)))'],
  ['call-of-reference', '(type $t (func)) (func (call_ref $t (unreachable)))'],
  ['tail-call-of-reference', '(type $t (func)) (func (return_call_ref $t (unreachable)))'],
  ['not-null', '(func (drop (ref.as_non_null (ref.null func))))'],
  ['branch-on-null', '(func (block (br_on_null 0 (ref.null func)) drop))'],
  ['table-with-first-value', '(table 1 funcref (ref.null func))'],
  ['page-of-one-byte', '(memory 1 (pagesize 1))'],
  ['wide-addition', '(func (i64.add128 (i64.const 1) (i64.const 0) (i64.const 1) (i64.const 0)) drop drop)'],
  ['wide-product', '(func (i64.mul_wide_u (i64.const 1) (i64.const 1)) drop drop)'],
  ['continuation', '(type $f (func)) (type (cont $f))'],
  ['resumption', '(func (suspend 0))'],
  ['discard', '(memory 1) (func (memory.discard (i32.const 0) (i32.const 0)))'],
];

const zero = '(v128.const i64x2 0 0)';
const lanes = (text: string) => `(i32x4.extract_lane 0 ${text})`;
const relaxedCodes: readonly (readonly [id: string, text: string])[] = [
  ['swizzle', lanes(`(i8x16.relaxed_swizzle ${zero} ${zero})`)],
  ['conversion', lanes(`(i32x4.relaxed_trunc_f32x4_s ${zero})`)],
  ['sum-of-product', lanes(`(f32x4.relaxed_madd ${zero} ${zero} ${zero})`)],
  ['choice-of-lanes', lanes(`(i8x16.relaxed_laneselect ${zero} ${zero} ${zero})`)],
  ['minimum', lanes(`(f64x2.relaxed_min ${zero} ${zero})`)],
  ['product', lanes(`(i16x8.relaxed_q15mulr_s ${zero} ${zero})`)],
  ['dot-product', lanes(`(i32x4.relaxed_dot_i8x16_i7x16_add_s ${zero} ${zero} ${zero})`)],
];

export const excluded: readonly Case[] = [
  ...fields.map(([id, text]) => refused(`runtime/without-${id}`, having(text))),
  refused('runtime/without-externref-in-what-runs', giving('(ref.is_null (ref.null extern))')),
  refused('runtime/without-component', instead(bytesOf([0, 0x61, 0x73, 0x6d, 0x0d, 0, 1, 0]))),
  refused('runtime/without-component-as-text', put(['module'], '(component)')),
  refused('runtime/without-externref-as-text', put(['module'], '(module (func (param externref)))')),
  refused('runtime/without-unknown-section', instead(bytesOf(header, [14, 1, 0], custom('behind')))),
  refused('runtime/without-unknown-operator', instead(withBody(0, 0x41, 42, 0xff, 0x0b))),
  refused('runtime/without-unknown-bulk-operator', instead(withBody(0, 0x41, 42, 0xfc, 0x3f, 0x0b))),
  refused('runtime/without-unknown-vector-operator', instead(withBody(0, 0x41, 42, 0xfd, 0x9a, 0x01, 0x0b))),
  ...relaxedCodes.map(([id, text]) => relaxed(`runtime/without-relaxed-${id}`, giving(text))),
  observed(
    'runtime/relaxed-simd-runs',
    ['RT-RELAXED-RUNS'],
    'accepted',
    running(body(lanes(`(i32x4.relaxed_trunc_f32x4_s ${zero})`))),
  ),
];

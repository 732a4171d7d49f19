import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import { capabilityModule } from '#spec/constants.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../../case.ts';
import { body, wat } from '../../given.ts';
import { costs, looked, lookedAt, onBudgets, plenty } from './priced.ts';

const twoHosts = { grants: { http_hosts: ['a.example', 'b.example'] } };
const count = `(import "${capabilityModule}" "http-count" (func $count (result i32)))`;
const handle = `(import "${capabilityModule}" "http-handle" (func $handle (param i32) (result i32)))`;
const empty = '(func $empty)';
const slot = (name: string) => `(table 1 funcref) (elem (i32.const 0) ${name})`;

type Group = readonly [id: string, code: string, units: number, fields: string];

/** A call is one, and the entry of what is called another, unless it is the host's. */
const groups: readonly Group[] = [
  ['of-an-empty-function', 'call $empty', 2, empty],
  ['of-a-function-with-locals', 'call $f', 2, '(func $f (local i32 i64 f32 f64 v128 funcref))'],
  [
    'with-arguments-and-results',
    '(call $f (i32.const 1) (i64.const 2)) drop drop',
    6,
    '(func $f (param i32 i64) (result i64 i32) local.get 1 local.get 0)',
  ],
  ['through-a-table', '(call_indirect (i32.const 0))', 3, `${empty} ${slot('$empty')}`],
  [
    'through-the-second-table',
    '(call_indirect $second (i32.const 0))',
    3,
    `${empty} (table 1 funcref) (table $second 1 funcref) (elem (table $second) (i32.const 0) func $empty)`,
  ],
  ['three-deep', 'call $a', 6, '(func $a call $b) (func $b call $c) (func $c)'],
  ['five-in-a-row', 'call $empty '.repeat(5), 10, empty],
  ['of-an-exported-function', 'call $f', 2, '(func $f (export "other"))'],
  ['of-the-start-function', 'call $f', 3, '(func $f) (start $f)'],
  ['that-hands-on-its-call', 'call $f', 4, `(func $f return_call $empty) ${empty}`],
  [
    'that-hands-on-through-a-table',
    'call $f',
    5,
    `(func $f (return_call_indirect (i32.const 0))) ${empty} ${slot('$empty')}`,
  ],
  ['of-the-host', 'call $count drop', 1, count],
  ['of-the-host-with-an-index', '(call $handle (i32.const 0)) drop', 2, handle],
  ['of-the-host-ten-times', 'call $count drop '.repeat(10), 10, count],
  ['of-the-host-through-a-table', '(call_indirect (result i32) (i32.const 0)) drop', 2, `${count} ${slot('$count')}`],
  ['of-the-host-in-a-callee', 'call $f', 3, `${count} (func $f call $count drop)`],
  ['of-the-host-as-a-tail', 'call $f drop', 3, `${count} (func $f (result i32) return_call $count)`],
  [
    'of-the-host-as-a-tail-through-a-table',
    'call $f drop',
    4,
    `${count} (func $f (result i32) (return_call_indirect (result i32) (i32.const 0))) ${slot('$count')}`,
  ],
];

/** Mutual recursion, forty calls deep. */
const oddAndEven = `
  (func $even (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 1)) (else (call $odd (i32.sub (local.get 0) (i32.const 1))))))
  (func $odd (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 0)) (else (call $even (i32.sub (local.get 0) (i32.const 1))))))`;

const proves: readonly RequirementId[] = ['FUEL-ENTRY', 'FUEL-COST', 'FUEL-PUBLISHED'];

const reexported: ModuleContent = wat(`(module ${count} (export "run" (func $count)))`);

export const callCases: readonly Case[] = [
  ...groups.map(([id, code, units, fields]) =>
    costs(`call-${id}`, proves, looked(code, fields), lookedAt(units), twoHosts),
  ),
  costs('call-back-and-forth', proves, body('i32.const 40 call $even', oddAndEven), {
    gives: 1,
    total: 328,
    least: 325,
  }),
  costs(
    'call-of-the-host-when-nothing-is-left',
    ['FUEL-ENTRY', 'FUEL-CHECKS'],
    body('call $count call $count call $count i32.add i32.add', count),
    { gives: 6, total: 6, least: 2 },
    twoHosts,
  ),
  // Two units for each call, so that no stack is full before.
  onBudgets('call-for-ever', ['FUEL-ENTRY', 'FUEL-CHECKS'], body('call $f i32.const 1', '(func $f call $f)'), {}, [
    [100n, 'limit', 0n],
    [1000n, 'limit', 0n],
  ]),
  onBudgets('call-of-the-host-as-entrypoint', ['FUEL-ENTRY', 'RT-REEXPORT'], reexported, twoHosts, [
    [0n, 2, 0n],
    [1n, 2, 1n],
    [plenty, 2, plenty],
  ]),
];

import type { Case } from '../../../case.ts';
import { computes } from './given.ts';

const proves = ['RT-PROFILE'] as const;

type Row = readonly [id: string, code: string, expected: number, fields?: string];

const pick = (condition: number, then: string, otherwise: string) =>
  `(if (result i32) (i32.const ${condition}) (then ${then}) (else ${otherwise}))`;
const four = '(i32.const 4)';
const five = '(i32.const 5)';
const set = (value: number) => `(global.set $g (i32.const ${value}))`;
const global = '(global $g (mut i32) (i32.const 0))';

/** Both ways through an `if` with which a function ends, or nearly ends. */
function bothWays(id: string, code: (condition: number) => string, taken: number, other: number, fields = ''): Row[] {
  return [
    [`${id}-taken`, code(1), taken, fields],
    [`${id}-not-taken`, code(0), other, fields],
  ];
}

const deep = (depth: number, inner: string): string =>
  depth === 0
    ? inner
    : pick(depth % 2, depth % 2 === 1 ? deep(depth - 1, inner) : '(unreachable)', deep(depth - 1, inner));

const rows: readonly Row[] = [
  ...bothWays('last', (condition) => pick(condition, four, five), 4, 5),
  ...bothWays('in-a-then', (condition) => pick(1, pick(condition, four, five), '(unreachable)'), 4, 5),
  ...bothWays('in-an-else', (condition) => pick(0, '(unreachable)', pick(condition, four, five)), 4, 5),
  ...bothWays('before-a-sum', (condition) => `${pick(condition, four, five)} (i32.const 10) i32.add`, 14, 15),
  ...bothWays('before-a-drop', (condition) => `${pick(condition, four, five)} drop (i32.const 9)`, 9, 9),
  ...bothWays(
    'in-an-arm-before-a-sum',
    (condition) => pick(1, `${pick(condition, four, five)} (i32.const 10) i32.add`, '(unreachable)'),
    14,
    15,
  ),
  ...bothWays(
    'in-an-else-before-a-sum',
    (condition) => pick(0, '(unreachable)', `${pick(condition, four, five)} (i32.const 10) i32.add`),
    14,
    15,
  ),
  ...bothWays('left-by-its-label', (condition) => pick(condition, `(br 0 ${four})`, five), 4, 5),
  ...bothWays('left-by-its-other-label', (condition) => pick(condition, four, `(br 0 ${five})`), 4, 5),
  ...bothWays(
    'left-under-a-condition',
    (condition) => pick(1, `(br_if 0 ${four} (i32.const ${condition})) drop ${five}`, '(unreachable)'),
    4,
    5,
  ),
  ...bothWays(
    'left-by-a-table',
    (condition) => pick(1, `${four} (br_table 0 0 (i32.const ${condition}))`, '(unreachable)'),
    4,
    4,
  ),
  ...bothWays(
    'left-from-within',
    (condition) => pick(1, pick(condition, `(br 1 ${four})`, five), '(unreachable)'),
    4,
    5,
  ),
  ...bothWays(
    'behind-a-value',
    (condition) => `(i32.const 6) (if (i32.const ${condition}) (then ${set(1)}) (else ${set(2)}))`,
    6,
    6,
    global,
  ),
  ...bothWays(
    'behind-a-value-in-an-arm',
    (condition) =>
      `(i32.const 6) (if (param i32) (result i32) (i32.const ${condition}) (then (i32.const 1) i32.add) (else (i32.const 2) i32.sub))`,
    7,
    4,
  ),
  ...bothWays(
    'in-a-callee',
    (condition) => `(call $f (i32.const ${condition})) (global.get $g)`,
    1,
    2,
    `${global} (func $f (param i32) (if (local.get 0) (then ${set(1)}) (else ${set(2)})))`,
  ),
  ...bothWays(
    'in-a-callee-of-two-results',
    (condition) => `(call $f (i32.const ${condition})) i32.sub`,
    97,
    96,
    `(func $f (param i32) (result i32 i32) (i32.const 100) (if (result i32) (local.get 0) (then (i32.const 3)) (else ${four})))`,
  ),
  ...bothWays(
    'of-two-results',
    (condition) => `(call $f (i32.const ${condition})) i32.sub`,
    9,
    99,
    '(func $f (param i32) (result i32 i32) (if (result i32 i32) (local.get 0) (then (i32.const 10) (i32.const 1)) (else (i32.const 100) (i32.const 1))))',
  ),
  ...bothWays('beside-a-return', (condition) => pick(condition, `(return ${four})`, five), 4, 5),
  ...bothWays('in-a-block', (condition) => `(block (result i32) ${pick(condition, four, five)})`, 4, 5),
  ...bothWays('in-a-loop', (condition) => `(loop (result i32) ${pick(condition, four, five)})`, 4, 5),
  ['twenty-deep', deep(20, four), 4],
];

/** What a function ends with is where a host that rewrites it does most. */
export const profileArms: readonly Case[] = rows.map(([id, code, expected, fields]) =>
  computes(`runtime/arms-${id}`, proves, code, expected, fields),
);

import type { Case } from '../../../../case.ts';
import { body } from '../../given.ts';
import { costs, looked, lookedAt, traps } from './priced.ts';

const dead = 'i32.const 1 i32.const 2 i32.add drop (loop) (block (loop (br 0)))';
const five = '(func $five (result i32) i32.const 5)';

type Way = readonly [id: string, code: string, units: number];

const ways: readonly Way[] = [
  ['behind-br', `(block (br 0) ${dead})`, 1],
  ['behind-br-out-of-two', `(block (block (br 1) ${dead}) i32.const 1 drop)`, 1],
  ['behind-br-table', `(block (br_table 0 0 (i32.const 0)) ${dead})`, 2],
  ['behind-br-in-an-arm', `(if (i32.const 1) (then (br 0) ${dead}) (else i32.const 1 drop))`, 3],
  ['behind-br-in-the-other-arm', `(if (i32.const 0) (then i32.const 1 drop) (else (br 0) ${dead}))`, 3],
  ['behind-br-to-a-value', `(block (result i32) (br 0 (i32.const 7)) ${dead} i32.const 9) drop`, 2],
  ['if-and-else', '(block (br 0) (if (i32.const 1) (then i32.const 1 drop) (else i32.const 2 drop)))', 1],
  ['arm-behind-a-dead-one', '(if (i32.const 0) (then (br 0) (loop)) (else i32.const 1 drop i32.const 1 drop))', 4],
  ['alive-again-behind-its-block', `(block (br 0) ${dead}) i32.const 1 drop i32.const 1 drop`, 3],
  ['alive-again-behind-its-if', `(if (i32.const 1) (then (br 0) ${dead})) i32.const 1 drop`, 4],
  ['around-unreachable', '(block (br_if 0 (i32.const 1)) unreachable (loop) i32.const 1 drop)', 2],
  ['around-return', `(block (br_if 0 (i32.const 1)) (return (i32.const 9)) ${dead})`, 2],
  ['behind-a-loop-that-is-left', `(block $out (loop (br $out) ${dead}) ${dead})`, 1],
];

const returns = (code: string) => looked('call $f', `(func $f ${code})`);

export const deadCodeCases: readonly Case[] = [
  ...ways.map(([id, code, units]) => costs(`dead-code-${id}`, ['FUEL-DEAD-CODE'], looked(code), lookedAt(units))),
  costs('dead-code-behind-return', ['FUEL-DEAD-CODE'], returns(`i32.const 1 drop return ${dead}`), lookedAt(3)),
  costs(
    'dead-code-behind-return-in-an-arm',
    ['FUEL-DEAD-CODE'],
    returns(`(if (i32.const 1) (then return ${dead})) ${dead}`),
    lookedAt(4),
  ),
  costs(
    'dead-code-that-calls',
    ['FUEL-DEAD-CODE'],
    looked('(block (br 0) call $f (call_indirect (i32.const 0))) i32.const 1 drop', '(func $f) (table 1 funcref)'),
    lookedAt(2),
  ),
  costs('dead-code-behind-br-out', ['FUEL-DEAD-CODE'], returns(`i32.const 1 drop br 0 ${dead}`), lookedAt(4)),
  costs('dead-code-behind-a-tail-call', ['FUEL-DEAD-CODE'], body(`return_call $five ${dead}`, five), {
    gives: 5,
    total: 4,
  }),
  costs(
    'dead-code-behind-an-indirect-tail-call',
    ['FUEL-DEAD-CODE'],
    body(
      `(return_call_indirect (result i32) (i32.const 0)) ${dead}`,
      `${five} (table 1 funcref) (elem (i32.const 0) $five)`,
    ),
    { gives: 5, total: 5 },
  ),
  traps('dead-code-behind-unreachable', ['FUEL-DEAD-CODE'], body(`i32.const 1 drop unreachable ${dead}`), {
    told: 2,
    least: 3,
  }),
  traps(
    'dead-code-behind-a-load-outside-whatever-the-address',
    ['FUEL-DEAD-CODE', 'FUEL-PUBLISHED'],
    body(`i32.const 0 i32.load offset=65536 drop ${dead} i32.const 0 i32.const 0 i32.div_s`, '(memory 1 1)'),
    { told: 3, least: 4 },
  ),
];

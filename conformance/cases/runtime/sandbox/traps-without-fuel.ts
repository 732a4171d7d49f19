import type { RunAnswer } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { body, running } from '../given.ts';

type End = readonly [budget: bigint, stop: RunAnswer['stop'], trap: RunAnswer['trap']];

const plenty = 1_000_000n;
const rows: readonly (readonly [id: string, code: string, fields: string, ends: readonly End[]])[] = [
  [
    'unreachable',
    'i32.const 1 i32.const 1 drop drop unreachable',
    '',
    [
      [1n, 'limit', null],
      [2n, 'limit', 'unreachable'],
      [3n, 'limit', 'unreachable'],
      [4n, 'execution', 'unreachable'],
    ],
  ],
  [
    'call-of-an-empty-slot',
    'i32.const 0 call_indirect (result i32)',
    '(table 1 funcref)',
    [
      [1n, 'limit', null],
      [3n, 'limit', 'indirect-call'],
      [plenty, 'execution', 'indirect-call'],
    ],
  ],
  [
    'load-that-is-always-outside',
    'i32.const 0 i32.load offset=65536',
    '(memory 1 1)',
    [
      [2n, 'limit', 'memory-bounds'],
      [plenty, 'execution', 'memory-bounds'],
    ],
  ],
  [
    'start',
    'i32.const 1',
    '(func $start i32.const 1 drop unreachable) (start $start)',
    [
      [1n, 'limit', null],
      [2n, 'limit', 'unreachable'],
      [plenty, 'linker', 'unreachable'],
    ],
  ],
  [
    'data',
    'i32.const 1',
    '(memory 1) (data (i32.const 65536) "a")',
    [
      [0n, 'limit', 'memory-bounds'],
      [1n, 'linker', 'memory-bounds'],
    ],
  ],
  [
    'elements',
    'i32.const 1',
    '(table 1 funcref) (elem (i32.const 1) func $f) (func $f)',
    [
      [0n, 'limit', 'table-bounds'],
      [1n, 'linker', 'table-bounds'],
    ],
  ],
  [
    'unknown-import',
    'i32.const 1',
    '(import "env" "abort" (func))',
    [
      [0n, 'limit', null],
      [1n, 'linker', null],
    ],
  ],
];

/** A trap stays one where the word of its run is another, for want of fuel. */
export const trapsWithoutFuel: readonly Case[] = rows.map(([id, code, fields, ends]) =>
  accepted(
    `runtime/trap-class-without-fuel-${id}`,
    ['RT-TRAP-CLASS', 'FUEL-VISIBLE-ZERO'],
    running(body(code, fields), { fuelBudgets: ends.map(([budget]) => budget) }),
    { needs: ['trap:class', 'fuel:wasmtime'], value: () => ({ runs: ends.map(([, stop, trap]) => ({ stop, trap })) }) },
  ),
);

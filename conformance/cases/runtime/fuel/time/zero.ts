import type { Case } from '../../../../case.ts';
import { accepted, changed, observed, put } from '../../../../rows.ts';
import { body, ended, running } from '../../given.ts';

const hour = 3_600_000n;

const short = [
  ['constant', 'i32.const 7', ''],
  ['call', 'call $f i32.const 7', '(func $f)'],
  ['start-function', 'i32.const 7', '(func $f) (start $f)'],
  ['start-function-that-would-trap', 'i32.const 7', '(func $f unreachable) (start $f)'],
  ['trap', 'unreachable', ''],
] as const;

const inTime = running(body('i32.const 7'), { timeoutMs: hour });

export const zeroCases: readonly Case[] = [
  accepted('runtime/time-enough-for-constant', ['TIME-STOP', 'TIME-FUEL-FIRST', 'TIME-ZERO'], inTime, ended(7)),
  changed(
    'runtime/time-zero-is-not-an-hour',
    ['TIME-ZERO'],
    'runtime/time-enough-for-constant',
    put(['timeoutMs'], 0n),
    ended('timed-out'),
  ),
  ...short.map(([id, code, fields]) =>
    accepted(
      `runtime/time-zero-${id}`,
      ['TIME-ZERO'],
      running(body(code, fields), { timeoutMs: 0n }),
      ended('timed-out'),
    ),
  ),
  observed(
    'runtime/time-hole-zero-constant',
    ['TIME-ZERO-HOLE'],
    'a race: it finishes, or is stopped with timed-out',
    running(body('i32.const 7'), { timeoutMs: 0n }),
  ),
];

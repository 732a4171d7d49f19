import { capabilityModule } from '#spec/constants.ts';
import type { Case } from '../../../../case.ts';
import { accepted, changed, put, rejected, replace } from '../../../../rows.ts';
import { body, ended, running, wat } from '../../given.ts';

const forever = '(loop (br 0)) i32.const 1';

const unlinked = [
  ['unknown-import', 'linker', '(import "env" "abort" (func))'],
  ['wrong-type', 'linker', `(import "${capabilityModule}" "http-count" (func))`],
  ['memory-too-large', 'limit', '(memory 1025)'],
  ['table-too-large', 'linker', '(table 100001 funcref)'],
  ['data-outside', 'linker', '(memory 1) (data (i32.const 65536) "a")'],
  ['elements-outside', 'linker', '(table 1 funcref) (func $f) (elem (i32.const 1) $f)'],
] as const;

/** It goes round for ever and has no time at all. */
const twin = 'runtime/time-stops-loop-after-0-ms';

export const notLookedAtCases: readonly Case[] = [
  changed(
    'runtime/time-zero-missing-entrypoint',
    ['TIME-EXPORT'],
    twin,
    put(['entrypoint'], 'walk'),
    ended('missing-export'),
  ),
  accepted(
    'runtime/time-zero-entrypoint-with-a-parameter',
    ['TIME-EXPORT'],
    running(wat(`(module (func (export "run") (param i32) (result i32) ${forever}))`), { timeoutMs: 0n }),
    ended('missing-export'),
  ),
  accepted(
    'runtime/time-short-and-an-entrypoint',
    ['TIME-EXPORT', 'TIME-STOP'],
    running(body(forever), { timeoutMs: 1n, fuelBudgets: [10n ** 18n] }),
    ended('timed-out'),
  ),
  changed(
    'runtime/time-short-and-no-entrypoint',
    ['TIME-EXPORT'],
    'runtime/time-short-and-an-entrypoint',
    replace(['module', 'wat'], '"run"', '"walk"'),
    ended('missing-export'),
  ),
  ...unlinked.map(([id, stop, fields]) =>
    accepted(
      `runtime/time-zero-${id}`,
      ['TIME-LINK'],
      running(body('i32.const 7', fields), { timeoutMs: 0n }),
      ended(stop),
    ),
  ),
  rejected(
    'runtime/time-zero-no-module',
    ['RT-COMPILE-FIRST'],
    twin,
    'runtime.malformed',
    put(['module'], new Uint8Array([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01])),
  ),
];

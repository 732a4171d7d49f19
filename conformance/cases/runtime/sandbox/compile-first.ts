import type { StopClass } from '#spec/runtime.ts';
import type { Case } from '../../../case.ts';
import { accepted, rejected } from '../../../rows.ts';
import { body, ended, running } from '../given.ts';
import { inText } from './given.ts';

const proves = ['RT-COMPILE-FIRST'] as const;
const invalid = inText('(i32.const 42)', '(i64.const 42)');

type Given = Parameters<typeof running>[1];

/** A run that something else stops, in one of these ways or another, and the same with a module that is none. */
function judgedBefore(what: string, stop: StopClass | null, given: Given, fields = ''): readonly Case[] {
  const twin = `runtime/compile-first-${what}`;
  const value = stop === null ? {} : ended(stop);
  return [
    accepted(twin, proves, running(body('(i32.const 42)', fields), given), value),
    rejected(`${twin}-and-invalid`, proves, twin, 'runtime.invalid', invalid),
  ];
}

export const compileFirst: readonly Case[] = [
  ...judgedBefore('no-fuel', null, { fuelBudgets: [0n] }),
  ...judgedBefore('no-instance', 'limit', { limits: { max_instances: 0n } }),
  ...judgedBefore('no-time', null, { timeoutMs: 0n }),
  ...judgedBefore('little-time', null, { timeoutMs: 1n }),
  ...judgedBefore('no-memory', 'limit', { limits: { max_memory_bytes: 0n } }, '(memory 1)'),
  ...judgedBefore('no-table', 'linker', { limits: { max_table_elements: 0n } }, '(table 1 funcref)'),
  ...judgedBefore('unknown-import', 'linker', {}, '(import "env" "abort" (func))'),
  ...judgedBefore('data-behind-end', 'linker', {}, '(memory 1) (data (i32.const 65536) "a")'),
  ...judgedBefore('start-that-traps', 'linker', {}, '(func $s unreachable) (start $s)'),
  ...judgedBefore('other-entrypoint', 'missing-export', { entrypoint: 'main' }),
  accepted('runtime/compile-first-valid', proves, running(body('(i32.const 42)')), ended(42)),
];

import { capabilityModule } from '#spec/constants.ts';
import type { StopClass } from '#spec/runtime.ts';
import type { Case } from '../../../../case.ts';
import { body, wat } from '../../given.ts';
import { type Given, onBudgets, plenty } from './priced.ts';

type Module = readonly [id: string, stop: StopClass, fields: string, given?: Given];

const imports = (module: string, name: string, what: string) => `(import "${module}" "${name}" ${what})`;

/** Nothing of it runs, so nothing is consumed; only who was given nothing has nothing left. */
const modules: readonly Module[] = [
  ['unknown-module', 'linker', imports('env', 'abort', '(func)')],
  ['unknown-function', 'linker', imports(capabilityModule, 'http-counts', '(func (result i32))')],
  ['function-of-another-type', 'linker', imports(capabilityModule, 'http-count', '(func (result i64))')],
  ['function-as-a-memory', 'linker', imports(capabilityModule, 'http-count', '(memory 1)')],
  ['function-as-a-global', 'linker', imports(capabilityModule, 'http-count', '(global i32)')],
  ['table-too-large', 'linker', '(table 100001 funcref)'],
  ['elements-outside', 'linker', '(table 1 funcref) (func $f) (elem (i32.const 1) $f)'],
  ['data-outside', 'linker', '(memory 1) (data (i32.const 65536) "a")'],
  ['memory-too-large', 'limit', '(memory 1025)'],
  ['no-instances', 'limit', '', { limits: { max_instances: 0n } }],
];

const missing: readonly (readonly [id: string, fields: string])[] = [
  ['nothing', '(func (result i32) i32.const 1)'],
  ['another-name', '(func (export "Run") (result i32) i32.const 1)'],
  ['a-memory', '(memory (export "run") 1)'],
  ['a-parameter', '(func (export "run") (param i32) (result i32) i32.const 1)'],
  ['an-i64', '(func (export "run") (result i64) i64.const 1)'],
];

export const linkingCases: readonly Case[] = [
  ...modules.map(([id, stop, fields, given = {}]) =>
    onBudgets(`unlinked-${id}`, ['FUEL-VISIBLE-ZERO', 'FUEL-LEFT'], body('i32.const 1', fields), given, [
      [0n, 'limit', 0n],
      [1n, stop, 1n],
      [plenty, stop, plenty],
    ]),
  ),
  // RT-EXPORT: whether fuel is left is not asked there.
  ...missing.map(([id, fields]) =>
    onBudgets(`no-entrypoint-but-${id}`, ['FUEL-VISIBLE-ZERO', 'FUEL-LEFT'], wat(`(module ${fields})`), {}, [
      [0n, 'missing-export', 0n],
      [1n, 'missing-export', 1n],
      [plenty, 'missing-export', plenty],
    ]),
  ),
];

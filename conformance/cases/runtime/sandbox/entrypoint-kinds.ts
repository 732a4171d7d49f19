import type { Case } from '../../../case.ts';
import { accepted } from '../../../rows.ts';
import { ended, running, wat } from '../given.ts';

const proves = ['RT-EXPORT'] as const;

/** Each has the index of a function that would do. */
const kinds: readonly (readonly [id: string, field: string])[] = [
  ['memory', '(memory (export "run") 1)'],
  ['table', '(table (export "run") 1 funcref)'],
  ['global', '(global (export "run") i32 (i32.const 0))'],
];

/** Names that hosts give to what they add, and that are a guest's to give as well. */
const names = ['~published', '~0~published', '~0~start', '~1~hook', '~~bytes', '__fuel', '_start', 'memory', '$run'];
const exportsOf = names.map((name) => `(func (export "${name}") (result i32) unreachable)`);

export const entrypointKinds: readonly Case[] = [
  ...kinds.map(([id, field]) =>
    accepted(
      `runtime/entrypoint-${id}-of-a-good-index`,
      proves,
      running(wat(`(module (func (result i32) (i32.const 42)) ${field})`)),
      ended('missing-export'),
    ),
  ),
  accepted(
    'runtime/entrypoint-beside-other-names',
    ['RT-EXPORT-EXACT'],
    running(wat(`(module ${exportsOf.join(' ')} (func (export "run") (result i32) (i32.const 42)))`)),
    ended(42),
  ),
];

import type { OptionalFeature } from '#spec/runtime.ts';
import type { Case } from '../../../case.ts';
import { observed } from '../../../rows.ts';
import { body, running } from '../given.ts';

/** The smallest use of each. */
const uses: Readonly<Record<OptionalFeature, string>> = {
  'extended-const': '(global i64 (i64.add (i64.const 1) (i64.const 2)))',
  memory64: '(memory i64 0)',
  'multi-memory': '(memory 0) (memory 0)',
  table64: '(table i64 0 funcref)',
};

/** What becomes of a module that uses it, whether or not it is declared. */
export const optionalMissing: readonly Case[] = Object.entries(uses).map(([name, fields]) =>
  observed(`runtime/seen-${name}`, ['RT-OPTIONAL-MISSING'], 'accepted', running(body('(i32.const 1)', fields))),
);

import type { Feature } from '#spec/features.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { RunAnswer, WireValue } from '#spec/operations.ts';
import type { TrapClass } from '#spec/runtime.ts';
import type { AcceptedCase, Case, Edit } from '../../../case.ts';
import { accepted, replace } from '../../../rows.ts';
import { body, ended, running, wat } from '../given.ts';

/** The module that most refused ones are one edit away from. */
export const answer = wat('(module (func (export "run") (result i32) (i32.const 42)))');

/** More fuel than any guest here can use up, whatever an instruction costs. */
export const plenty = { fuelBudgets: [10n ** 15n] };

/** In the text of the module, what stands there once is something else. */
export function inText(text: string, by: string): Edit {
  return replace(['module', 'wat'], text, by);
}

/** The module has these fields before its others. */
export function having(fields: string): Edit {
  return inText('(module ', `(module ${fields} `);
}

/** What the code gives is the exit code of a module whose `run` is that code; its other fields stand before it. */
export function computes(
  id: string,
  proves: readonly RequirementId[],
  code: string,
  expected: number,
  fields = '',
): AcceptedCase {
  return accepted(id, proves, running(body(code, fields)), ended(expected));
}

/** One row of a table of such codes. */
export type Computed = readonly [id: string, code: string, expected: number];

/** A run that trapped, and how its host tells that from other traps. */
export function trapped(
  trap: TrapClass,
  stop: 'execution' | 'linker' = 'execution',
): { readonly value: () => WireValue } {
  return { value: () => ({ runs: [{ stop, trap } satisfies Partial<RunAnswer>] }) };
}

export function needing<C extends Case>(needs: readonly Feature[], one: C): C {
  return { ...one, needs };
}

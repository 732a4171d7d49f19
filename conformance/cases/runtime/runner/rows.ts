import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { AcceptedCase, Edit, ObservedCase, OrderedCase, Recipe, RejectedCase } from '../../../case.ts';
import { accepted, observed, ordered, rejected } from '../../../rows.ts';
import { plainInline, plainSkill } from './given.ts';

type Proves = readonly RequirementId[];
type Given = (world: World) => Recipe;
type EditOf = Edit | ((world: World) => Edit);

/** Every row of the runner is named without what their ids have in common, and names its neighbours so. */
const id = (name: string) => `runtime/runner-${name}`;

/** A run that finishes, and what of its answer counts. */
export function runs(
  name: string,
  proves: Proves,
  given: Given,
  value: WireValue | ((world: World) => WireValue),
): AcceptedCase {
  return accepted(id(name), proves, given, { value: typeof value === 'function' ? value : () => value });
}

export function refused(name: string, proves: Proves, twin: string, code: FailureCode, edit: EditOf): RejectedCase {
  return rejected(id(name), proves, id(twin), code, edit);
}

type Row = (name: string, edit: EditOf) => RejectedCase;

/** Rows that share what they prove, what they are one edit away from, and why they are refused. */
export function refusing(proves: Proves, twin: string, code: FailureCode): Row {
  return (name, edit) => refused(name, proves, twin, code, edit);
}

export function refusingInline(proves: Proves, code: FailureCode): Row {
  return refusing(proves, plainInline, code);
}

export function refusingSkill(proves: Proves, code: FailureCode): Row {
  return refusing(proves, plainSkill, code);
}

export function comesFirst(proves: Proves, first: string, second: string): OrderedCase {
  return ordered(id(`${first}-before-${second}`), proves, id(first), id(second));
}

export function seen(name: string, proves: Proves, shipping: string, given: Given): ObservedCase {
  return observed(id(name), proves, shipping, given);
}

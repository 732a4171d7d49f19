import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { AcceptedCase, ChangedCase, Edit, Recipe, RejectedCase } from '../../../case.ts';
import { accepted, changed, rejected } from '../../../rows.ts';
import { id } from './given.ts';

type Proves = readonly RequirementId[];
type EditOf = Edit | ((world: World) => Edit);

/** Rows that share what they prove, what they are one edit away from, and why they are refused. */
export function refusing(
  proves: Proves,
  twin: string,
  code: FailureCode,
): (name: string, edit: EditOf) => RejectedCase {
  return (name, edit) => rejected(id(name), proves, twin, code, edit);
}

/** An event with its outcomes. */
export function comes(
  name: string,
  proves: Proves,
  given: (world: World) => Recipe,
  value: (world: World) => WireValue,
): AcceptedCase {
  return accepted(id(name), proves, given, { value });
}

/** The same event after one edit. */
export function thenComes(
  name: string,
  proves: Proves,
  twin: string,
  edit: EditOf,
  value: (world: World) => WireValue,
): ChangedCase {
  return changed(id(name), proves, id(twin), edit, { value });
}

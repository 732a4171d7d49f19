import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Feature } from '#spec/features.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type {
  AcceptedCase,
  ArchiveExpectation,
  ChangedCase,
  Edit,
  EditPath,
  ObservedCase,
  OrderedCase,
  Recipe,
  RecipeValue,
  RejectedCase,
} from './case.ts';

import type { Relation } from './relation.ts';

/** The constructors that keep a case one row of a table. */

type Proves = readonly RequirementId[];
type Given = (world: World) => Recipe;
type EditOf = Edit | ((world: World) => Edit);

interface Expected {
  readonly value?: (world: World) => WireValue;
  readonly archive?: (world: World) => ArchiveExpectation;
  readonly relation?: Relation;
  readonly needs?: readonly Feature[];
}

export function accepted(id: string, proves: Proves, given: Given, expected: Expected = {}): AcceptedCase {
  return { kind: 'accepted', id, proves, given, ...expected };
}

export function rejected(id: string, proves: Proves, twin: string, code: FailureCode, edit: EditOf): RejectedCase {
  return { kind: 'rejected', id, proves, twin, code, edit: typeof edit === 'function' ? edit : () => edit };
}

/** The twin with one edit, and the answer that it then gets. */
export function changed(
  id: string,
  proves: Proves,
  twin: string,
  edit: EditOf,
  expected: { readonly value: (world: World) => WireValue; readonly needs?: readonly Feature[] },
): ChangedCase {
  return { kind: 'changed', id, proves, twin, edit: typeof edit === 'function' ? edit : () => edit, ...expected };
}

/** Rows that share what they prove, what they are one edit away from, and why they are refused. */
export function refusals(proves: Proves, twin: string, code: FailureCode): (id: string, edit: EditOf) => RejectedCase {
  return (id, edit) => rejected(id, proves, twin, code, edit);
}

export function ordered(id: string, proves: Proves, first: string, second: string): OrderedCase {
  return { kind: 'ordered', id, proves, first, second };
}

export function observed(id: string, proves: Proves, shipping: string, given: Given): ObservedCase {
  return { kind: 'observed', id, proves, shipping, given };
}

export function put(at: EditPath, value: RecipeValue): Edit {
  return { at, put: value };
}

export function remove(at: EditPath): Edit {
  return { at, remove: true };
}

export function insert(at: EditPath, value: RecipeValue): Edit {
  return { at, insert: value };
}

export function replace(at: EditPath, text: string, by: string): Edit {
  return { at, replace: text, with: by };
}

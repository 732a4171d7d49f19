import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Feature } from '#spec/features.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Operation, WireValue } from '#spec/operations.ts';
import type { Relation } from './relation.ts';

/**
 * One question with one answer. An accepted or observed case builds its recipe from a world; a rejected one is its
 * accepted twin with one edit, so nothing but the edit can be the reason of the refusal. An ordered case holds the
 * faults of two rejected ones, and only the check that comes first may speak.
 */
export type Case = AcceptedCase | ChangedCase | RejectedCase | OrderedCase | ObservedCase;

interface CaseHead {
  readonly id: string;
  readonly proves: readonly RequirementId[];
  /** Why this neighbour of the other cases is worth a row of its own, where the id does not say it. */
  readonly note?: string;
  /** What a subject has to declare for this case to be more than an observation. */
  readonly needs?: readonly Feature[];
}

export interface AcceptedCase extends CaseHead {
  readonly kind: 'accepted';
  readonly given: (world: World) => Recipe;
  /** What the value must hold: every key named here, and of each named key exactly this value. */
  readonly value?: (world: World) => WireValue;
  /** For a case that builds an artifact: what the archive in the value's `artifact` must hold. */
  readonly archive?: (world: World) => ArchiveExpectation;
  /** For a case that runs a module on several budgets: how its answers must hang together, whatever the prices are. */
  readonly relation?: Relation;
}

/** The accepted twin with one edit, and another answer than it: nothing but the edit can be the reason. */
export interface ChangedCase extends CaseHead {
  readonly kind: 'changed';
  readonly twin: string;
  readonly edit: (world: World) => Edit;
  readonly value: (world: World) => WireValue;
}

export interface ArchiveExpectation {
  /** Exactly these, in whatever order; null where any content will do, else its SHA-256 in lower-case hex. */
  readonly entries: { readonly [name: string]: string | null };
  /** Every record is also written in the one plain way, and they come in the order of their names. */
  readonly plain?: true;
}

export interface RejectedCase extends CaseHead {
  readonly kind: 'rejected';
  readonly twin: string;
  readonly edit: (world: World) => Edit;
  readonly code: FailureCode;
}

/** Two rejected cases of one twin in one input; the expected code is that of the first. */
export interface OrderedCase extends CaseHead {
  readonly kind: 'ordered';
  readonly first: string;
  readonly second: string;
}

/** A question without a right answer: what the subject does is printed, and never scored. */
export interface ObservedCase extends CaseHead {
  readonly kind: 'observed';
  readonly given: (world: World) => Recipe;
  /** What shipping software was measured to do: `accepted`, or the variant it refuses with. */
  readonly shipping: string;
}

/**
 * The input of one call before it is bytes: plain data, so that an edit can be recorded and recomputed. Which fields
 * there are depends on the operation; `fixtures/` turns texts, archives and signatures among them into bytes.
 */
export interface Recipe {
  readonly operation: Operation;
  readonly model: RecipeValue;
}

export type RecipeValue =
  | null
  | boolean
  | string
  | bigint
  | number
  | Uint8Array
  | readonly RecipeValue[]
  | { readonly [key: string]: RecipeValue };

/**
 * One change of one place of a recipe's model, which is named by a path of keys and indices. `put` changes a value or
 * adds a key; `insert` names the index that the new element will have.
 */
export type Edit =
  | { readonly at: EditPath; readonly put: RecipeValue }
  | { readonly at: EditPath; readonly remove: true }
  | { readonly at: EditPath; readonly insert: RecipeValue }
  /** In the text at that place: the one occurrence of `replace` becomes `with`. */
  | { readonly at: EditPath; readonly replace: string; readonly with: string };

export type EditPath = readonly (string | number)[];

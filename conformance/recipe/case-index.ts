import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { Feature } from '#spec/features.ts';
import type { AcceptedCase, Case, Edit, Recipe, RejectedCase } from '../case.ts';
import { complain, done, type Outcome } from './complaint.ts';
import { applyEdit } from './edit.ts';

export type CaseIndex = ReadonlyMap<string, Case>;

export function indexCases(cases: readonly Case[]): CaseIndex {
  return new Map(cases.map((one) => [one.id, one]));
}

/** What the case asks in this world: a recipe of its own, or that of its twin with the recorded edits. */
export function recipeOf(one: Case, index: CaseIndex, world: World): Outcome<Recipe> {
  switch (one.kind) {
    case 'accepted':
    case 'observed':
      return done(one.given(world));
    case 'changed':
    case 'rejected':
      return editedTwin(one.twin, [one.edit(world)], index, world);
    case 'ordered': {
      const first = find(one.first, 'rejected', index);
      if (!first.ok) return first;
      const second = find(one.second, 'rejected', index);
      if (!second.ok) return second;
      if (first.value.twin !== second.value.twin) return complain({ problem: 'twins differ', id: one.id });
      const edits = [first.value.edit(world), second.value.edit(world)];
      return editedTwin(first.value.twin, edits, index, world);
    }
  }
}

/** Why the case is refused; undefined where it is not. */
export function codeOf(one: Case, index: CaseIndex): FailureCode | undefined {
  if (one.kind === 'rejected') return one.code;
  const first = one.kind === 'ordered' ? index.get(one.first) : undefined;
  return first?.kind === 'rejected' ? first.code : undefined;
}

/** What a subject must declare for the case to be more than an observation: what the case needs, and its origin. */
export function needsOf(one: Case, index: CaseIndex): readonly Feature[] {
  const family = new Set([one]);
  for (const member of family) {
    for (const id of originsOf(member)) {
      const origin = index.get(id);
      if (origin !== undefined) family.add(origin);
    }
  }
  return [...new Set([...family].flatMap(({ needs = [] }) => needs))];
}

/** The cases that this one is made from. */
export function originsOf(one: Case): readonly string[] {
  switch (one.kind) {
    case 'accepted':
    case 'observed':
      return [];
    case 'changed':
    case 'rejected':
      return [one.twin];
    case 'ordered':
      return [one.first, one.second];
  }
}

function editedTwin(id: string, edits: readonly Edit[], index: CaseIndex, world: World): Outcome<Recipe> {
  const twin = find(id, 'accepted', index);
  if (!twin.ok) return twin;
  const { operation, model } = twin.value.given(world);
  let edited: Outcome<Recipe['model']> = done(model);
  for (const edit of edits) if (edited.ok) edited = applyEdit(edited.value, edit);
  return edited.ok ? done({ operation, model: edited.value }) : edited;
}

interface Kinds {
  readonly accepted: AcceptedCase;
  readonly rejected: RejectedCase;
}

function find<K extends keyof Kinds>(id: string, kind: K, index: CaseIndex): Outcome<Kinds[K]> {
  const found = index.get(id);
  if (found === undefined) return complain({ problem: 'unknown case', id });
  return isKind(found, kind) ? done(found) : complain({ problem: 'wrong kind of case', id, kind: found.kind });
}

function isKind<K extends keyof Kinds>(one: Case, kind: K): one is Kinds[K] {
  return one.kind === kind;
}

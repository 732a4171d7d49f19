import type { World } from '#fixtures/world.ts';
import type { Case } from '../case.ts';
import type { CaseIndex } from '../recipe/case-index.ts';
import { describeEdit } from './describe-edit.ts';

/** The accepted case that a refused one was made from, and what was changed of it. */
export interface Origin {
  readonly twin: string;
  readonly edit: string;
}

export function originOf(one: Case, index: CaseIndex, world: World): Origin | undefined {
  if (one.kind === 'rejected' || one.kind === 'changed') {
    const twin = index.get(one.twin);
    const before = twin?.kind === 'accepted' ? twin.given(world).model : undefined;
    return { twin: one.twin, edit: describeEdit(one.edit(world), before) };
  }
  if (one.kind !== 'ordered') return undefined;
  const parts = [one.first, one.second].flatMap((id) => {
    const part = index.get(id);
    return part === undefined ? [] : (originOf(part, index, world) ?? []);
  });
  const [first] = parts;
  return first === undefined ? undefined : { twin: first.twin, edit: parts.map(({ edit }) => edit).join('; ') };
}

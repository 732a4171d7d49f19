import type { Form, FormDrafts } from './drafts.ts';
import { type FieldProblem, problemOf } from './problems.ts';
import type { FieldValue } from './values.ts';

export type Submission =
  | { readonly outcome: 'sent'; readonly componentId: string; readonly values: ReadonlyMap<string, FieldValue> }
  | { readonly outcome: 'blocked'; readonly problems: ReadonlyMap<string, FieldProblem> };

/** What becomes of a form when its button is pressed. */
export function submitForm({ id, fields }: Form, drafts: FormDrafts): Submission {
  // A2S-NAMES: a map, so that no id is special.
  const values = new Map<string, FieldValue>();
  const problems = new Map<string, FieldProblem>();
  for (const field of fields) {
    const draft = drafts.get(field.id);
    // A2S-EVENT: every field has a value, also one that nobody touched.
    const value = draft?.value ?? field.defaultValue;
    values.set(field.id, value);
    const problem = problemOf(field, value, draft !== undefined);
    if (problem !== undefined) problems.set(field.id, problem);
  }
  return problems.size === 0 ? { outcome: 'sent', componentId: id, values } : { outcome: 'blocked', problems };
}

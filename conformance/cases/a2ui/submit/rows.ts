import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../../case.ts';
import type { JsonModel, SubmitStepModel } from '../../../recipe/models.ts';
import { accepted } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { documentOf } from '../client/rows.ts';
import type { Members, Proves } from '../render/rows.ts';

/** A form of these fields on a surface of the world's own, below a text. */
function formOf(world: World, fields: readonly JsonModel[]): JsonModel {
  return documentOf(world, [
    { id: 'note', type: 'text', props: { value: 'Before.' } },
    { id: `form-${world.tool}`, type: 'form', props: { fields } },
  ]);
}

export function filledIn(fields: readonly JsonModel[], steps: readonly SubmitStepModel[]): (world: World) => Recipe {
  return (world) => ({
    operation: 'a2ui.submit',
    model: { document: formOf(world, fields), componentId: `form-${world.tool}`, steps },
  });
}

/** A form of these fields that is filled in by these steps, and the values that are sent. */
export function sends(
  id: string,
  proves: Proves,
  fields: readonly JsonModel[],
  steps: readonly SubmitStepModel[],
  values: { readonly [field: string]: WireValue },
): Case {
  return accepted(`a2ui/submit-${id}`, proves, filledIn(fields, steps), {
    value: ({ tool }) => ({
      event: exactly({ componentId: `form-${tool}`, values: new Map(Object.entries(values)) }),
      blocked: [],
    }),
  });
}

/** A form that is not sent, for these reasons. */
export function isBlocked(
  id: string,
  proves: Proves,
  fields: readonly JsonModel[],
  steps: readonly SubmitStepModel[],
  ...blocked: readonly (readonly [field: string, problem: string])[]
): Case {
  return accepted(`a2ui/submit-${id}`, proves, filledIn(fields, steps), {
    value: () => ({ event: null, blocked: blocked.map(([field, problem]) => ({ field, problem })) }),
  });
}

export function enter(field: string, entered: string | boolean): SubmitStepModel {
  return { field, entered };
}

export function patch(op: 'add' | 'replace' | 'remove', path: string, value?: JsonModel): SubmitStepModel {
  const operation: Members = value === undefined ? { op, path } : { op, path, value };
  return { patch: { v: 1n, ops: [operation] } };
}

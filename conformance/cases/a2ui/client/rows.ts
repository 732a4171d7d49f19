import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Edit } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, changed, rejected } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';

type Proves = readonly RequirementId[];
type Members = { readonly [name: string]: JsonModel };

/** A document of these components, on a surface of the world's own. */
export function documentOf(world: World, components: readonly JsonModel[]): Members {
  return { v: 1n, surface: world.tool, components };
}

/** What a client makes of a document of these components. */
export function normal(
  id: string,
  proves: Proves,
  components: readonly JsonModel[],
  expected: readonly JsonModel[],
): Case {
  return accepted(
    `a2ui/client-${id}`,
    proves,
    (world) => ({ operation: 'a2ui.normalize', model: { document: documentOf(world, components) } }),
    { value: (world) => ({ document: exactly(documentOf(world, expected)) }) },
  );
}

/** What a client makes of a document of these components with other members beside or in their place. */
export function takes(id: string, proves: Proves, members: Members, expected: Members): Case {
  return accepted(
    `a2ui/client-${id}`,
    proves,
    (world) => ({ operation: 'a2ui.normalize', model: { document: { ...documentOf(world, []), ...members } } }),
    { value: (world) => ({ document: exactly({ ...documentOf(world, []), ...expected }) }) },
  );
}

/** What a client makes of the properties of one component. */
export function props(id: string, proves: Proves, type: string, given: JsonModel, expected: Members): Case {
  return normal(id, proves, [{ id: 'it', type, props: given }], [{ id: 'it', type, props: expected }]);
}

/** Its twin with one edit, and these components in the normal document. */
export function alsoNormal(id: string, proves: Proves, twin: string, edit: Edit, expected: readonly JsonModel[]): Case {
  return changed(`a2ui/client-${id}`, proves, `a2ui/client-${twin}`, edit, {
    value: (world) => ({ document: exactly(documentOf(world, expected)) }),
  });
}

/** Its twin with one edit, and a normal document with these members beside the first three or in their place. */
export function alsoDocument(id: string, proves: Proves, twin: string, edit: Edit, expected: WireValue): Case {
  return changed(`a2ui/client-${id}`, proves, `a2ui/client-${twin}`, edit, { value: () => ({ document: expected }) });
}

export function refuses(id: string, proves: Proves, twin: string, code: FailureCode, edit: Edit): Case {
  return rejected(`a2ui/client-${id}`, proves, `a2ui/client-${twin}`, code, edit);
}

export const times = (count: number, make: (n: number) => JsonModel): readonly JsonModel[] =>
  Array.from({ length: count }, (_, n) => make(n + 1));

export const ellipsis = '\u2026';

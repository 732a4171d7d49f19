import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type {
  AcceptedCase,
  ChangedCase,
  Edit,
  EditPath,
  ObservedCase,
  OrderedCase,
  Recipe,
  RejectedCase,
} from '../../../case.ts';
import { applyEdit } from '../../../recipe/edit.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, changed, observed, ordered, rejected } from '../../../rows.ts';

export type Proves = readonly RequirementId[];
type Given = (world: World) => Recipe;
type EditOf = Edit | ((world: World) => Edit);
type Value = WireValue | ((world: World) => WireValue);
export type Fields = { readonly [field: string]: JsonModel };

/** Every row is named without what their ids have in common, and names its neighbours so. */
const id = (name: string) => `lifecycle/plugins-${name}`;
const toValue = (value: Value) => (typeof value === 'function' ? value : () => value);

export function answers(name: string, proves: Proves, given: Given, value: Value): AcceptedCase {
  return accepted(id(name), proves, given, { value: toValue(value) });
}

export function answersOtherwise(name: string, proves: Proves, twin: string, edit: EditOf, value: Value): ChangedCase {
  return changed(id(name), proves, id(twin), edit, { value: toValue(value) });
}

export function refused(name: string, proves: Proves, twin: string, code: FailureCode, edit: EditOf): RejectedCase {
  return rejected(id(name), proves, id(twin), code, edit);
}

/** A neighbour of a case whose answer may be the same. */
export function answersToo(name: string, proves: Proves, given: Given, edit: EditOf, value: Value): AcceptedCase {
  const edited = (world: World): Recipe => {
    const { operation, model } = given(world);
    const outcome = applyEdit(model, typeof edit === 'function' ? edit(world) : edit);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.complaint.problem}`);
    return { operation, model: outcome.value };
  };
  return answers(name, proves, edited, value);
}

/** Rows that share what they prove, what they are one edit away from, and why they are refused. */
export function refusing(proves: Proves, twin: string, code: FailureCode) {
  return (name: string, edit: EditOf) => refused(name, proves, twin, code, edit);
}

export function comesFirst(proves: Proves, first: string, second: string): OrderedCase {
  return ordered(id(`${first}-before-${second}`), proves, id(first), id(second));
}

export function seen(name: string, proves: Proves, shipping: string, given: Given): ObservedCase {
  return observed(id(name), proves, shipping, given);
}

/** What the plugin of a world is called. */
export function pluginOf({ tool }: World): string {
  return `${tool}.plugin-1`;
}

/** A binding as a document holds it, with every field that has no default. */
export function record(world: World, fields: Fields = {}): Fields {
  return {
    plugin_id: pluginOf(world),
    enabled: true,
    skill_id: world.skillId,
    created_at_unix_ms: world.nowUnixMs - 2n,
    updated_at_unix_ms: world.nowUnixMs - 1n,
    ...fields,
  };
}

export function document(world: World, entries: readonly JsonModel[], fields: Fields = {}): Fields {
  return { schema_version: 2n, updated_at_unix_ms: world.nowUnixMs, entries, ...fields };
}

export function loading(json: (world: World) => JsonModel): Given {
  return (world) => ({ operation: 'plugins.load', model: { bindings: { json: json(world) } } });
}

export function loadingText(text: string | Uint8Array | null | ((world: World) => string)): Given {
  return (world) => ({
    operation: 'plugins.load',
    model: { bindings: typeof text === 'function' ? text(world) : text },
  });
}

/** A document with one binding. */
export function loadingOne(fields: (world: World) => Fields = () => ({})): Given {
  return loading((world) => document(world, [record(world, fields(world))]));
}

/** A place in the document, and one in its first binding. */
export function at(...path: EditPath): EditPath {
  return ['bindings', 'json', ...path];
}
export function inRecord(...path: EditPath): EditPath {
  return at('entries', 0, ...path);
}

/** What the first binding of an index comes back as, and how many there are. */
export function indexOf(...entries: readonly WireValue[]): WireValue {
  return { index: { schema_version: 2n, entries } };
}

interface Binding {
  readonly bindings?: readonly JsonModel[] | null;
  readonly request?: Fields;
}

/** Asks for a binding; where nothing is said, of the plugin of the world in an empty index. */
export function binding(given: Binding | ((world: World) => Binding) = {}): Given {
  return (world) => {
    const { bindings = null, request = {} } = typeof given === 'function' ? given(world) : given;
    return {
      operation: 'plugins.bind',
      model: {
        bindings: bindings === null ? null : { json: document(world, bindings) },
        request: requestOf(world, request),
        nowUnixMs: world.nowUnixMs,
      },
    };
  };
}

export function requestOf(world: World, fields: Fields = {}): Fields {
  return { plugin_id: pluginOf(world), skill_id: world.skillId, ...fields };
}

export const noLists = { http_hosts: [], secrets: [], storage_prefixes: [], channels: [] } as const;

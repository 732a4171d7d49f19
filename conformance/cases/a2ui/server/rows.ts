import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import { parseJson } from '#spec/json/parse.ts';
import type { Json } from '#spec/json/value.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { accepted, changed, rejected, replace } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';

type Proves = readonly RequirementId[];

/** A document that every host accepts; the surface is the world's own, so no answer can be known beforehand. */
export function plainDocument({ tool }: World): string {
  return `{"v":1,"surface":"${tool}","components":[{"id":"hello","type":"text","props":{"value":"Hello."}}]}`;
}

/** A document that is accepted, and handed on as it was read. */
export function takes(id: string, proves: Proves, text: (world: World) => string): Case {
  return accepted(`a2ui/${id}`, proves, (world) => ({ operation: 'a2ui.validate', model: { document: text(world) } }), {
    value: (world) => ({ document: exactly(read(text(world))) }),
  });
}

/** Its twin with one piece changed, which is accepted all the same. */
export function alsoTakes(
  id: string,
  proves: Proves,
  twin: string,
  from: string,
  by: string,
  text: (world: World) => string,
): Case {
  return changed(`a2ui/${id}`, proves, `a2ui/${twin}`, replace(['document'], from, by), {
    value: (world) => ({ document: exactly(read(text(world).replace(from, () => by))) }),
  });
}

/** Its twin with one piece changed, which is refused. */
export function refusesDocument(
  id: string,
  proves: Proves,
  twin: string,
  code: FailureCode,
  from: string,
  by: string,
): Case {
  return rejected(`a2ui/${id}`, proves, `a2ui/${twin}`, code, replace(['document'], from, by));
}

/** What a case says of a document it says as text; what is expected of it is what the text says. */
function read(text: string): WireValue {
  const json = parseJson(Buffer.from(text));
  if (!json.ok) throw new Error(`a case holds a text that is no JSON: ${json.problem}`);
  return json.value satisfies Json;
}

/** A patch that is applied to a state, and the state after it. */
export function patches(id: string, proves: Proves, state: JsonModel, ops: readonly string[], after: WireValue): Case {
  return accepted(
    `a2ui/${id}`,
    proves,
    (world) => ({ operation: 'a2ui.patch', model: { state: marked(state, world), patch: patchText(ops) } }),
    { value: (world) => ({ state: exactly(marked(after, world)) }) },
  );
}

/** The patch of its twin with one piece changed, and another state after it. */
export function alsoPatches(
  id: string,
  proves: Proves,
  twin: string,
  from: string,
  by: string,
  after: WireValue,
): Case {
  return changed(`a2ui/${id}`, proves, `a2ui/${twin}`, replace(['patch'], from, by), {
    value: (world) => ({ state: exactly(marked(after, world)) }),
  });
}

export function refusesPatch(
  id: string,
  proves: Proves,
  twin: string,
  code: FailureCode,
  from: string,
  by: string,
): Case {
  return rejected(`a2ui/${id}`, proves, `a2ui/${twin}`, code, replace(['patch'], from, by));
}

export function patchText(ops: readonly string[]): string {
  return `{"v":1,"ops":[${ops.join(',')}]}`;
}

/** Every text `@` stands for a word of the world, so that no state can be known beforehand. */
function marked<T extends WireValue>(value: T, world: World): T {
  return replaced(value, world.tool) as T;
}

function replaced(value: WireValue, word: string): WireValue {
  if (value === '@') return word;
  if (Array.isArray(value)) return value.map((each: WireValue) => replaced(each, word));
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  const entries: readonly (readonly [string, WireValue])[] = value instanceof Map ? [...value] : Object.entries(value);
  const members = entries.map(([key, each]) => [key, replaced(each, word)] as const);
  return value instanceof Map ? new Map(members) : Object.fromEntries(members);
}

import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json } from '#spec/json/value.ts';
import { type RunnerTextField, runnerTextFields } from '#spec/runner.ts';
import { isBlank } from '../../text/white-space.ts';
import { type RunnerResult, refuse } from './failure.ts';
import { type CapabilityLists, noCapabilities } from './policy.ts';

/** What a caller asks for. An empty text is a text; null and absence are one. */
export interface RunInput {
  readonly texts: ReadonlyMap<RunnerTextField, string>;
  readonly capabilities: CapabilityLists;
}

const capabilitiesField = 'capabilities';
const fields = [...runnerTextFields, capabilitiesField] as const;

export function parseRunInput(bytes: Uint8Array): RunnerResult<RunInput> {
  const json = parseJson(bytes);
  if (!json.ok) return refuse({ code: 'runner.not-json', detail: json.problem, offset: json.offset });
  // Only a reader that sees what is repeated sees what another reader would have taken.
  const [repeated] = json.repeated;
  if (repeated !== undefined) return refuse({ code: 'runner.repeated-field', path: repeated.join('.') });

  const values = valuesOf(json.value, '', fields, runnerTextFields.length);
  if (!values.ok) return values;
  const texts = readTexts(values.value);
  if (!texts.ok) return texts;
  const given = values.value[runnerTextFields.length];
  const capabilities = given === undefined ? { ok: true as const, value: noCapabilities } : readCapabilities(given);
  if (!capabilities.ok) return capabilities;
  return { ok: true, value: { texts: texts.value, capabilities: capabilities.value } };
}

/** The values of an object, or of the array that gives them by their places, of which the first few are needed. */
function valuesOf(
  json: Json,
  path: string,
  keys: readonly string[],
  leastPlaces: number,
): RunnerResult<readonly (Json | undefined)[]> {
  if (isJsonArray(json) && json.length >= leastPlaces && json.length <= keys.length) return { ok: true, value: json };
  if (!isJsonObject(json)) {
    return wrongType(path, `an object, or an array of ${leastPlaces} to ${keys.length} values`);
  }
  const unknown = [...json.keys()].find((key) => !keys.includes(key));
  if (unknown !== undefined) return refuse({ code: 'runner.unknown-field', path, field: unknown });
  return { ok: true, value: keys.map((key) => json.get(key)) };
}

function readTexts(values: readonly (Json | undefined)[]): RunnerResult<ReadonlyMap<RunnerTextField, string>> {
  const texts = new Map<RunnerTextField, string>();
  for (const [index, field] of runnerTextFields.entries()) {
    const value = values[index] ?? null;
    if (value === null) continue;
    if (typeof value !== 'string') return wrongType(field, 'a string or null');
    texts.set(field, value);
  }
  return { ok: true, value: texts };
}

function readCapabilities(json: Json): RunnerResult<CapabilityLists> {
  const values = valuesOf(json, capabilitiesField, capabilityClasses, 0);
  if (!values.ok) return values;
  const lists: Record<(typeof capabilityClasses)[number], readonly string[]> = { ...noCapabilities };
  for (const [index, each] of capabilityClasses.entries()) {
    const value = values.value[index];
    if (value === undefined) continue;
    if (!isJsonArray(value) || !value.every((item) => typeof item === 'string')) {
      return wrongType(`${capabilitiesField}.${each}`, 'an array of strings');
    }
    lists[each] = value;
  }
  return { ok: true, value: lists };
}

function wrongType(path: string, wanted: string) {
  return refuse({ code: 'runner.wrong-type', path, wanted });
}

/** What names a skill, or a part of one, is a name. */
export function findBlank({ texts }: RunInput): RunnerTextField | undefined {
  const names: readonly RunnerTextField[] = ['skill_id', 'skill_version', 'module_path', 'tool_id'];
  return names.find((field) => {
    const text = texts.get(field);
    return text !== undefined && isBlank(text);
  });
}

import type { Greeting } from '#spec/protocol.ts';

/** Where two greetings of one subject differ; undefined where they do not. */
export function differingField(first: Greeting, second: Greeting): string | undefined {
  const [before, after] = [fieldsOf(first), fieldsOf(second)];
  return Object.keys(before).find((field) => before[field] !== after[field]);
}

function fieldsOf(greeting: Greeting): Readonly<Record<string, string>> {
  const { name, version, language, ops, features, parameters, concurrency } = greeting;
  return {
    name,
    version,
    language,
    ops: JSON.stringify(ops),
    features: JSON.stringify(features),
    'parameters.names.sbomEntry': parameters.names.sbomEntry,
    'parameters.names.defaultEntrypoint': parameters.names.defaultEntrypoint,
    'parameters.runtime.version': parameters.runtime.version,
    'parameters.runtime.protocolMajor': String(parameters.runtime.protocolMajor),
    concurrency: String(concurrency),
  };
}

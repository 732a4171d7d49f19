import type { Json } from '#spec/json/value.ts';
import { trim } from '../../text/white-space.ts';
import { keySegment } from '../field-path.ts';
import type { Config, ConfigProperty, ConfigPropertyType } from '../manifest.ts';
import { checkLabel, checkNotBlank, firstOf, type Verdict } from './check.ts';

export function checkConfig({ schemaVersion, required, properties }: Config): Verdict {
  // MAN-CONFIG-VERSION: any number but this one.
  if (schemaVersion === 0n) return { code: 'manifest.config-version' };
  return (
    firstOf(required, (key, index) => checkRequired(key, `operator.config.required[${index}]`, properties)) ??
    firstOf(properties, ([key, property]) => checkProperty(key, property))
  );
}

/** MAN-CONFIG-REQUIRED: the key as it is written, white space included, has a property of its own. */
function checkRequired(key: string, path: string, properties: Config['properties']): Verdict {
  const verdict = checkLabel(path, key);
  if (verdict !== undefined) return verdict;
  return properties.has(key) ? undefined : { code: 'manifest.unknown-required-property', key };
}

function checkProperty(key: string, property: ConfigProperty): Verdict {
  const path = `operator.config.properties.${keySegment(key)}`;
  return (
    checkLabel(path, key) ??
    checkNotBlank(`${path}.title`, property.title) ??
    checkNotBlank(`${path}.description`, property.description) ??
    checkEnumValues(`${path}.enum_values`, property) ??
    checkDefault(`${path}.default`, property)
  );
}

/** MAN-CONFIG-ENUM: values that differ only in the white space around them are one value twice. */
function checkEnumValues(path: string, { type, enumValues }: ConfigProperty): Verdict {
  const refuse = (detail: string): Verdict => ({ code: 'manifest.bad-enum-values', path, detail });
  if (enumValues.length === 0) return undefined;
  if (type !== 'string') return refuse('may only stand in a property of the type string');
  const seen = new Set<string>();
  for (const value of enumValues.map(trim)) {
    if (value === '') return refuse('must not hold a blank value');
    if (seen.has(value)) return refuse('must not hold a value twice');
    seen.add(value);
  }
  return undefined;
}

/** MAN-CONFIG-DEFAULT: of the type of its property and, where the values are listed, exactly one of them. */
function checkDefault(path: string, property: ConfigProperty): Verdict {
  const { type, enumValues, default: value } = property;
  if (value === undefined) return undefined;
  if (!isOfType[type](value)) return { code: 'manifest.bad-default', path, wanted: `a value of the type ${type}` };
  const isListed = enumValues.length === 0 || enumValues.some((listed) => listed === value);
  return isListed ? undefined : { code: 'manifest.bad-default', path, wanted: 'one of the enum_values' };
}

/** MAN-CONFIG-DEFAULT: what each type takes in, of a default as of a value that an operator gives. */
export const isOfType: { readonly [T in ConfigPropertyType]: (value: Json) => boolean } = {
  string: (value) => typeof value === 'string',
  integer: (value) => typeof value === 'bigint',
  number: (value) => typeof value === 'bigint' || typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  string_list: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
};

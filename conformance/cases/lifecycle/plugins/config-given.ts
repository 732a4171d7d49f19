import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case, Recipe } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { put } from '../../../rows.ts';
import { withLines } from '../../runtime/runner/given.ts';
import { checking } from './checking.ts';
import { answers, answersOtherwise, type Proves } from './given.ts';

type Values = { readonly [key: string]: JsonModel };

/** A contract with a property of each type, and an instance that was written for it. */
const contract = `
[operator.config]
schema_version = 3
required = ["name", "retries"]
[operator.config.properties.name]
type = "string"
[operator.config.properties.retries]
type = "integer"
default = 3
[operator.config.properties.ratio]
type = "number"
[operator.config.properties.loud]
type = "boolean"
[operator.config.properties.tags]
type = "string_list"
[operator.config.properties.region]
type = "string"
enum_values = ["eu", " us"]
[operator.config.properties.token]
type = "string"
redacted = true
[operator.config.properties.pin]
type = "integer"
default = 1234
redacted = true`;

export const wholeValues = {
  name: 'a',
  retries: 5n,
  ratio: 0.5,
  loud: true,
  tags: ['x', 'y'],
  region: 'eu',
  token: 'hush',
  pin: 1n,
} satisfies Values;

export const shownWhole = { ...wholeValues, token: '[redacted]', pin: '[redacted]' };

export function configured(values: Values, lines = contract): (world: World) => Recipe {
  return checking({
    artifact: withLines(lines),
    config: { contractSchemaVersion: 3n, payloadSha256: 'installed', values },
  });
}

export function withoutInstance(lines: string): (world: World) => Recipe {
  return checking({ artifact: withLines(lines) });
}

export function configIs(state: string, more: { readonly [field: string]: WireValue } = {}): WireValue {
  return { config: { state, ...more } };
}

/** The whole instance with another value of one property. */
export function withValue(name: string, proves: Proves, key: string, value: JsonModel, expected: WireValue): Case {
  return answersOtherwise(`config-${name}`, proves, 'config-whole', put(['config', 'values', key], value), expected);
}

/** An instance with these values and no others. */
export function withValues(name: string, proves: Proves, values: Values, expected: WireValue): Case {
  return answers(`config-${name}`, proves, configured(values), expected);
}

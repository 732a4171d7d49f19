import { configPropertyTypes, contractKinds } from '#spec/constants.ts';
import type { Case } from '../../case.ts';
import { rowsAt } from './rows-at.ts';
import { full } from './sample.ts';

const kind = rowsAt('manifest/kind', ['MAN-ENUMS'], {
  sample: full,
  piece: 'kind = "memory_provider"\n',
  shows: (value) => ({ operator: { plugin: { contracts: [{ kind: value }] } } }),
});
const type = rowsAt('manifest/type', ['MAN-ENUMS'], {
  sample: full,
  piece: 'type = "integer"\ndefault = 3\n',
  shows: (value) => ({ operator: { config: { properties: { retries: { type: value } } } } }),
});
const kindTable = rowsAt('manifest/kind-table', ['MAN-ENUM-TABLE'], {
  sample: full,
  piece: 'kind = "memory_provider"\n',
  shows: (value) => ({ operator: { plugin: { contracts: [{ kind: value }] } } }),
});
const typeTable = rowsAt('manifest/type-table', ['MAN-ENUM-TABLE'], {
  sample: full,
  piece: 'type = "integer"\ndefault = 3\n',
  shows: (value) => ({ operator: { config: { properties: { retries: { type: value } } } } }),
});
const variant = 'manifest.unknown-variant';
const wrong = 'manifest.wrong-type';
const isNotTheSample = (name: string) => name !== 'memory_provider';
const dashed = (name: string) => name.replaceAll('_', '-');

/** No kinds of contract. */
const noKinds: readonly (readonly [string, string])[] = [
  ['upper-case', 'Memory_provider'],
  ['other-name', 'memory'],
  ['by-dash', 'memory-provider'],
  ['camel-case', 'MemoryProvider'],
  ['space-behind', 'memory_provider '],
  ['empty', ''],
  ['prototype-key', 'constructor'],
];

/** No types of property. */
const noTypes: readonly (readonly [string, string])[] = [
  ['upper-case', 'Integer'],
  ['json-array', 'array'],
  ['json-object', 'object'],
  ['json-null', 'null'],
  ['short', 'int'],
  ['list-by-dash', 'string-list'],
  ['space-in-front', ' integer'],
  ['empty', ''],
  ['prototype-key', '__proto__'],
];

export const enumCases: readonly Case[] = [
  ...contractKinds.filter(isNotTheSample).map((name) => kind.reads(dashed(name), `kind = "${name}"\n`, name)),
  ...configPropertyTypes.map((name) => type.reads(dashed(name), `type = "${name}"\n`, name)),
  ...noKinds.map(([name, text]) => kind.refuses(`refused-${name}`, `kind = "${text}"\n`, variant)),
  ...noTypes.map(([name, text]) => type.refuses(`refused-${name}`, `type = "${text}"\n`, variant)),
  kindTable.reads('of-table', 'kind = { memory_provider = {} }\n', 'memory_provider'),
  kindTable.reads('of-array', 'kind = { memory_provider = [] }\n', 'memory_provider'),
  typeTable.reads('of-table', 'type = { string = {} }\n', 'string'),
  typeTable.reads('of-array', 'type = { string_list = [] }\n', 'string_list'),
  kindTable.refuses('unknown', 'kind = { memory = {} }\n', variant),
  typeTable.refuses('unknown', 'type = { text = {} }\n', variant),
  typeTable.refuses('of-integer', 'type = { string = 1 }\n', wrong),
  typeTable.refuses('of-text', 'type = { string = "" }\n', wrong),
  typeTable.refuses('of-boolean', 'type = { string = true }\n', wrong),
  typeTable.refuses('of-full-table', 'type = { string = { a = 1 } }\n', wrong),
  typeTable.refuses('of-full-array', 'type = { string = [1] }\n', wrong),
  typeTable.refuses('two-keys', 'type = { string = {}, integer = {} }\n', wrong),
  typeTable.refuses('empty', 'type = {}\n', wrong),
];

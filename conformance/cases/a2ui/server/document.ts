import type { Case } from '../../../case.ts';
import { ordered, put, rejected } from '../../../rows.ts';
import { alsoTakes, plainDocument, refusesDocument } from './rows.ts';

const base = 'plain-document';
const version = ['A2-DOC-VERSION'] as const;
const surface = ['A2-DOC-SURFACE'] as const;
const components = ['A2-DOC-COMPONENTS'] as const;
const unchanged = ['A2-DOC-UNCHANGED'] as const;

const roots: readonly (readonly [string, string])[] = [
  ['array', '[]'],
  ['array-of-document', '[{"v":1,"surface":"s","components":[1]}]'],
  ['null', 'null'],
  ['text', '"x"'],
  ['number', '1'],
  ['true', 'true'],
];

const wrongVersions: readonly (readonly [string, string])[] = [
  ['with-fraction', '1.0'],
  ['with-exponent', '1e0'],
  ['with-upper-exponent', '1E0'],
  ['shifted', '10e-1'],
  ['minus-zero', '-0'],
  ['minus-one', '-1'],
  ['lowest', '-9223372036854775808'],
  ['text', '"1"'],
  ['true', 'true'],
  ['null', 'null'],
  ['list', '[1]'],
  ['object', '{"v":1}'],
  ['beyond-64-bits', '18446744073709551616'],
];

const otherVersions: readonly (readonly [string, string])[] = [
  ['zero', '0'],
  ['two', '2'],
  ['ten', '10'],
  ['32-bits-and-one', '4294967297'],
  ['beyond-a-double', '9007199254740993'],
  ['largest', '18446744073709551615'],
];

const wrongTypes: readonly (readonly [string, string])[] = [
  ['null', 'null'],
  ['number', '1'],
  ['true', 'true'],
];

function refuses(
  id: string,
  proves: Parameters<typeof refusesDocument>[1],
  code: `a2ui.${string}`,
  from: string,
  by: string,
) {
  return refusesDocument(id, proves, base, code as Parameters<typeof refusesDocument>[3], from, by);
}

/** The member behind `surface` begins at a place that is the same in all worlds. */
const head = '"v":1,"surface":';
const list = '[{"id":"hello","type":"text","props":{"value":"Hello."}}]';

const surfaceOf = (
  id: string,
  code: 'a2ui.surface-missing' | 'a2ui.surface-type' | 'a2ui.surface-empty',
  value: string,
) =>
  rejected(`a2ui/surface-${id}`, surface, `a2ui/${base}`, code, ({ tool }) => ({
    at: ['document'],
    replace: `"surface":"${tool}",`,
    with: value,
  }));

const elements: readonly (readonly [string, string])[] = [
  ['null', '[null]'],
  ['number', '[1]'],
  ['empty-object', '[{}]'],
  ['empty-list', '[[]]'],
  ['unknown-type', '[{"type":"video"}]'],
  ['two-of-one-id', '[{"id":"a","type":"text"},{"id":"a","type":"text"}]'],
];

export const documentCases: readonly Case[] = [
  ...roots.map(([name, root]) =>
    rejected(`a2ui/root-${name}`, ['A2-DOC-OBJECT'], `a2ui/${base}`, 'a2ui.not-object', put(['document'], root)),
  ),
  refuses('version-missing', version, 'a2ui.v-missing', '"v":1,', ''),
  refuses('version-upper-case', version, 'a2ui.v-missing', '"v":1,', '"V":1,'),
  ...wrongVersions.map(([name, v]) => refuses(`version-${name}`, version, 'a2ui.v-type', '"v":1,', `"v":${v},`)),
  ...otherVersions.map(([name, v]) => refuses(`version-${name}`, version, 'a2ui.v-unsupported', '"v":1,', `"v":${v},`)),
  surfaceOf('missing', 'a2ui.surface-missing', ''),
  surfaceOf('empty', 'a2ui.surface-empty', '"surface":"",'),
  ...[...wrongTypes, ['list', '["s"]'] as const, ['object', '{}'] as const].map(([name, value]) =>
    surfaceOf(name, 'a2ui.surface-type', `"surface":${value},`),
  ),
  alsoTakes('surface-blank', surface, base, head, '"surface":" ","v":1,"x":', plainDocument),
  alsoTakes('surface-one-control', surface, base, head, '"surface":"\\u0000","v":1,"x":', plainDocument),
  alsoTakes('surface-byte-order-mark', surface, base, head, '"surface":"\ufeff","v":1,"x":', plainDocument),
  alsoTakes('surface-long', surface, base, head, `"surface":"${'s'.repeat(10_000)}","v":1,"x":`, plainDocument),
  alsoTakes('surface-padded', [...surface, ...unchanged], base, head, '"surface":"  s  ","v":1,"x":', plainDocument),
  refuses('components-missing', components, 'a2ui.components-missing', `"components":${list}`, '"x":1'),
  refuses('components-upper-case', components, 'a2ui.components-missing', '"components"', '"Components"'),
  refuses('components-empty', components, 'a2ui.components-empty', list, '[]'),
  ...[...wrongTypes, ['text', '"[]"'] as const, ['object', '{"0":{}}'] as const].map(([name, value]) =>
    refuses(`components-${name}`, components, 'a2ui.components-type', list, value),
  ),
  ...elements.map(([name, value]) => alsoTakes(`components-of-${name}`, components, base, list, value, plainDocument)),
  alsoTakes('components-many', components, base, list, `[${'1,'.repeat(1_999)}1]`, plainDocument),
  alsoTakes('unknown-members', unchanged, base, '"v":1,', '"v":1,"x":null,"__proto__":{"a":1},"":[],', plainDocument),
  alsoTakes(
    'large-integers',
    unchanged,
    base,
    '"Hello."',
    '[18446744073709551615,-9223372036854775808,9007199254740993]',
    plainDocument,
  ),
  alsoTakes('integer-and-double', unchanged, base, '"Hello."', '[1,1.0,1.5]', plainDocument),
  alsoTakes('strings-as-they-are', unchanged, base, '"Hello."', '"  \\u202e\\ufeff<b> "', plainDocument),
  ordered('a2ui/version-before-surface', version, 'a2ui/version-missing', 'a2ui/surface-missing'),
  ordered('a2ui/version-before-components', version, 'a2ui/version-two', 'a2ui/components-empty'),
  ordered('a2ui/surface-before-components', surface, 'a2ui/surface-empty', 'a2ui/components-missing'),
];

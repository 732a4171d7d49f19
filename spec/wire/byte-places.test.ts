import { expect, test } from 'vitest';
import { toJson } from '../compile/plain.ts';
import { encodeJson } from '../json/write.ts';
import { bundle } from '../schema/definitions.ts';
import { operationSchemas } from '../schema/operations.ts';
import { object } from '../schema/schema.ts';
import { type BytePlaces, bytePlaces } from './byte-places.ts';

const operations = Object.keys(operationSchemas) as (keyof typeof operationSchemas)[];
const parts = operations.flatMap((operation) =>
  (['input', 'value'] as const).map((part) => [operation, part] as const),
);

function listPlaces(places: BytePlaces | undefined, path = ''): readonly string[] {
  switch (places?.kind) {
    case undefined:
      return [];
    case 'bytes':
      return [path];
    case 'items':
      return listPlaces(places.each, `${path}[]`);
    case 'members':
      return [...places.places].flatMap(([name, inner]) => listPlaces(inner, `${path}.${name}`));
  }
}

test('bytes stand in these places and in no others', () => {
  const rows = parts.map((part) => [part.join(' '), listPlaces(bytePlaces(...part)).join(' ')]);
  expect(Object.fromEntries(rows.filter(([, places]) => places !== ''))).toEqual({
    'manifest.parse input': '.text',
    'key.parse input': '.key',
    'key.parse value': '.seed',
    'signature.verify input': '.publicKey .message .signature',
    'artifact.build input': '.manifest .modules[].bytes .assets[].bytes .sbom .provenance .seed',
    'artifact.build value': '.artifact',
    'artifact.inspect input': '.artifact',
    'artifact.verify input': '.artifact',
    'trust.load input': '.store',
    'grants.derive input': '.manifest',
    'runtime.run input': '.module',
    'runner.run input': '.input .installed[].artifact',
    'audit.run input': '.artifact .policy',
    'hooks.change input': '.bindings',
    'hooks.dispatch input': '.bindings .plugins .installed[].artifact',
    'hooks.load input': '.bindings',
    'index.load input': '.index',
    'lifecycle.gate input': '.input',
    'plugins.bind input': '.bindings',
    'plugins.check input': '.installed[].artifact',
    'plugins.grant input': '.manifest',
    'plugins.load input': '.bindings',
    'plugins.remove input': '.bindings',
    'a2ui.validate input': '.document',
    'a2ui.patch input': '.patch',
  });
});

test.each(parts)('no place of %s %s is missed because of how its schema is spelled', (operation, part) => {
  const { $defs, ...schema } = bundle(object(operationSchemas[operation][part]));
  const { bytes: _, ...definitions } = { ...($defs as object | undefined) } as { bytes?: unknown };
  const mentions = (text: string, name: string) => text.split(`"#/$defs/${name}"`).length - 1;
  const root = encodeJson(toJson(schema));
  const elsewhere = encodeJson(toJson(definitions));
  const direct = mentions(root, 'bytes') + mentions(root, 'namedBytes');
  expect(listPlaces(bytePlaces(operation, part))).toHaveLength(direct);
  expect(mentions(elsewhere, 'bytes')).toBe(mentions(root, 'namedBytes') > 0 ? 1 : 0);
});

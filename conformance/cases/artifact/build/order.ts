import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { Case } from '../../../case.ts';
import { ordered, put, rejected } from '../../../rows.ts';
import { minimumLine, protocolLine } from '../versions.ts';
import { editManifest, minimalBuild, prompt } from './given.ts';

const order = ['BUILD-ORDER'] as const;

const faults: readonly Case[] = [
  rejected(
    'artifact/build-manifest-is-no-toml',
    order,
    minimalBuild,
    'manifest.toml-syntax',
    editManifest('[compat]', '[compat'),
  ),
  rejected(
    'artifact/build-manifest-is-invalid',
    order,
    minimalBuild,
    'manifest.blank',
    editManifest('"Echo skill"', '""'),
  ),
  rejected(
    'artifact/build-for-another-protocol',
    ['BUILD-ORDER', 'COMPAT-PROTOCOL'],
    minimalBuild,
    'compat.protocol-major',
    (world) => editManifest(protocolLine(world.parameters.runtime.protocolMajor), protocolLine(4294967295n)),
  ),
  rejected(
    'artifact/build-for-a-later-host',
    ['BUILD-ORDER', 'COMPAT-MINIMUM'],
    minimalBuild,
    'compat.runtime-too-old',
    (world) => editManifest(minimumLine(world.parameters.runtime.version), minimumLine('4294967295.0.0')),
  ),
  rejected(
    'artifact/build-with-bad-sbom',
    ['BUILD-ORDER', 'ART-SBOM'],
    minimalBuild,
    'artifact.bad-sbom',
    put(['sbom'], '{}'),
  ),
  rejected(
    'artifact/build-with-bad-provenance',
    ['BUILD-ORDER', 'ART-PROVENANCE'],
    minimalBuild,
    'artifact.bad-provenance',
    put(['provenance'], '{}'),
  ),
  rejected(
    'artifact/build-of-null-in-a-schema',
    ['BUILD-NULL'],
    minimalBuild,
    'artifact.unrepresentable',
    editManifest('{ type = "object" }', '{ a = nan }'),
  ),
  rejected(
    'artifact/build-of-253-assets',
    ['BUILD-ORDER', 'BUILD-ENTRIES'],
    minimalBuild,
    'artifact.too-many-entries',
    put(['assets'], [prompt, ...manyAssets(252)]),
  ),
];

/** Each step, and one that it must come before. */
const pairs: readonly (readonly [string, string])[] = [
  ['manifest-is-no-toml', 'with-bad-sbom'],
  ['manifest-is-invalid', 'for-another-protocol'],
  ['for-another-protocol', 'for-a-later-host'],
  ['for-a-later-host', 'with-bad-sbom'],
  ['with-bad-sbom', 'with-bad-provenance'],
  ['with-bad-provenance', 'without-modules'],
  ['with-bad-provenance', 'module-of-another-kind'],
  ['module-of-another-kind', 'asset-climbs-out'],
  ['without-modules', 'asset-climbs-out'],
  ['asset-climbs-out', 'of-a-16-mib-and-1-asset'],
  ['of-a-16-mib-and-1-asset', 'asset-twice'],
];

/** A manifest with a null need not be read in the first place, so only who reads it shows where it is refused. */
const nullPairs: readonly (readonly [string, string])[] = [
  ['asset-twice', 'of-null-in-a-schema'],
  ['of-null-in-a-schema', 'of-253-assets'],
];

export const buildOrder: readonly Case[] = [
  ...faults,
  ...pairs.map((pair) => before(pair, order)),
  ...nullPairs.map((pair) => before(pair, ['BUILD-NULL'])),
];

function before([first, second]: readonly [string, string], proves: readonly RequirementId[]): Case {
  return ordered(
    `artifact/build-${first}-before-${second}`,
    proves,
    `artifact/build-${first}`,
    `artifact/build-${second}`,
  );
}

function manyAssets(count: number) {
  return Array.from({ length: count }, (_, number) => ({ path: `asset-${number}`, bytes: '' }));
}

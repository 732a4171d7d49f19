import { sha256 } from '#fixtures/artifact/integrity.ts';
import { baseArtifact, type NamedContent } from '#fixtures/artifact/model.ts';
import { bytesOf } from '#fixtures/zip/content.ts';
import { assetsFolder, manifestEntry, modulesFolder, provenanceEntry, signatureEntry } from '#spec/constants.ts';
import type { NamedBytes } from '#spec/operations.ts';
import type { ArchiveExpectation, Case } from '../../../case.ts';
import { accepted, observed, put, refusals, rejected } from '../../../rows.ts';
import {
  assetNamed,
  type BuildChange,
  building,
  builds,
  editManifest,
  minimalBuild,
  prompt,
  schemaHeader,
  withSchema,
} from './given.ts';

const nestedTables = 'artifact/build-of-78-nested-tables';
const twoAssets = 'artifact/build-of-two-assets';
const number = 'artifact/build-of-a-number-in-a-schema';
const tooDeep = refusals(['BUILD-VERIFIES'], nestedTables, 'manifest.too-deep');
const unrepresentable = refusals(['BUILD-NULL'], number, 'artifact.unrepresentable');

export const buildResult: readonly Case[] = [
  builds('artifact/build-record-bytes', ['BUILD-RECORD'], { archive: ({ entries }) => ({ entries: hashes(entries) }) }),
  builds('artifact/build-record-bytes-of-another-key-and-time', ['BUILD-RECORD'], {
    given: (base, world) => ({ ...base, seed: world.otherSigningSeed, nowUnixMs: base.nowUnixMs + 1n }),
    archive: ({ entries }) => ({ entries: hashes(entries) }),
  }),
  builds('artifact/build-once-more', ['BUILD-REPEATABLE']),
  builds('artifact/build-at-another-time', ['BUILD-REPEATABLE'], {
    given: (base) => ({ ...base, nowUnixMs: base.nowUnixMs + 86_400_000n }),
  }),
  builds('artifact/build-with-another-key', ['BUILD-REPEATABLE', 'KEY-ID'], {
    given: (base, world) => ({ ...base, seed: world.otherSigningSeed }),
  }),
  builds('artifact/build-in-the-plain-way', ['BUILD-ZIP'], {
    given: (base) => ({ ...base, assets: [...base.assets, ...assetsAt('\u00e9', '\u{1f600}', '\uff5e')] }),
    archive: ({ entries }) => ({ entries: { ...hashes(entries), [signatureEntry]: null }, plain: true }),
  }),
  generates('artifact/build-sidecars', ['sbom', 'provenance']),
  generates('artifact/build-sidecars-of-another-asset', ['sbom', 'provenance'], { path: 'other.txt', bytes: 'x' }),
  generates('artifact/build-without-sbom', ['sbom']),
  generates('artifact/build-without-provenance', ['provenance']),

  builds(number, ['BUILD-NULL'], withSchema('{ a = 1.0 }', `${schemaHeader}]\na = 1.0\n`)),
  unrepresentable('artifact/build-of-not-a-number', editManifest('a = 1.0', 'a = nan')),
  unrepresentable('artifact/build-of-infinity', editManifest('a = 1.0', 'a = inf')),
  unrepresentable('artifact/build-of-negative-infinity', editManifest('a = 1.0', 'a = -inf')),
  unrepresentable('artifact/build-of-not-a-number-in-an-array', editManifest('a = 1.0', 'a = [[nan]]')),
  unrepresentable('artifact/build-of-not-a-number-in-the-output', editManifest('{ type = "array" }', '{ a = nan }')),

  builds(nestedTables, ['BUILD-VERIFIES'], withSchema(nested(78), `${schemaHeader}${'.a'.repeat(77)}]\na = 1\n`)),
  tooDeep('artifact/build-of-79-nested-tables', editManifest(nested(78), nested(79))),
  tooDeep('artifact/build-of-80-nested-tables', editManifest(nested(78), nested(80))),
  rejected(
    'artifact/build-asset-with-line-feed',
    ['BUILD-VERIFIES'],
    minimalBuild,
    'artifact.control-in-name',
    assetNamed('a\nb'),
  ),
  builds(twoAssets, ['BUILD-VERIFIES'], { given: (base) => ({ ...base, assets: assetsAt('d', 'e/f') }) }),
  rejected(
    'artifact/build-asset-is-folder-of-another',
    ['BUILD-VERIFIES'],
    twoAssets,
    'artifact.file-is-folder',
    put(['assets', 1, 'path'], 'd/f'),
  ),
  built('79-nested-tables', withSchema(nested(79), '').given),
  built('asset-with-line-feed', (base) => ({ ...base, assets: assetsAt('a\nb') })),
  built('asset-is-folder-of-another', (base) => ({ ...base, assets: assetsAt('d', 'd/f') })),
];

/** What is not given is generated, and what is given stays as it is. */
function generates(id: string, missing: readonly ('sbom' | 'provenance')[], asset = prompt): Case {
  const nothing = Object.fromEntries(missing.map((document) => [document, null]));
  return accepted(
    id,
    ['BUILD-SIDECARS'],
    building((base) => ({ ...base, ...nothing, assets: [asset] })),
    {
      archive: (world) => {
        const { modules, ...given } = baseArtifact(world);
        const hash = (document: 'sbom' | 'provenance') =>
          missing.includes(document) ? null : sha256(bytesOf(given[document]));
        const files = [...modules.map(below(modulesFolder)), below(assetsFolder)(asset)];
        return {
          entries: {
            [manifestEntry]: null,
            [signatureEntry]: null,
            [world.parameters.names.sbomEntry]: hash('sbom'),
            [provenanceEntry]: hash('provenance'),
            ...hashes(files),
          },
        };
      },
    },
  );
}

function below(folder: string): (file: NamedContent) => NamedBytes {
  return ({ path, bytes }) => ({ path: folder + path, bytes: bytesOf(bytes) });
}

/** What shipping software builds, and then refuses itself or leaves to others. */
function built(what: string, given: BuildChange | undefined): Case {
  return observed(`artifact/hole-build-${what}`, ['ART-HOLES'], 'accepted', building(given ?? ((base) => base)));
}

function hashes(entries: readonly NamedBytes[]): ArchiveExpectation['entries'] {
  return Object.fromEntries(entries.map(({ path, bytes }) => [path, sha256(bytes)]));
}

function assetsAt(...paths: readonly string[]): readonly NamedContent[] {
  return paths.map((path) => ({ path, bytes: 'x' }));
}

/** That many tables, one in the other, the schema itself counted. */
function nested(depth: number): string {
  return `${'{ a = '.repeat(depth)}1${' }'.repeat(depth)}`;
}

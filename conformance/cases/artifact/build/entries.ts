import type { NamedContent } from '#fixtures/artifact/model.ts';
import { limits } from '#spec/constants.ts';
import type { Case } from '../../../case.ts';
import { insert, put, refusals, rejected } from '../../../rows.ts';
import { assetNamed, type Built, builds, editManifest, minimalBuild, moduleNamed, prompt } from './given.ts';

const entries = ['BUILD-ENTRIES'] as const;
const full = 'artifact/build-of-252-modules';
const large = 'artifact/build-of-a-16-mib-module';
const withBackslash = 'artifact/build-module-with-backslash';
const longName = 'artifact/build-of-a-65535-byte-name';
const badName = refusals(['BUILD-MODULE-NAME'], minimalBuild, 'artifact.bad-module-name');
const badPath = refusals(['PATH-NORMAL', 'BUILD-ENTRIES'], minimalBuild, 'artifact.invalid-path');
const twice = refusals(entries, minimalBuild, 'artifact.duplicate-entry');
const { entryBytes } = limits;

export const buildEntries: readonly Case[] = [
  builds(minimalBuild, [
    'BUILD-ORDER',
    'BUILD-MODULES',
    'BUILD-MODULE-NAME',
    'BUILD-ENTRIES',
    'BUILD-INTEGRITY',
    'BUILD-MANIFEST',
  ]),
  builds('artifact/build-without-assets', entries, { given: (base) => ({ ...base, assets: [] }) }),
  builds(
    'artifact/build-module-with-blank-in-front',
    ['BUILD-ENTRIES', 'PATH-NORMAL'],
    oneModule(' main.wasm', 'main.wasm'),
  ),
  builds(withBackslash, ['BUILD-ENTRIES', 'PATH-NORMAL'], oneModule('a\\b.wasm', 'a/b.wasm')),
  builds('artifact/build-module-below-modules', entries, oneModule('modules/main.wasm', 'modules/main.wasm')),
  builds('artifact/build-module-without-a-stem', ['BUILD-MODULE-NAME'], oneModule('.wasm', '.wasm')),
  builds('artifact/build-module-of-text', entries, {
    given: (base) => ({ ...base, modules: [{ path: 'a.wasm', bytes: 'text' }] }),
  }),
  builds('artifact/build-module-empty', entries, {
    given: (base) => ({ ...base, modules: [{ path: 'a.wasm', bytes: '' }] }),
  }),
  builds('artifact/build-two-modules', ['BUILD-ENTRIES', 'BUILD-INTEGRITY'], {
    given: (base) => ({ ...base, modules: [...base.modules, { path: 'Alpha.wasm', bytes: 'second' }] }),
  }),
  builds('artifact/build-asset-that-ends-in-wasm', entries, {
    given: (base) => ({ ...base, assets: [{ path: 'a.wasm', bytes: 'x' }] }),
  }),
  builds('artifact/build-asset-with-blanks-around', ['BUILD-ENTRIES', 'PATH-NORMAL'], {
    given: (base) => ({ ...base, assets: [{ path: ' docs\\a.txt\u3000', bytes: 'x' }] }),
    written: (written) => ({ ...written, assets: [{ path: 'docs/a.txt', bytes: 'x' }] }),
  }),
  builds('artifact/build-assets-in-byte-order', ['BUILD-ENTRIES', 'BUILD-INTEGRITY'], {
    given: (base) => ({
      ...base,
      assets: ['\u{1f600}', '\uff5e', 'z', 'Z', 'a-b', 'a/b'].map((path) => ({ path, bytes: path })),
    }),
  }),

  badName('artifact/build-module-in-upper-case', moduleNamed('main.WASM')),
  badName('artifact/build-module-with-blank-behind', moduleNamed('main.wasm ')),
  badName('artifact/build-module-of-another-kind', moduleNamed('main.wat')),
  badName('artifact/build-module-without-a-name', moduleNamed('')),
  badPath('artifact/build-module-climbs-out', moduleNamed('../main.wasm')),
  badPath('artifact/build-module-is-absolute', moduleNamed('/main.wasm')),
  badPath('artifact/build-asset-climbs-out', assetNamed('a/../../b')),
  badPath('artifact/build-asset-is-a-folder', assetNamed('docs/')),
  badPath('artifact/build-asset-without-a-name', assetNamed(' ')),
  badPath('artifact/build-asset-with-colon', assetNamed('c:a')),
  rejected(
    'artifact/build-without-modules',
    ['BUILD-MODULES'],
    minimalBuild,
    'artifact.no-module',
    put(['modules'], []),
  ),
  twice('artifact/build-module-twice', insert(['modules', 1], { path: 'main.wasm', bytes: 'another' })),
  twice(
    'artifact/build-module-twice-in-two-spellings',
    insert(['modules', 1], { path: ' main.wasm', bytes: 'another' }),
  ),
  rejected(
    'artifact/build-module-twice-with-slash-and-backslash',
    entries,
    withBackslash,
    'artifact.duplicate-entry',
    insert(['modules', 1], { path: 'a/b.wasm', bytes: 'another' }),
  ),
  twice('artifact/build-asset-twice', insert(['assets', 0], { path: 'prompt.txt', bytes: 'another' })),

  builds(full, entries, { given: (base) => ({ ...base, assets: [], modules: numbered(252) }) }),
  rejected(
    'artifact/build-of-253-modules',
    entries,
    full,
    'artifact.too-many-entries',
    insert(['modules', 0], { path: 'one-more.wasm', bytes: '' }),
  ),
  builds(large, entries, {
    given: (base) => ({ ...base, modules: [{ path: 'main.wasm', bytes: { zeros: entryBytes } }] }),
  }),
  rejected(
    'artifact/build-of-a-16-mib-and-1-module',
    entries,
    large,
    'artifact.entry-too-large',
    put(['modules', 0, 'bytes'], { zeros: entryBytes + 1 }),
  ),
  rejected(
    'artifact/build-of-a-16-mib-and-1-asset',
    entries,
    minimalBuild,
    'artifact.entry-too-large',
    put(['assets', 0, 'bytes'], { zeros: entryBytes + 1 }),
  ),
  rejected('artifact/build-of-a-16-mib-and-1-sbom', entries, minimalBuild, 'artifact.entry-too-large', () =>
    put(['sbom'], paddedSbom(entryBytes + 1)),
  ),
  rejected('artifact/build-of-a-16-mib-manifest', entries, minimalBuild, 'artifact.entry-too-large', () =>
    editManifest('{ type = "object" }', schemaOfLongHeaders()),
  ),
  rejected(
    'artifact/build-of-64-mib-of-assets',
    entries,
    minimalBuild,
    'artifact.too-large',
    put(['assets'], [prompt, ...sixteenMib(4)]),
  ),

  builds(longName, ['BUILD-NAME-LENGTH'], {
    given: (base) => ({ ...base, assets: [{ path: longPath(65_535), bytes: '' }] }),
  }),
  rejected(
    'artifact/build-of-a-65536-byte-name',
    ['BUILD-NAME-LENGTH'],
    longName,
    'artifact.name-too-long',
    put(['assets', 0, 'path'], longPath(65_536)),
  ),
];

function oneModule(given: string, path: string): Built {
  const bytes = 'a module';
  return {
    given: (base) => ({ ...base, modules: [{ path: given, bytes }] }),
    written: (written) => ({ ...written, modules: [{ path, bytes }] }),
  };
}

function numbered(count: number): readonly NamedContent[] {
  return Array.from({ length: count }, (_, number) => ({ path: `m${number}.wasm`, bytes: '' }));
}

function sixteenMib(count: number): readonly NamedContent[] {
  return Array.from({ length: count }, (_, number) => ({ path: `zeros-${number}`, bytes: { zeros: entryBytes } }));
}

function paddedSbom(length: number): Uint8Array {
  const text = Buffer.alloc(length, ' ');
  text.write('{"bomFormat":"CycloneDX","specVersion":"1.6"}');
  return text;
}

/** Each of the inner tables is written under a header of its own, which repeats the long key. */
function schemaOfLongHeaders(): string {
  const inner = Array.from({ length: 300 }, (_, number) => `t${number} = {}`);
  return `{ ${'k'.repeat(60_000)} = { ${inner.join(', ')} } }`;
}

/** Below `assets/`, so that the whole name has this many bytes. */
function longPath(bytes: number): string {
  return 'x'.repeat(bytes - 'assets/'.length);
}

import { assemble, encodeArtifact } from '#fixtures/artifact/encode.ts';
import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import { limits } from '#spec/constants.ts';
import type { NamedBytes } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { insert, put, refusals, rejected } from '../../rows.ts';
import { appended, type Change, directory, editArchive, editFile, mainModule, minimal, opened } from './given.ts';

const { artifactBytes, entryBytes } = limits;
const fullFile = 'artifact/file-of-64-mib';
const fullContent = 'artifact/content-of-64-mib';
const fullModule = 'artifact/module-of-16-mib';
const manyFiles = 'artifact/entries-256';
const manyWithDirectory = 'artifact/entries-256-with-a-directory';

/** Four files of zeros, the last of which makes the whole as large as it may be. */
function zeros(base: ArtifactModel, last: number): ArtifactModel {
  const sizes = [entryBytes, entryBytes, entryBytes, last];
  return { ...base, assets: sizes.map((size, index) => ({ path: `zeros-${index}`, bytes: { zeros: size } })) };
}

function withoutZeros(base: ArtifactModel): ArtifactModel {
  return { ...base, assets: zeros(base, 0).assets.map(({ path }) => ({ path, bytes: '' })) };
}

function lastOfFile(world: World): number {
  const frame = encodeArtifact(withoutZeros(baseArtifact(world)), world.parameters.names);
  return artifactBytes - 3 * entryBytes - frame.length;
}

function lastOfContent(world: World): number {
  const others = framesOf(world).reduce((sum, { bytes }) => sum + bytes.length, 0);
  return artifactBytes - 3 * entryBytes - others;
}

/** All entries, of which only those of zeros have another length; hashes are of one length, whatever is hashed. */
function framesOf(world: World): readonly NamedBytes[] {
  return assemble(withoutZeros(baseArtifact(world)), world.parameters.names).entries;
}

function deflatedZeros(base: ArtifactModel, world: World): ArtifactModel {
  const model = zeros(base, lastOfContent(world));
  return { ...model, archive: { ...model.archive, method: 'deflated' } };
}

function withAssets(count: number, ...directories: readonly string[]): Change {
  return (base) => {
    const assets = Array.from({ length: count }, (_, index) => ({ path: `asset-${index}`, bytes: '' }));
    return { ...base, assets, archive: { ...base.archive, after: directories.map((name) => directory(name)) } };
  };
}

function withModule(zeros: number): Change {
  return (base) => {
    const archive = { ...base.archive, entries: { [mainModule]: { method: 'deflated' } } } as const;
    return { ...base, modules: [{ path: 'main.wasm', bytes: { zeros } }], archive };
  };
}

const tooLarge = refusals(['ART-SIZE'], fullContent, 'artifact.too-large');
const tooMany = refusals(['ART-ENTRY-COUNT'], manyFiles, 'artifact.too-many-entries');
const entryTooLarge = refusals(['ART-ENTRY-SIZE'], minimal, 'artifact.entry-too-large');
const lastZeros = ['artifact', 'assets', 3, 'bytes'] as const;

export const sizes: readonly Case[] = [
  opened(fullFile, ['ART-SIZE'], (base, world) => zeros(base, lastOfFile(world))),
  rejected('artifact/file-of-64-mib-and-1', ['ART-SIZE'], fullFile, 'artifact.too-large', (world) =>
    put(lastZeros, { zeros: lastOfFile(world) + 1 }),
  ),
  rejected(
    'artifact/64-mib-behind-it',
    ['ART-SIZE'],
    minimal,
    'artifact.too-large',
    editArchive('suffix', { zeros: artifactBytes }),
  ),
  opened(fullContent, ['ART-SIZE'], deflatedZeros),
  tooLarge('artifact/content-of-64-mib-and-1', (world) => put(lastZeros, { zeros: lastOfContent(world) + 1 })),
  tooLarge('artifact/size-declared-beyond-64-mib', (world) => {
    const last = framesOf(world).find(({ path }) => path === 'skill.toml');
    return editFile('skill.toml', { both: { size: (last?.bytes.length ?? 0) + 1 } });
  }),
  tooLarge('artifact/content-beyond-64-mib-declared-as-5', (world) => {
    const last = framesOf(world).find(({ path }) => path === 'skill.toml');
    const zeros = (last?.bytes.length ?? 0) + 1;
    return editFile('skill.toml', { method: 'deflated', content: { zeros }, both: { size: 5 } });
  }),
  rejected(
    'artifact/size-declared-beyond-16-mib-behind-64-mib',
    ['ART-ENTRY-SIZE', 'ART-DECODE-ORDER'],
    fullContent,
    'artifact.entry-too-large',
    appended({ name: 'docs/empty', content: '', both: { size: entryBytes + 1 } }),
  ),
  tooLarge('artifact/empty-file-behind-64-mib', appended({ name: 'docs/empty', content: '' })),
  opened('artifact/directory-behind-64-mib', ['ART-SIZE', 'ART-DIRECTORIES'], (base, world) => {
    const model = deflatedZeros(base, world);
    return { ...model, archive: { ...model.archive, after: [directory('docs/')] } };
  }),

  opened(fullModule, ['ART-ENTRY-SIZE'], withModule(entryBytes)),
  rejected(
    'artifact/module-of-16-mib-and-1',
    ['ART-ENTRY-SIZE'],
    fullModule,
    'artifact.entry-too-large',
    put(['artifact', 'modules', 0, 'bytes'], { zeros: entryBytes + 1 }),
  ),
  entryTooLarge('artifact/size-declared-beyond-16-mib', editFile(mainModule, { both: { size: entryBytes + 1 } })),
  entryTooLarge(
    'artifact/size-of-16-mib-and-1-declared-as-5',
    editFile(mainModule, { method: 'deflated', content: { zeros: entryBytes + 1 }, both: { size: 5 } }),
  ),
  entryTooLarge(
    'artifact/stored-size-of-16-mib-and-1-declared-as-5',
    editFile(mainModule, { content: { zeros: entryBytes + 1 }, both: { size: 5 } }),
  ),
  entryTooLarge(
    'artifact/manifest-beyond-16-mib',
    editFile('skill.toml', { method: 'deflated', content: { zeros: entryBytes + 1 } }),
  ),
];

export const counts: readonly Case[] = [
  opened(manyFiles, ['ART-ENTRY-COUNT'], withAssets(251)),
  tooMany('artifact/entries-257', insert(['artifact', 'assets', 0], { path: 'one-more', bytes: '' })),
  tooMany('artifact/entries-256-and-a-directory', appended(directory('docs/'))),
  opened(manyWithDirectory, ['ART-ENTRY-COUNT', 'ART-DIRECTORIES'], withAssets(250, 'docs/')),
  rejected(
    'artifact/entries-256-with-a-directory-and-1',
    ['ART-ENTRY-COUNT', 'ART-DIRECTORIES'],
    manyWithDirectory,
    'artifact.too-many-entries',
    appended(directory('more/')),
  ),
];

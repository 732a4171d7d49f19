import type { World } from '#fixtures/world.ts';
import type { Case, ObservedCase, Recipe } from '../../case.ts';
import { indexCases, recipeOf } from '../../recipe/case-index.ts';
import { observed } from '../../rows.ts';
import { container } from './container.ts';
import { directories } from './directories.ts';
import { both, directory, mainModule, seen, withArchive, withFiles, withKnobs } from './given.ts';
import { uniqueNames } from './names.ts';
import { entries } from './one-meaning/entries.ts';
import { entryNames } from './one-meaning/names.ts';
import { structure } from './one-meaning/structure.ts';

const proves = ['ART-HOLES'] as const;
const index = indexCases([...container, ...directories, ...uniqueNames, ...entryNames, ...entries, ...structure]);

/** The archive of a refused case once more: what shipping software was measured to make of it. */
const again: readonly (readonly [string, string])[] = [
  ['name-twice-in-front', 'accepted'],
  ['name-twice-behind', 'PayloadHashMismatch'],
  ['manifest-twice', 'accepted'],
  ['end-signature-in-comment', 'accepted'],
  ['end-record-in-comment', 'MissingArtifactEntry'],
  ['fewer-entries-counted', 'MissingArtifactEntry'],
  ['entry-counts-differ', 'accepted'],
  ['directory-size-too-small', 'accepted'],
  ['disk-numbers-not-0', 'accepted'],
  ['disk-number-of-entry-not-0', 'accepted'],
  ['64-bit-end-record', 'accepted'],
  ['64-bit-locator-alone', 'accepted'],
  ['64-bit-field-not-needed', 'accepted'],
  ['bytes-in-front', 'accepted'],
  ['bytes-behind', 'accepted'],
  ['gap-before-entry', 'accepted'],
  ['gap-before-directory', 'accepted'],
  ['gap-before-end-record', 'accepted'],
  ['hidden-entry', 'accepted'],
  ['record-inside-another-file', 'accepted'],
  ['local-name-differs', 'accepted'],
  ['local-header-says-encrypted', 'accepted'],
  ['local-method-differs', 'accepted'],
  ['local-checksum-differs', 'accepted'],
  ['local-size-differs', 'accepted'],
  ['descriptor-checksum-differs', 'accepted'],
  ['descriptor-missing', 'accepted'],
  ['size-declared-too-small', 'accepted'],
  ['size-declared-too-large', 'accepted'],
  ['bytes-behind-deflate-stream', 'accepted'],
  ['stream-without-last-block', 'accepted'],
  ['flag-of-a-patch', 'accepted'],
  ['flag-of-strong-encryption', 'accepted'],
  ['flag-of-masked-headers', 'accepted'],
  ['name-with-backslash', 'accepted'],
  ['name-with-blank-in-front', 'accepted'],
  ['manifest-with-blank-in-front', 'accepted'],
  ['name-with-line-feed', 'accepted'],
  ['renaming-field-in-directory', 'accepted'],
  ['symbolic-link', 'accepted'],
  ['directory-attribute-on-file', 'accepted'],
  ['file-mode-on-directory', 'accepted'],
  ['directory-with-content', 'accepted'],
  ['directory-climbs-out', 'accepted'],
  ['directory-is-the-root', 'accepted'],
  ['file-is-folder', 'accepted'],
];

export const holes: readonly Case[] = [
  ...again.map(([id, shipping]) => observeAgain(id, shipping)),
  seen(
    'artifact/hole-offsets-count-from-the-archive',
    proves,
    'accepted',
    withArchive({ prefix: '#!', prefixCounted: false }),
  ),
  seen('artifact/hole-directory-with-backslash', proves, 'accepted', withArchive({ after: [directory('docs\\')] })),
  seen('artifact/hole-one-record-for-two-files', proves, 'accepted', (base) => ({
    ...base,
    modules: [...base.modules, ...base.modules.map(({ bytes }) => ({ path: 'same.wasm', bytes }))],
    archive: { ...base.archive, entries: { 'modules/same.wasm': { embedded: true, local: { name: mainModule } } } },
  })),
  seen(
    'artifact/hole-name-in-code-page-437',
    proves,
    'accepted',
    both(withFiles('docs/\u00e9'), withKnobs('docs/\u00e9', { name: bytesName(0x82), both: { flags: 0 } })),
  ),
  seen(
    'artifact/hole-name-with-stray-byte',
    proves,
    'accepted',
    both(withFiles('docs/\ufffd'), withKnobs('docs/\ufffd', { name: bytesName(0xff), both: { flags: 0x0800 } })),
  ),
  seen('artifact/hole-257-records-over-200-names', proves, 'accepted', (base) => {
    const assets = Array.from({ length: 195 }, (_, number) => ({ path: `asset-${number}`, bytes: '' }));
    const again = assets.slice(0, 57).map(({ path }) => ({ name: `assets/${path}`, content: '' }));
    return { ...base, assets, archive: { ...base.archive, after: again } };
  }),
];

function observeAgain(id: string, shipping: string): ObservedCase {
  return observed(`artifact/hole-${id}`, proves, shipping, (world) => recipeAgain(`artifact/${id}`, world));
}

function recipeAgain(id: string, world: World): Recipe {
  const refused = index.get(id);
  if (refused === undefined) throw new Error(`no such case: ${id}`);
  const recipe = recipeOf(refused, index, world);
  if (!recipe.ok) throw new Error(`${id}: ${recipe.complaint.problem}`);
  return recipe.value;
}

function bytesName(byte: number): Uint8Array {
  return Uint8Array.from([...Buffer.from('docs/'), byte]);
}

import type { Case } from '../../../case.ts';
import { put, refusals, rejected } from '../../../rows.ts';
import { appended, directory, editFile, opened, withFiles } from '../given.ts';
import { renamingField } from './bytes.ts';

const plain = 'artifact/entry-name-plain';
const twoFiles = 'artifact/folder-beside-file';
const neighbours = 'artifact/folder-beside-files-that-begin-alike';
const encoding = refusals(['ART-NAMES-UTF8'], plain, 'artifact.name-encoding');
const spelling = refusals(['ART-NAMES-CANONICAL'], plain, 'artifact.name-not-canonical');
const control = refusals(['ART-NAMES-PRINTABLE'], plain, 'artifact.control-in-name');
const renaming = refusals(['ART-NO-RENAMING'], plain, 'artifact.renaming-field');
const folder = refusals(['ART-FILE-OR-FOLDER'], twoFiles, 'artifact.file-is-folder');

const utf8 = 0x0800;
const bytesName = (...end: readonly number[]) => Uint8Array.from([...Buffer.from('docs/'), ...end]);
const named = (name: string) => editFile('docs/a', { name });
const resigned = (path: string) => put(['artifact', 'others', 0, 'path'], path);
const toA = renamingField('docs/x', 'docs/a');

export const entryNames: readonly Case[] = [
  opened(
    plain,
    ['ART-NAMES-UTF8', 'ART-NAMES-CANONICAL', 'ART-NAMES-PRINTABLE', 'ART-NO-RENAMING'],
    withFiles('docs/a'),
  ),

  encoding('artifact/name-in-code-page-437', editFile('docs/a', { name: bytesName(0x82), both: { flags: 0 } })),
  encoding(
    'artifact/name-in-utf8-without-flag',
    editFile('docs/a', { name: bytesName(0xc3, 0xa9), both: { flags: 0 } }),
  ),
  encoding('artifact/name-with-stray-byte', editFile('docs/a', { name: bytesName(0xff), both: { flags: utf8 } })),
  encoding(
    'artifact/name-with-overlong-form',
    editFile('docs/a', { name: bytesName(0xc1, 0x81), both: { flags: utf8 } }),
  ),
  encoding(
    'artifact/name-with-surrogate',
    editFile('docs/a', { name: bytesName(0xed, 0xa0, 0x80), both: { flags: utf8 } }),
  ),

  spelling('artifact/name-with-backslash', named('docs\\a')),
  spelling('artifact/name-with-blank-in-front', named(' docs/a')),
  spelling('artifact/name-with-blank-behind', named('docs/a ')),
  spelling('artifact/name-with-wide-blank-behind', named('docs/a\u3000')),
  spelling('artifact/manifest-with-blank-in-front', editFile('skill.toml', { name: ' skill.toml' })),

  control('artifact/name-with-line-feed', resigned('docs/a\nb')),
  control('artifact/name-with-escape', resigned('docs/a\u001b[2Jb')),
  control('artifact/name-with-delete', resigned('docs/a\u007fb')),
  control('artifact/name-with-c1-control', resigned('docs/a\u009bb')),

  renaming('artifact/renaming-field', editFile('docs/a', { name: 'docs/x', both: { extra: toA } })),
  renaming('artifact/renaming-field-in-directory', editFile('docs/a', { name: 'docs/x', central: { extra: toA } })),
  renaming(
    'artifact/renaming-field-in-local-header',
    editFile('docs/a', { local: { extra: renamingField('docs/a', 'docs/x') } }),
  ),
  renaming(
    'artifact/renaming-field-to-same-name',
    editFile('docs/a', { both: { extra: renamingField('docs/a', 'docs/a') } }),
  ),

  opened(twoFiles, ['ART-FILE-OR-FOLDER'], withFiles('docs/d', 'docs/e/f')),
  folder('artifact/file-is-folder', put(['artifact', 'others', 1, 'path'], 'docs/d/f')),
  folder('artifact/file-is-folder-two-levels-up', put(['artifact', 'others', 1, 'path'], 'docs/d/x/y/z')),
  folder('artifact/file-is-folder-of-its-folder', put(['artifact', 'others', 0, 'path'], 'docs/e')),
  folder('artifact/file-is-folder-that-stands-alone', appended(directory('docs/d/'))),
  opened(neighbours, ['ART-FILE-OR-FOLDER'], withFiles('docs/d', 'docs/d-x', 'docs/d.x', 'docs/e/f')),
  rejected(
    'artifact/file-is-folder-with-names-between',
    ['ART-FILE-OR-FOLDER'],
    neighbours,
    'artifact.file-is-folder',
    put(['artifact', 'others', 3, 'path'], 'docs/d/f'),
  ),
];

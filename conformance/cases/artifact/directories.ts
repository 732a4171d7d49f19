import type { Case } from '../../case.ts';
import { put, refusals, rejected, remove } from '../../rows.ts';
import { appended, directory, minimal, opened, withArchive } from './given.ts';

const proves = ['ART-DIRECTORIES'] as const;
const beside = 'artifact/directory-beside-files';
const likeModule = 'artifact/directory-named-like-a-module';
const whole = refusals(['ART-EMPTY-DIRECTORIES'], minimal, 'artifact.directory-with-content');
const hostile = refusals(['ART-EMPTY-DIRECTORIES'], minimal, 'artifact.invalid-path');
const appendedRecord = ['artifact', 'archive', 'after', 0, 'both'] as const;

export const directories: readonly Case[] = [
  opened(beside, [...proves, 'ART-EMPTY-DIRECTORIES', 'ART-ENCRYPTION'], withArchive({ after: [directory('docs/')] })),
  opened('artifact/directories-in-front', proves, withArchive({ before: [directory('a/'), directory('a/b/')] })),
  opened(
    'artifact/directory-deflated-into-nothing',
    [...proves, 'ART-METHODS', 'ART-EMPTY-DIRECTORIES'],
    withArchive({ after: [{ ...directory('docs/'), both: { method: 8 } }] }),
  ),
  opened('artifact/directory-of-a-file', proves, withArchive({ before: [directory('modules/')] })),
  opened(likeModule, proves, withArchive({ after: [directory('modules/other.wasm/')] })),
  rejected(
    'artifact/directory-is-no-module',
    proves,
    likeModule,
    'artifact.missing-entry',
    remove(['artifact', 'modules', 0]),
  ),
  rejected(
    'artifact/encrypted-directory',
    ['ART-ENCRYPTION'],
    beside,
    'artifact.encrypted',
    put(appendedRecord, { flags: 1 }),
  ),
  rejected(
    'artifact/method-12-of-directory',
    ['ART-METHODS'],
    beside,
    'artifact.unsupported-method',
    put(appendedRecord, { method: 12 }),
  ),

  whole('artifact/directory-with-content', appended(directory('docs/', 'hidden'))),
  whole('artifact/directory-with-checksum', appended({ ...directory('docs/'), both: { crc32: 1 } })),
  whole('artifact/directory-with-size', appended({ ...directory('docs/'), both: { size: 1 } })),
  whole('artifact/directory-with-empty-stream', appended({ ...directory('docs/'), method: 'deflated' })),
  hostile('artifact/directory-with-blank-in-front', appended(directory(' docs/'))),
  hostile('artifact/directory-with-backslash-inside', appended(directory('docs\\a/'))),
  hostile('artifact/directory-climbs-out', appended(directory('../../x/'))),
  hostile('artifact/directory-is-absolute', appended(directory('/x/'))),
  hostile('artifact/directory-is-the-root', appended(directory('/'))),
  hostile('artifact/directory-has-empty-part', appended(directory('a//'))),
  hostile('artifact/directory-has-colon', appended(directory('c:/'))),
];

import { extraField } from '#fixtures/zip/records.ts';
import type { Case } from '../../case.ts';
import { put, refusals } from '../../rows.ts';
import { editArchive, editFile, mainModule, minimal, opened, withArchive } from './given.ts';

const unreadable = refusals(['ART-ZIP'], minimal, 'artifact.not-zip');
const encrypted = refusals(['ART-ENCRYPTION'], minimal, 'artifact.encrypted');
const packed = refusals(['ART-METHODS'], minimal, 'artifact.unsupported-method');

const cutExtraArea = Uint8Array.from([0xfe, 0xca, 4, 0, 1]);
const renamesAnother = extraField(0x7075, Uint8Array.from([1, 0, 0, 0, 0, 0x61]));

export const container: readonly Case[] = [
  opened(minimal, ['ART-ZIP', 'ART-ENCRYPTION', 'ART-METHODS', 'ART-REQUIRED-ENTRIES', 'ART-VERIFY-ORDER']),
  unreadable('artifact/empty-input', put(['artifact'], '')),
  unreadable('artifact/text-input', put(['artifact'], 'not an archive')),
  unreadable('artifact/end-record-missing', editArchive('end', { signature: 0x06054b51 })),
  unreadable('artifact/end-record-cut', editArchive('truncate', 1)),
  unreadable('artifact/comment-cut', editArchive('end', { commentLength: 1 })),
  unreadable('artifact/more-entries-counted', editArchive('end', { entriesOnDisk: 6, entries: 6 })),
  unreadable('artifact/directory-offset-too-small', editArchive('end', { centralOffset: 4 })),
  unreadable('artifact/directory-offset-too-large', editArchive('end', { centralOffset: 0x7fffffff })),
  unreadable('artifact/disks-differ', editArchive('end', { disk: 1 })),
  unreadable('artifact/central-signature-wrong', editFile('skill.toml', { central: { signature: 0x02014b51 } })),
  unreadable('artifact/local-signature-wrong', editFile(mainModule, { local: { signature: 0x04034b51 } })),
  unreadable('artifact/extra-area-cut', editFile(mainModule, { central: { extra: cutExtraArea } })),
  unreadable('artifact/renaming-field-of-another-name', editFile(mainModule, { central: { extra: renamesAnother } })),

  encrypted('artifact/encrypted-file', editFile(mainModule, { both: { flags: 1 } })),
  opened('artifact/all-deflated', ['ART-METHODS'], withArchive({ method: 'deflated' })),
  packed('artifact/method-9', editFile(mainModule, { both: { method: 9 } })),
  packed('artifact/method-12', editFile(mainModule, { both: { method: 12 } })),
  packed('artifact/method-93', editFile(mainModule, { both: { method: 93 } })),
];

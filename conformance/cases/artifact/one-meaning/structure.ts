import { wasmModuleSize } from '#fixtures/artifact/model.ts';
import { localRecord } from '#fixtures/zip/encode.ts';
import { encodeEnd, endOf } from '#fixtures/zip/records.ts';
import type { Case } from '../../../case.ts';
import { insert, ordered, refusals, rejected } from '../../../rows.ts';
import { appended, type Change, editArchive, editFile, mainModule, minimal, opened, withArchive } from '../given.ts';
import { sizesField } from './bytes.ts';

const commented = 'artifact/comment-without-end-record';
const nested = 'artifact/file-that-holds-a-record';
const countedFromArchive = 'artifact/offsets-count-from-the-first-record';
const ambiguous = refusals(['ART-ONE-END'], minimal, 'artifact.ambiguous-end');
const zip64 = refusals(['ART-NO-ZIP64'], minimal, 'artifact.zip64');
const hidden = refusals(['ART-NO-HIDDEN-BYTES'], minimal, 'artifact.hidden-bytes');
const shared = refusals(['ART-NO-OVERLAP'], nested, 'artifact.overlap');

const trueSizes = sizesField(wasmModuleSize, wasmModuleSize);
const allOnes = 0xffffffff;
const secondEnd = encodeEnd(endOf(0, 0, 0));
const endSignature = secondEnd.subarray(0, 4);

/** A stored file whose content is the whole local record of another, so one stretch of bytes can be read as two. */
const holdsRecord: Change = (base) => {
  const inner = { name: 'docs/inner', content: 'content of docs/inner' };
  const outer = Buffer.concat([Buffer.from('before'), localRecord(inner).record, Buffer.from('behind')]);
  const others = [
    { path: inner.name, bytes: inner.content },
    { path: 'docs/abox', bytes: outer },
  ];
  return { ...base, others };
};

export const structure: readonly Case[] = [
  opened(commented, ['ART-ONE-END'], withArchive({ end: { comment: 'PK\u0005 and PK\u0006' } })),
  ambiguous('artifact/end-signature-in-comment', editArchive('end', { comment: endSignature })),
  ambiguous('artifact/end-record-in-comment', editArchive('end', { comment: secondEnd })),
  ambiguous('artifact/end-record-behind-it', editArchive('suffix', secondEnd)),
  ambiguous('artifact/fewer-entries-counted', editArchive('end', { entriesOnDisk: 4, entries: 4 })),
  ambiguous('artifact/entry-counts-differ', editArchive('end', { entries: 4 })),
  ambiguous('artifact/directory-size-too-small', editArchive('end', { centralSize: 46 })),
  ambiguous('artifact/disk-numbers-not-0', editArchive('end', { disk: 1, centralDisk: 1 })),
  ambiguous('artifact/disk-number-of-entry-not-0', editFile(mainModule, { central: { disk: 1 } })),

  opened(countedFromArchive, ['ART-ONE-END'], withArchive({ prefixCounted: false })),
  rejected(
    'artifact/offsets-that-do-not-count-bytes-in-front',
    ['ART-ONE-END'],
    countedFromArchive,
    'artifact.ambiguous-end',
    editArchive('prefix', '#!/bin/sh\n'),
  ),

  opened('artifact/no-64-bit-records', ['ART-NO-ZIP64', 'ART-NO-HIDDEN-BYTES', 'ART-NO-OVERLAP'], (base) => base),
  zip64('artifact/64-bit-end-record', editArchive('end64', {})),
  zip64('artifact/64-bit-locator-alone', editArchive('end64', { record: false })),
  zip64('artifact/64-bit-field-not-needed', editFile(mainModule, { both: { extra: trueSizes } })),
  zip64('artifact/64-bit-field-in-local-header', editFile(mainModule, { local: { extra: trueSizes } })),
  zip64(
    'artifact/64-bit-sizes',
    editFile(mainModule, { both: { size: allOnes, compressedSize: allOnes, extra: trueSizes } }),
  ),

  hidden('artifact/bytes-in-front', editArchive('prefix', '#!/bin/sh\n')),
  hidden('artifact/bytes-behind', editArchive('suffix', '\n')),
  hidden('artifact/gap-before-entry', editFile(mainModule, { gap: 'between' })),
  hidden('artifact/gap-before-directory', editArchive('beforeCentral', 'between')),
  hidden('artifact/gap-before-end-record', editArchive('afterCentral', 'between')),
  hidden('artifact/hidden-entry', appended({ name: 'docs/hidden', content: 'unlisted', hidden: true })),
  hidden(
    'artifact/hidden-copy-of-manifest',
    insert(['artifact', 'archive', 'before', 0], { name: 'skill.toml', content: '', hidden: true }),
  ),

  opened(nested, ['ART-NO-OVERLAP'], holdsRecord),
  shared('artifact/record-inside-another-file', editFile('docs/inner', { embedded: true })),
  rejected(
    'artifact/bytes-behind-a-file-that-holds-a-record',
    ['ART-NO-HIDDEN-BYTES'],
    nested,
    'artifact.hidden-bytes',
    editArchive('suffix', '\n'),
  ),
  ordered(
    'artifact/gap-before-overlap',
    ['ART-NO-HIDDEN-BYTES'],
    'artifact/bytes-behind-a-file-that-holds-a-record',
    'artifact/record-inside-another-file',
  ),
];

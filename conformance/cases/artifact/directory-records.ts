import { assemble, encodeArtifact } from '#fixtures/artifact/encode.ts';
import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import { deflate } from '#fixtures/zip/deflate.ts';
import { encodeEnd, endOf } from '#fixtures/zip/records.ts';
import { manifestEntry } from '#spec/constants.ts';
import type { Case, Edit } from '../../case.ts';
import { put, refusals, rejected } from '../../rows.ts';
import { type Change, editArchive, minimal, opened } from './given.ts';

const ambiguous = refusals(['ART-ONE-END'], minimal, 'artifact.ambiguous-end');
const zip64 = refusals(['ART-NO-ZIP64'], minimal, 'artifact.zip64');
const endLength = 22;
/** Of the last record of the directory, which is that of the manifest. */
const lastRecordLength = 46 + manifestEntry.length;
const deflatedManifest = 'artifact/manifest-deflated';

/** What the records of the directory say of one another and of where they stand. */
export const directoryRecords: readonly Case[] = [
  opened('artifact/directory-in-another-order', ['ART-VARIATIONS'], manifestInFront),
  rejected('artifact/central-record-cut', ['ART-ZIP'], minimal, 'artifact.not-zip', (world) => {
    const bytes = encoded(world);
    bytes.writeUInt16LE(0xffff, bytes.length - endLength - lastRecordLength + 32);
    return put(['artifact'], bytes);
  }),

  ambiguous('artifact/fewer-entries-counted-and-measured', (world) => {
    const bytes = encoded(world);
    const centralSize = bytes.readUInt32LE(bytes.length - endLength + 12) - lastRecordLength;
    return editArchive('end', { entriesOnDisk: 4, entries: 4, centralSize });
  }),
  ambiguous(
    'artifact/end-record-that-leads-nowhere-in-comment',
    editArchive('end', { comment: encodeEnd(endOf(1, 46, 0x7fffffff)) }),
  ),
  ambiguous(
    'artifact/end-record-of-another-disk-in-comment',
    editArchive('end', { comment: encodeEnd({ ...endOf(0, 0, 0), disk: 1 }) }),
  ),

  zip64('artifact/64-bit-end-record-without-locator', editArchive('end64', { locator: false })),
  zip64('artifact/64-bit-counts', deferring({ entriesOnDisk: 0xffff, entries: 0xffff })),
  zip64('artifact/64-bit-directory-offset', deferring({ centralOffset: 0xffffffff })),

  opened(deflatedManifest, ['ART-NO-OVERLAP'], (base) => ({
    ...base,
    archive: { ...base.archive, entries: { [manifestEntry]: { method: 'deflated' } } },
  })),
  rejected(
    'artifact/data-reach-into-the-directory',
    ['ART-NO-OVERLAP'],
    deflatedManifest,
    'artifact.overlap',
    (world) =>
      put(['artifact', 'archive', 'entries', manifestEntry, 'both'], {
        compressedSize: deflate(manifestBytes(baseArtifact(world), world), true).length + 10,
      }),
  ),
];

/** The local record of the manifest comes first, its central record last. */
function manifestInFront(base: ArtifactModel, world: World): ReturnType<Change> {
  const before = [{ name: manifestEntry, content: manifestBytes(base, world), hidden: true }] as const;
  return { ...base, archive: { ...base.archive, before, entries: { [manifestEntry]: { embedded: true } } } };
}

/** A 64-bit end record that is right, and an end record whose numbers send every reader there. */
function deferring(end: NonNullable<ArtifactModel['archive']['end']>): (world: World) => Edit {
  return (world) => {
    const base = baseArtifact(world);
    const archive = { ...base.archive, end64: {}, end };
    return put(['artifact'], encodeArtifact({ ...base, archive }, world.parameters.names));
  };
}

function encoded(world: World): Buffer {
  return Buffer.from(encodeArtifact(baseArtifact(world), world.parameters.names));
}

function manifestBytes(base: ArtifactModel, world: World): Uint8Array {
  const manifest = assemble(base, world.parameters.names).entries.find(({ path }) => path === manifestEntry);
  return manifest?.bytes ?? new Uint8Array();
}

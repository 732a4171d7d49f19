import type { Case } from '../../case.ts';
import { put, refusals, rejected } from '../../rows.ts';
import { editFile, mainModule, minimal, opened, withKnobs } from './given.ts';

const deflated = 'artifact/module-deflated';
const broken = refusals(['ART-INTACT'], minimal, 'artifact.corrupt-entry');
const sizesOfModule = ['artifact', 'archive', 'entries', mainModule, 'both'] as const;

export const contents: readonly Case[] = [
  opened(deflated, ['ART-INTACT'], withKnobs(mainModule, { method: 'deflated' })),
  broken('artifact/checksum-wrong', editFile(mainModule, { both: { crc32: 1 } })),
  broken('artifact/checksum-wrong-in-directory', editFile(mainModule, { central: { crc32: 1 } })),
  broken('artifact/stored-data-called-deflated', editFile(mainModule, { both: { method: 8 } })),
  rejected(
    'artifact/deflated-data-cut',
    ['ART-INTACT'],
    deflated,
    'artifact.corrupt-entry',
    put(sizesOfModule, { compressedSize: 9 }),
  ),
];

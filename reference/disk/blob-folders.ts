import { createHash, randomBytes } from 'node:crypto';
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HelloMessage } from '#spec/protocol.ts';
import type { BlobSink } from '#spec/wire/encode.ts';
import type { BlobSource } from '#spec/wire/read-bytes.ts';
import { readRegularFile } from './read-file.ts';

/** The two folders of a runner: large inputs come from the one, large outputs go to the other. */
export function blobFolders({ inputs, outputs }: HelloMessage['blobs']): BlobSource & BlobSink {
  return {
    get: (sha256, size) => {
      const file = readRegularFile(join(inputs, sha256), size);
      if (file.kind === 'too-large') return 'larger';
      return file.kind === 'read' ? file.bytes : undefined;
    },
    put: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      writeWhole(join(outputs, sha256), bytes);
      return sha256;
    },
  };
}

/** A reader finds all of it or nothing. Nobody needs it after a crash, so it is not forced onto the disk. */
function writeWhole(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

import { fromBuffer, type ZipFile } from 'yauzl';

/** The same archive as an independent reader sees it: names and contents, or why it refuses. */
export function readWithYauzl(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { decodeStrings: false, validateEntrySizes: true, lazyEntries: true }, (error, zip) => {
      if (error) reject(error);
      else readEntries(zip).then(resolve, reject);
    });
  });
}

function readEntries(zip: ZipFile): Promise<ReadonlyMap<string, Buffer>> {
  const entries = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
      zip.openReadStream(entry, async (error, stream) => {
        if (error) return reject(error);
        const name = String(entry.fileNameRaw);
        const content = Buffer.concat(await stream.toArray());
        if (!name.endsWith('/')) entries.set(name, content);
        zip.readEntry();
      });
    });
    zip.readEntry();
  });
}

import { manifestEntry, signatureEntry } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { IntegrityFile } from '../manifest/manifest.ts';
import { compareBytes } from '../text/byte-order.ts';
import { parsePath } from '../text/path.ts';
import { sha256Hex } from './payload.ts';

type Entries = ReadonlyMap<string, Uint8Array>;

/** BUILD-INTEGRITY: one digest for each entry that is neither the manifest, which holds the list, nor the signature. */
export function integrityFiles(entries: Entries): readonly IntegrityFile[] {
  return [...entries]
    .filter(([name]) => isListed(name))
    .map(([path, bytes]) => ({ path, sha256: sha256Hex(bytes) }))
    .sort((a, b) => compareBytes(a.path, b.path));
}

/** ART-INTEGRITY: the list of the manifest and the entries of the artifact say the same, nothing more and nothing less. */
export function checkIntegrity(declared: readonly IntegrityFile[], entries: Entries): Result<undefined> {
  const listed = new Map<string, string>();
  for (const file of declared) {
    const path = parsePath(file.path);
    if (!path.ok) return path;
    listed.set(path.value, file.sha256);
  }
  const mismatch = (name: string, detail: string) => fail({ code: 'artifact.integrity-mismatch', name, detail });
  for (const { path, sha256 } of integrityFiles(entries)) {
    const digest = listed.get(path);
    if (digest === undefined) return mismatch(path, 'the list does not name it');
    if (digest !== sha256) return mismatch(path, 'its digest is another');
    listed.delete(path);
  }
  for (const name of listed.keys()) return mismatch(name, 'the artifact holds no such entry to list');
  return ok(undefined);
}

function isListed(name: string): boolean {
  return name !== manifestEntry && name !== signatureEntry;
}

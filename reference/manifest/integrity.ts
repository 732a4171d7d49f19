import type { IntegrityFile, Manifest } from './manifest.ts';

/** BUILD-INTEGRITY: the list of the author, if there was one, gives way to that of the builder. */
export function withIntegrity(manifest: Manifest, files: readonly IntegrityFile[]): Manifest {
  return { ...manifest, integrity: { files } };
}

import { limits, manifestEntry } from '#spec/constants.ts';
import { fail, type Result } from '#spec/result.ts';
import type { Manifest } from './manifest.ts';
import { readManifest } from './shape/manifest-shape.ts';
import { parseToml } from './toml/parse-toml.ts';
import { validateManifest } from './validate/validate.ts';

/** MAN-ORDER: text, then TOML, then the shape, then the rules; the first failure is the answer. */
export function parseManifest(bytes: Uint8Array): Result<Manifest> {
  // No artifact can carry more; without this, the memory that a text takes to read would have no bound.
  if (bytes.length > limits.entryBytes) {
    return fail({
      code: 'artifact.entry-too-large',
      name: manifestEntry,
      actual: bytes.length,
      limit: limits.entryBytes,
    });
  }
  const table = parseToml(bytes);
  if (!table.ok) return table;
  const manifest = readManifest(table.value);
  return manifest.ok ? validateManifest(manifest.value) : manifest;
}

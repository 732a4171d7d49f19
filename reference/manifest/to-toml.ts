import { limits, manifestEntry } from '#spec/constants.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import type { Manifest } from './manifest.ts';
import { manifestToJson } from './to-json.ts';
import { encodeToml } from './toml/writer/encode-toml.ts';
import { findNull } from './toml/writer/find-null.ts';

/** BUILD-MANIFEST: the text that a builder puts in place of its author's, the same for manifests that mean the same. */
export function encodeManifestToml(manifest: Manifest): Result<string> {
  const document = manifestToJson(manifest);
  const path = findNull(document);
  // BUILD-NULL: left out, it would change what the author's schema says.
  if (path !== undefined) return fail({ code: 'artifact.unrepresentable', path });
  const limit = limits.entryBytes;
  const text = encodeToml(document, limit);
  if (text !== undefined) return ok(text);
  return fail({ code: 'artifact.entry-too-large', name: manifestEntry, actual: limit + 1, limit });
}

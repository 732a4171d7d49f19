import type { Json } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';

export interface RegistryEntry {
  readonly skillId: string;
  readonly version: string;
  readonly publisher: string;
  /** Relative to the folder of the registry, with forward slashes. */
  readonly artifact: string;
  readonly artifactSha256: string;
  readonly artifactBytes: number;
}

export interface RegistryIndex {
  readonly generatedAtUnixMs: bigint;
  /** By skill, then from the lowest version to the highest. */
  readonly entries: readonly RegistryEntry[];
}

/** The file `index.json`, which other programs read. */
export function encodeRegistryIndex({ generatedAtUnixMs, entries }: RegistryIndex): Uint8Array {
  const document = new Map<string, Json>([
    ['schema_version', 1n],
    ['generated_at_unix_ms', generatedAtUnixMs],
    ['entries', entries.map(entryToJson)],
  ]);
  return Buffer.from(encodePrettyJson(document));
}

function entryToJson(entry: RegistryEntry): Json {
  return new Map<string, Json>([
    ['skill_id', entry.skillId],
    ['version', entry.version],
    ['publisher', entry.publisher],
    ['artifact', entry.artifact],
    ['artifact_sha256', entry.artifactSha256],
    ['artifact_bytes', BigInt(entry.artifactBytes)],
  ]);
}

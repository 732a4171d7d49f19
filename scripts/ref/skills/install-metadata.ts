import { type InstalledRecord, recordToJson } from '#reference/lifecycle/index/installed-index.ts';
import type { Json } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';

const fields = [
  'source',
  'artifact_sha256',
  'payload_sha256',
  'publisher',
  'signature_key_id',
  'trust_decision',
  'missing_secrets',
] as const;

/** `install-metadata.json`, which stands beside the entries of a version and says where they come from. */
export function installMetadata(
  record: Omit<InstalledRecord, 'current' | 'installedAtUnixMs'>,
  installedAtUnixMs: bigint,
): Uint8Array {
  const json = recordToJson({ ...record, current: true, installedAtUnixMs });
  return Buffer.from(
    encodePrettyJson(
      new Map<string, Json>([
        ['schema_version', 1n],
        ['installed_at_unix_ms', installedAtUnixMs],
        ...fields.map((field) => [field, json.get(field) ?? null] as const),
      ]),
    ),
  );
}

import type { Json, JsonObject } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import type { InstalledIndex } from './installed-index.ts';
import type { InstalledRecord } from './record.ts';

export function indexToJson({ updatedAtUnixMs, entries }: InstalledIndex): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['updated_at_unix_ms', updatedAtUnixMs],
    ['entries', entries.map(recordToJson)],
  ]);
}

export function recordToJson(record: InstalledRecord): JsonObject {
  const { securityScan, rollbackSnapshot } = record;
  return new Map<string, Json>([
    ['skill_id', record.skillId],
    ['version', record.version],
    ['publisher', record.publisher],
    ['current', record.current],
    ['installed_at_unix_ms', record.installedAtUnixMs],
    ['artifact_sha256', record.artifactSha256],
    ['payload_sha256', record.payloadSha256],
    ['signature_key_id', record.signatureKeyId],
    ['trust_decision', record.trustDecision],
    ['source', sourceToJson(record.source)],
    ['missing_secrets', secretsToJson(record.missingSecrets)],
    ...opaque('security_scan', securityScan),
    ...opaque('rollback_snapshot', rollbackSnapshot),
  ]);
}

export function sourceToJson({ kind, reference }: InstalledRecord['source']): JsonObject {
  return new Map([
    ['kind', kind],
    ['reference', reference],
  ]);
}

export function secretsToJson(secrets: InstalledRecord['missingSecrets']): Json {
  return secrets.map(
    ({ scope, key }) =>
      new Map([
        ['scope', scope],
        ['key', key],
      ]),
  );
}

/** The content of the file. */
export function encodeIndex(index: InstalledIndex): Uint8Array {
  return Buffer.from(encodePrettyJson(indexToJson(index)));
}

function opaque(field: string, value: JsonObject | undefined): readonly [string, Json][] {
  return value === undefined ? [] : [[field, value]];
}

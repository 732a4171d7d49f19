import type { Inspection } from '#reference/artifact/inspect.ts';
import { sha256Hex } from '#reference/artifact/payload.ts';
import { signatureRecordToJson } from '#reference/artifact/signature-record.ts';
import { manifestToJson } from '#reference/manifest/to-json.ts';
import { warningsToJson } from '#reference/manifest/warnings.ts';
import { encodeHex } from '#reference/text/hex.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { jsonDocument, markedLine } from '../cli/terminal.ts';

export function inspectionJson(path: string, inspection: Inspection): string {
  const { manifest, signature, publicKey, payloadSha256, warnings, requiresReview } = inspection;
  return jsonDocument(
    new Map<string, Json>([
      ['artifact_path', path],
      ['payload_sha256', payloadSha256],
      ['public_key_hex', encodeHex(publicKey)],
      ['requires_review', requiresReview],
      ['manifest', manifestToJson(manifest)],
      ['manifest_warnings', warningsToJson(warnings)],
      ['signature', signatureRecordToJson(signature)],
      ['entries', entriesOf(inspection).map((entry): JsonObject => new Map(Object.entries(entry)))],
    ]),
  );
}

export function inspectionText(path: string, inspection: Inspection): string {
  const { manifest, signature, publicKey, payloadSha256, warnings, requiresReview } = inspection;
  const { skillId, publisher, name, version } = manifest;
  return [
    markedLine('skills.package.inspect', {
      artifact: path,
      skill_id: skillId,
      publisher,
      version,
      name,
      payload_sha256: payloadSha256,
      requires_review: requiresReview,
    }),
    markedLine('signature', {
      algorithm: signature.algorithm,
      key_id: signature.keyId,
      public_key_hex: encodeHex(publicKey),
      signed_at_unix_ms: signature.signedAtUnixMs,
    }),
    ...manifest.entrypoints.tools.map(({ id, name, description }) => markedLine('tool', { id, name, description })),
    ...entriesOf(inspection).map((entry) => markedLine('entry', entry)),
    ...warnings.map(({ code, message }) => markedLine('warning', { code, message })),
  ].join('');
}

function entriesOf({ entries }: Inspection) {
  return [...entries].map(([name, bytes]) => ({ name, bytes: BigInt(bytes.length), sha256: sha256Hex(bytes) }));
}

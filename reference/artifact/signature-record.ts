import { parseJson } from '#spec/json/parse.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import { fail, ok, type Result } from '#spec/result.ts';

/** The content of `signature.json`, as it was read: nothing in it is believed before it is checked. */
export interface SignatureRecord {
  readonly algorithm: string;
  readonly publisher: string;
  readonly keyId: string;
  readonly publicKeyBase64: string;
  readonly payloadSha256: string;
  readonly signatureBase64: string;
  readonly signedAtUnixMs: bigint;
}

const fields = [
  'algorithm',
  'publisher',
  'key_id',
  'public_key_base64',
  'payload_sha256',
  'signature_base64',
  'signed_at_unix_ms',
] as const;

export function parseSignatureRecord(bytes: Uint8Array): Result<SignatureRecord> {
  const json = parseJson(bytes);
  if (!json.ok) return bad(json.problem);
  const repeated = json.repeated.find((path) => path.length === 1);
  if (repeated !== undefined) return bad(`the field ${repeated.join()} is repeated`);
  const values = fieldValues(json.value);
  return values.ok ? readFields(values.value) : values;
}

/** ART-SIGNATURE-ARRAY: the seven values may also stand in an array, in the order of the fields. */
function fieldValues(json: Json): Result<readonly (Json | undefined)[]> {
  if (isJsonArray(json)) return json.length === fields.length ? ok(json) : bad('an array must hold the seven values');
  if (!isJsonObject(json)) return bad('it must be an object');
  const known: readonly string[] = fields;
  for (const key of json.keys()) if (!known.includes(key)) return bad(`the field ${JSON.stringify(key)} is unknown`);
  return ok(fields.map((field) => json.get(field)));
}

function readFields(values: readonly (Json | undefined)[]): Result<SignatureRecord> {
  const missing = fields.find((_, index) => values[index] === undefined);
  if (missing !== undefined) return bad(`the field ${missing} is missing`);
  const [algorithm, publisher, keyId, publicKeyBase64, payloadSha256, signatureBase64, signedAtUnixMs] = values;
  if (
    typeof algorithm !== 'string' ||
    typeof publisher !== 'string' ||
    typeof keyId !== 'string' ||
    typeof publicKeyBase64 !== 'string' ||
    typeof payloadSha256 !== 'string' ||
    typeof signatureBase64 !== 'string'
  ) {
    return bad('every field but signed_at_unix_ms must be a string');
  }
  if (typeof signedAtUnixMs !== 'bigint' || BigInt.asIntN(64, signedAtUnixMs) !== signedAtUnixMs) {
    return bad('signed_at_unix_ms must be a signed 64-bit integer');
  }
  return ok({ algorithm, publisher, keyId, publicKeyBase64, payloadSha256, signatureBase64, signedAtUnixMs });
}

export function signatureRecordToJson(record: SignatureRecord): JsonObject {
  return new Map<string, Json>([
    ['algorithm', record.algorithm],
    ['publisher', record.publisher],
    ['key_id', record.keyId],
    ['public_key_base64', record.publicKeyBase64],
    ['payload_sha256', record.payloadSha256],
    ['signature_base64', record.signatureBase64],
    ['signed_at_unix_ms', record.signedAtUnixMs],
  ]);
}

export function encodeSignatureRecord(record: SignatureRecord): Uint8Array {
  return Buffer.from(encodePrettyJson(signatureRecordToJson(record)));
}

function bad(detail: string) {
  return fail({ code: 'artifact.bad-signature-record', detail });
}

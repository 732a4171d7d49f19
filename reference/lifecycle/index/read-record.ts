import type { JsonObject } from '#spec/json/value.ts';
import { isJsonObject } from '#spec/json/value.ts';
import {
  listOf,
  optional,
  orNull,
  type Reader,
  readFlag,
  readI64,
  readText,
  recordOf,
  required,
  wrongType,
} from '../../record/read.ts';
import type { InstalledRecord, MissingSecret } from './record.ts';

/** IDX-OPAQUE-OBJECTS */
const readObject: Reader<JsonObject> = (value, path) =>
  isJsonObject(value) ? { ok: true, value } : wrongType(path, 'an object');

const readSource = recordOf(
  { kind: required('kind', readText), reference: required('reference', readText) },
  'refused',
);
const readSecret = recordOf({ scope: required('scope', readText), key: required('key', readText) }, 'refused');
const noSecrets: readonly MissingSecret[] = [];

/** Everything but what the host adds when it installs. */
const newFields = {
  skillId: required('skill_id', readText),
  version: required('version', readText),
  publisher: required('publisher', readText),
  artifactSha256: required('artifact_sha256', readText),
  payloadSha256: required('payload_sha256', readText),
  signatureKeyId: required('signature_key_id', readText),
  trustDecision: required('trust_decision', readText),
  source: required('source', readSource),
  missingSecrets: optional('missing_secrets', listOf(readSecret), noSecrets),
  // IDX-OPAQUE, IDX-OPAQUE-NULL: kept as they are; absent and null are the same.
  securityScan: optional('security_scan', orNull(readObject), null),
  rollbackSnapshot: optional('rollback_snapshot', orNull(readObject), null),
};

export type NewRecord = Omit<InstalledRecord, 'current' | 'installedAtUnixMs'>;

type Opaque = { readonly securityScan: JsonObject | null; readonly rollbackSnapshot: JsonObject | null };

function withoutNulls<T extends Opaque>({ securityScan, rollbackSnapshot, ...rest }: T) {
  return {
    ...rest,
    ...(securityScan === null ? {} : { securityScan }),
    ...(rollbackSnapshot === null ? {} : { rollbackSnapshot }),
  };
}

/** IDX-FIELDS, IDX-UNKNOWN-FIELDS */
export const readRecord: Reader<InstalledRecord> = mapped(
  recordOf(
    {
      ...newFields,
      current: required('current', readFlag),
      installedAtUnixMs: required('installed_at_unix_ms', readI64),
    },
    'refused',
  ),
  withoutNulls,
);

/** The same without what is known only once it is installed. */
export const readNewRecord: Reader<NewRecord> = mapped(recordOf(newFields, 'refused'), withoutNulls);

function mapped<T, U>(read: Reader<T>, map: (value: T) => U): Reader<U> {
  return (value, path) => {
    const result = read(value, path);
    return result.ok ? { ok: true, value: map(result.value) } : result;
  };
}

import { parseJson } from '#spec/json/parse.ts';
import { isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { problemDetail } from '../../record/problem.ts';
import { optional, orNull, type Reader, readI64, readText, readU32, recordOf, required } from '../../record/read.ts';
import type { ConfigInstance } from './check-config.ts';

/** The content of `plugins/<plugin>/config.json`. */
export interface ConfigFile extends ConfigInstance {
  readonly pluginId: string;
  readonly skillId: string;
  readonly skillVersion: string | undefined;
  readonly updatedAtUnixMs: bigint;
}

const configVersion = 1n;

const readValues: Reader<JsonObject> = (value, path) =>
  isJsonObject(value) ? { ok: true, value } : { ok: false, problem: { kind: 'wrong-type', path, wanted: 'an object' } };

const maybeText = orNull(readText);
const file = recordOf(
  {
    version: optional('schema_version', readU32, 0n),
    pluginId: required('plugin_id', readText),
    skillId: required('skill_id', readText),
    skillVersion: optional('skill_version', maybeText, null),
    contractSchemaVersion: optional('contract_schema_version', orNull(readU32), null),
    payloadSha256: optional('manifest_payload_sha256', maybeText, null),
    values: required('values', readValues),
    // Version 0 had none.
    updatedAtUnixMs: optional('updated_at_unix_ms', readI64, 0n),
  },
  'refused',
);

export function parseConfigFile(bytes: Uint8Array): Result<ConfigFile> {
  const json = parseJson(bytes);
  if (!json.ok) return fail({ code: 'plugins.bindings-json', detail: json.problem });
  const [repeated] = json.repeated;
  if (repeated !== undefined) return fail({ code: 'plugins.repeated-field', path: repeated.join('.') });
  const read = file(json.value, '');
  if (!read.ok) return fail({ code: 'plugins.bad-record', ...problemDetail(read.problem) });
  const { version, skillVersion, contractSchemaVersion, payloadSha256, ...rest } = read.value;
  if (version > configVersion) return fail({ code: 'plugins.bindings-version', version });
  return ok({
    ...rest,
    skillVersion: skillVersion ?? undefined,
    contractSchemaVersion: contractSchemaVersion ?? undefined,
    payloadSha256: payloadSha256 ?? undefined,
  });
}

/** PLUG-CONFIG-FILE: values stand in it as they are, so it is the plugin's own file and nobody else's. */
export function encodeConfigFile(config: ConfigFile): Uint8Array {
  const fields: readonly (readonly [string, Json | undefined])[] = [
    ['schema_version', configVersion],
    ['plugin_id', config.pluginId],
    ['skill_id', config.skillId],
    ['skill_version', config.skillVersion],
    ['contract_schema_version', config.contractSchemaVersion],
    ['manifest_payload_sha256', config.payloadSha256],
    ['values', config.values],
    ['updated_at_unix_ms', config.updatedAtUnixMs],
  ];
  const known = fields.filter((field): field is readonly [string, Json] => field[1] !== undefined);
  return Buffer.from(encodePrettyJson(new Map(known)));
}

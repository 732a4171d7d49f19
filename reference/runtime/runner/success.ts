import type { Json, JsonObject } from '#spec/json/value.ts';
import type { Handles } from '../engine/capabilities.ts';
import type { ModuleSource, SkillSource } from './module-source.ts';
import type { CapabilityLists } from './policy.ts';

/** Any exit code is a success. */
export interface RunSuccess {
  readonly exitCode: number;
  readonly durationMs: number;
  readonly source: ModuleSource;
  readonly granted: CapabilityLists;
  readonly handles: Handles;
}

/** What the caller is given: of secrets their number and nothing else. */
export function successToJson({ exitCode, durationMs, source, granted, handles }: RunSuccess): JsonObject {
  const capabilities = new Map<string, Json>([
    ['http_handles', handles.http.map(BigInt)],
    ['secret_handles_count', BigInt(handles.secret.length)],
    ['storage_handles', handles.storage.map(BigInt)],
    ['channel_handles', handles.channel.map(BigInt)],
    ['granted_http_hosts', granted.http_hosts],
    ['granted_storage_prefixes', granted.storage_prefixes],
    ['granted_channels', granted.channels],
  ]);
  return new Map<string, Json>([
    ['exit_code', BigInt(exitCode)],
    ['entrypoint', source.entrypoint],
    ['duration_ms', BigInt(durationMs)],
    ['resolved_from', source.skill === undefined ? 'inline_module' : 'installed_skill_artifact'],
    ['skill', source.skill === undefined ? null : skillToJson(source.skill)],
    ['capabilities', capabilities],
  ]);
}

function skillToJson({ skillId, version, modulePath, toolId }: SkillSource): JsonObject {
  return new Map([
    ['skill_id', skillId],
    ['version', version],
    ['module_path', modulePath],
    ['tool_id', toolId ?? null],
  ]);
}

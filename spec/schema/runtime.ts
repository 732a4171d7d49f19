import { contractKinds } from '../constants.ts';
import { capabilityClasses, contractOperations, lifecyclePhases, sensitivities } from '../contracts/vocabulary.ts';
import { stopClasses, trapClasses } from '../runtime.ts';
import { i32, u32, u64 } from './numbers.ts';
import { boolean, type Definitions, list, nullable, object, ref, string, word } from './schema.ts';

const strings = list(string);
const handles = list(u32, { uniqueItems: true });

export const runtimeSchemas = {
  runnerPolicy: object({
    enabled: boolean,
    allow_inline_modules: boolean,
    max_module_size_bytes: u64,
    fuel_budget: u64,
    max_memory_bytes: u64,
    max_table_elements: u64,
    max_instances: u64,
    allowed_http_hosts: strings,
    allowed_secrets: strings,
    allowed_storage_prefixes: strings,
    allowed_channels: strings,
  }),
  contractDescriptor: object({
    kind: word(...contractKinds),
    version: u32,
    sdk_abi_major: u32,
    input_schema: string,
    output_schema: string,
    default_timeout_ms: u64,
    sensitivity: word(...sensitivities),
    lifecycle: list(word(...lifecyclePhases)),
    operations: list(word(...contractOperations)),
    allowed_capability_classes: list(word(...capabilityClasses)),
    error_codes: strings,
    redacted_fields: strings,
    audit_hooks: strings,
    observability_hooks: strings,
  }),
} satisfies Partial<Definitions>;

/** One run: it finished, with an exit code and handles, or it stopped. */
export const run = object({
  stop: nullable(word(...stopClasses)),
  exitCode: nullable(i32),
  handles: nullable(
    object({ http_handles: handles, secret_handles: handles, storage_handles: handles, channel_handles: handles }),
  ),
  trap: nullable(word(...trapClasses)),
  fuelLeft: u64,
});

export const installedSkill = object({
  skillId: string,
  version: string,
  current: boolean,
  artifact: nullable(ref('bytes')),
});

export const runResult = {
  exit_code: i32,
  entrypoint: string,
  duration_ms: u64,
  resolved_from: word('inline_module', 'installed_skill_artifact'),
  skill: nullable(object({ skill_id: string, version: string, module_path: string, tool_id: nullable(string) })),
  capabilities: object({
    http_handles: handles,
    secret_handles_count: u64,
    storage_handles: handles,
    channel_handles: handles,
    granted_http_hosts: strings,
    granted_storage_prefixes: strings,
    granted_channels: strings,
  }),
};

export const negotiationEntry = object({
  kind: word(...contractKinds),
  requested_version: u32,
  status: word('accepted', 'rejected'),
  adapter: nullable(string),
  descriptor: nullable(ref('contractDescriptor')),
  reasons: list(word('no-descriptor', 'no-adapter', 'version-not-supported', 'classes-not-allowed')),
});

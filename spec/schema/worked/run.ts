import { toJson, toJsonObject } from '../../compile/plain.ts';
import type { RunAnswer } from '../../operations.ts';

/** One small module, as it is run by the runtime and by the runner. */

/** `(module (func (export "run") (result i32) i32.const 7))` */
export const module = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7f],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x07, 0x07, 0x01, 0x03, 0x72, 0x75, 0x6e, 0x00, 0x00],
  ...[0x0a, 0x06, 0x01, 0x04, 0x00, 0x41, 0x07, 0x0b],
]);

export const grants = { http_hosts: ['api.example.com'], secret_keys: [], storage_prefixes: [], channels: [] };

export const limits = { max_memory_bytes: 67_108_864n, max_table_elements: 100_000n, max_instances: 256n };

const handles = { http_handles: [10_000n], secret_handles: [], storage_handles: [], channel_handles: [] };

/** On a budget of 1 its first function cannot be entered. */
export const answers: readonly RunAnswer[] = [
  { stop: 'limit', exitCode: null, handles: null, trap: null, fuelLeft: 0n },
  { stop: null, exitCode: 7n, handles: toJsonObject(handles), trap: null, fuelLeft: 9_999_998n },
];

export const policy = {
  enabled: true,
  allow_inline_modules: true,
  max_module_size_bytes: 262_144n,
  fuel_budget: 10_000_000n,
  ...limits,
  allowed_http_hosts: ['api.example.com'],
  allowed_secrets: [],
  allowed_storage_prefixes: [],
  allowed_channels: [],
};

export const result = {
  exit_code: 7n,
  entrypoint: 'run',
  duration_ms: 0n,
  resolved_from: 'inline_module',
  skill: null,
  capabilities: toJson({
    http_handles: [],
    secret_handles_count: 0n,
    storage_handles: [],
    channel_handles: [],
    granted_http_hosts: [],
    granted_storage_prefixes: [],
    granted_channels: [],
  }),
};

import { auditDefaults, auditLimits } from '../../audit.ts';
import { toJson } from '../../compile/plain.ts';
import type { OperationValue, WireValue } from '../../operations.ts';
import * as skill from './skill.ts';

/** The small skill as it is audited: all is well, but for documents that say nothing of what it holds, and a missing feed. */

type Details = { readonly [key: string]: WireValue };

const module = { module_path: 'modules/echo.wasm' };

function passed(check_id: string, details?: Details) {
  return { check_id, status: 'pass', severity: 'info', ...(details && { details }) };
}

function warned(check_id: string, details?: Details) {
  return { check_id, status: 'warn', severity: 'warning', ...(details && { details }) };
}

const feed = warned('vulnerability_feed_hook');

const policy = { ...auditDefaults, max_exported_functions: 16n };

const checks = [
  passed('signature_validity'),
  passed('sbom_presence'),
  passed('provenance_presence'),
  passed('manifest_sanity'),
  passed('manifest_filesystem_scopes', { read_roots: [], write_roots: [] }),
  passed('manifest_http_egress_scopes', { hosts: ['api.example.com'] }),
  passed('manifest_secret_scopes', { scopes: [] }),
  passed('forbidden_device_capabilities', { device_capabilities: [], allow_device_capabilities: false }),
  passed('forbidden_wildcard_capabilities', { wildcard_opt_ins: [], allow_wildcard_capabilities: false }),
  passed('wasm_module_presence', { modules: ['modules/echo.wasm'] }),
  passed('wasm_module_size_limit', { ...module, module_bytes: 8n, max_module_bytes: policy.max_module_bytes }),
  passed('wasm_exported_function_limit', { ...module, exported_functions: 0n, max_exported_functions: 16n }),
  passed('wasm_wasi_filesystem_imports', { ...module, filesystem_declared: false }),
  feed,
];

const undescribed = { wrong: [], missing: ['modules/echo.wasm'] };

const further = {
  wasm_foreign_imports: [passed('wasm_foreign_imports', { ...module, foreign_imports: 0n })],
  wasm_memory_minimum: [
    passed('wasm_memory_minimum', { ...module, memory_bytes: 0n, max_memory_bytes: auditLimits.memoryBytes }),
  ],
  wasm_table_minimum: [
    passed('wasm_table_minimum', { ...module, table_elements: 0n, max_table_elements: auditLimits.tableElements }),
  ],
  wasm_start_function: [passed('wasm_start_function', { ...module, start_function: false })],
  wasm_custom_sections: [
    passed('wasm_custom_sections', {
      ...module,
      custom_sections: 0n,
      max_custom_sections: 1000n,
      custom_section_bytes: 0n,
      max_custom_section_bytes: 4_194_304n,
    }),
  ],
  wasm_function_count: [passed('wasm_function_count', { ...module, functions: 0n, max_functions: 50_000n })],
  wasm_function_size: [
    passed('wasm_function_size', { ...module, largest_function_bytes: 0n, max_function_bytes: 1_048_576n }),
  ],
  wasm_local_count: [passed('wasm_local_count', { ...module, locals: 0n, max_locals: 5_000_000n })],
  sbom_digests: [warned('sbom_digests', undescribed)],
  provenance_digests: [warned('provenance_digests', undescribed)],
};

export const value: OperationValue<'audit.run'> = {
  skillId: 'acme.echo_skill',
  version: '1.0.0',
  publisher: 'acme',
  accepted: true,
  passed: true,
  shouldQuarantine: false,
  trustDecision: 'allowlisted',
  payloadSha256: skill.payloadSha256,
  generatedAtUnixMs: skill.verifiedAt,
  policy: toJson(policy),
  manifestWarnings: [],
  checks: toJson(checks),
  further: toJson(further),
  quarantineReasons: 0n,
  vulnerabilityScan: toJson(feed),
  trustStore: toJson(skill.trustStore),
};

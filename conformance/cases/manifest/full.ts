import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { acceptedSample, full } from './sample.ts';

/** Everything that is read from a manifest in which every key is given, and which lists these files. */
export function fullManifest(world: World, files: WireValue): WireValue {
  return exactly({
    manifest_version: 2n,
    skill_id: world.skillId,
    name: 'Echo skill',
    version: '3.1.4',
    publisher: world.publisher,
    entrypoints: { tools: tools(world) },
    capabilities: {
      filesystem: { read_roots: ['data/in'], write_roots: ['data/out'] },
      http_egress_allowlist: ['api.example.com', 'cdn.example.com'],
      secrets: [{ scope: `skill:${world.skillId}`, key_names: ['api_key', 'backup_key'] }],
      device_capabilities: ['camera'],
      node_capabilities: ['gpu'],
      quotas: { wall_clock_timeout_ms: 1500n, fuel_budget: 2_000_000n, max_memory_bytes: 131_072n },
      wildcard_opt_in: { filesystem: true, http_egress: true, secrets: true, device: true, node: true },
    },
    compat: {
      required_protocol_major: world.parameters.runtime.protocolMajor,
      min_palyra_version: world.parameters.runtime.version,
      max_palyra_version: '4294967295.0.0',
    },
    integrity: { files },
    builder,
    operator: operator(world),
  });
}

function tools({ publisher, tool }: World): WireValue {
  return [
    {
      id: `${publisher}.${tool}`,
      name: 'Echo tool',
      description: 'Returns its input.',
      input_schema: { type: 'object', properties: { text: { type: 'string' } } },
      output_schema: { type: 'array' },
      risk: { default_sensitive: true, requires_approval: false },
    },
    {
      id: `${publisher}.second`,
      name: 'Second tool',
      description: 'Asks before it acts.',
      input_schema: {},
      output_schema: { type: 'null' },
      risk: { default_sensitive: false, requires_approval: true },
    },
  ];
}

const builder: WireValue = {
  experimental: true,
  source_kind: 'prompt',
  source_ref: 'run-17',
  rollout_flag: 'skills.echo',
  review_status: 'approved',
  checklist: {
    capability_declaration_path: 'builder/capabilities.json',
    provenance_path: 'builder/provenance.json',
    test_harness_path: 'builder/harness.json',
    review_notes: 'Looked at twice.',
  },
};

function operator({ publisher, tool }: World): WireValue {
  return {
    display_name: 'Echo',
    summary: 'Says it again.',
    description: 'Returns whatever it is given.',
    categories: ['text'],
    tags: ['demo', 'echo'],
    docs_url: 'https://docs.example.com/echo',
    plugin: {
      default_tool_id: `${publisher}.${tool}`,
      default_module_path: 'modules/main.wasm',
      default_entrypoint: 'serve',
      contracts: [{ kind: 'memory_provider', version: 1n }],
    },
    config: {
      schema_version: 2n,
      required: ['endpoint'],
      properties: {
        access_token: { type: 'string', title: 'Token', redacted: true },
        endpoint: {
          type: 'string',
          title: 'Endpoint',
          description: 'Where requests go.',
          default: 'eu',
          redacted: false,
          enum_values: ['eu', 'us'],
        },
        retries: { type: 'integer', default: 3n, redacted: false },
      },
    },
  };
}

/** The requirements that refuse a manifest for what it has, and this one has none of it. */
const proves = [
  'MAN-DEFAULTS',
  'MAN-UNKNOWN-KEYS',
  'MAN-FIELD-TYPES',
  'MAN-REQUIRED-KEYS',
  'MAN-ENUMS',
  'MAN-ORDER',
  'MAN-TOOL-UNIQUE',
  'MAN-BUILDER',
] as const;

const listed: WireValue = [{ path: 'docs/readme.txt', sha256: '0'.repeat(64) }];

export const fullCases: readonly Case[] = [acceptedSample(full, proves, (world) => fullManifest(world, listed))];

import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { acceptedSample, minimal } from './sample.ts';

/** Everything that is read from the smallest manifest: defaults written out, absent texts left out. */
function minimalManifest(world: World): WireValue {
  return exactly({
    manifest_version: 2n,
    skill_id: world.skillId,
    name: 'Echo skill',
    version: '3.1.4',
    publisher: world.publisher,
    entrypoints: {
      tools: [
        {
          id: `${world.publisher}.${world.tool}`,
          name: 'Echo tool',
          description: 'Returns its input.',
          input_schema: { type: 'object' },
          output_schema: { type: 'array' },
          risk: { default_sensitive: false, requires_approval: false },
        },
      ],
    },
    capabilities: {
      filesystem: { read_roots: [], write_roots: [] },
      http_egress_allowlist: [],
      secrets: [],
      device_capabilities: [],
      node_capabilities: [],
      quotas: { wall_clock_timeout_ms: 30_000n, fuel_budget: 10_000_000n, max_memory_bytes: 67_108_864n },
      wildcard_opt_in: { filesystem: false, http_egress: false, secrets: false, device: false, node: false },
    },
    compat: {
      required_protocol_major: world.parameters.runtime.protocolMajor,
      min_palyra_version: world.parameters.runtime.version,
    },
    integrity: { files: [] },
    operator: { categories: [], tags: [], plugin: {} },
  });
}

export const minimalCases: readonly Case[] = [
  acceptedSample(minimal, ['MAN-DEFAULTS', 'MAN-REQUIRED-KEYS', 'MAN-ORDER'], minimalManifest),
];

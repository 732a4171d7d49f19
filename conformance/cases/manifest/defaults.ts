import type { World } from '#fixtures/world.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { acceptedSample, changed, extended, full, minimal, type Piece, type Sample } from './sample.ts';

const proves = ['MAN-DEFAULTS'] as const;

function reads(sample: Sample, manifest: WireValue | ((world: World) => WireValue)): Case {
  return acceptedSample(sample, proves, typeof manifest === 'function' ? manifest : () => manifest);
}

/** The smallest manifest with a table added, of which only some keys are given. */
function given(name: string, lines: Piece, manifest: WireValue): Case {
  return reads(extended(`manifest/default-${name}`, minimal, lines), manifest);
}

/** The complete manifest without one of its lines, and a parent table with exactly what is left. */
function without(name: string, line: Piece, manifest: WireValue | ((world: World) => WireValue)): Case {
  return reads(changed(`manifest/default-${name}`, full, [line, '']), manifest);
}

const quotas = (wall_clock_timeout_ms: bigint, fuel_budget: bigint, max_memory_bytes: bigint): WireValue => ({
  capabilities: { quotas: { wall_clock_timeout_ms, fuel_budget, max_memory_bytes } },
});

const optIns = { filesystem: false, http_egress: false, secrets: false, device: false, node: false };

export const defaultCases: readonly Case[] = [
  without('manifest-version', 'manifest_version = 2\n', { manifest_version: 2n }),
  given('capabilities-empty', '[capabilities]\n', {
    capabilities: exactly({
      filesystem: { read_roots: [], write_roots: [] },
      http_egress_allowlist: [],
      secrets: [],
      device_capabilities: [],
      node_capabilities: [],
      quotas: { wall_clock_timeout_ms: 30_000n, fuel_budget: 10_000_000n, max_memory_bytes: 67_108_864n },
      wildcard_opt_in: optIns,
    }),
  }),
  given('write-roots', '[capabilities.filesystem]\nread_roots = ["a"]\n', {
    capabilities: { filesystem: exactly({ read_roots: ['a'], write_roots: [] }) },
  }),
  given('read-roots', '[capabilities.filesystem]\nwrite_roots = ["a"]\n', {
    capabilities: { filesystem: exactly({ read_roots: [], write_roots: ['a'] }) },
  }),
  given('quotas-empty', '[capabilities.quotas]\n', quotas(30_000n, 10_000_000n, 67_108_864n)),
  given('quotas-time-only', '[capabilities.quotas]\nwall_clock_timeout_ms = 1\n', quotas(1n, 10_000_000n, 67_108_864n)),
  given('quotas-fuel-only', '[capabilities.quotas]\nfuel_budget = 1\n', quotas(30_000n, 1n, 67_108_864n)),
  given(
    'quotas-memory-only',
    '[capabilities.quotas]\nmax_memory_bytes = 65536\n',
    quotas(30_000n, 10_000_000n, 65_536n),
  ),
  ...Object.keys(optIns).map((flag) =>
    given(`opt-in-${flag.replace('_', '-')}-only`, `[capabilities.wildcard_opt_in]\n${flag} = true\n`, {
      capabilities: { wildcard_opt_in: exactly({ ...optIns, [flag]: true }) },
    }),
  ),
  without('risk', 'risk = { default_sensitive = false, requires_approval = true }\n', ({ publisher }) => ({
    entrypoints: {
      tools: [
        { risk: { default_sensitive: true, requires_approval: false } },
        { id: `${publisher}.second`, risk: exactly({ default_sensitive: false, requires_approval: false }) },
      ],
    },
  })),
  ...risks(),
  without('max-version', 'max_palyra_version = "4294967295.0.0"\n', ({ parameters }) => ({
    compat: exactly({
      required_protocol_major: parameters.runtime.protocolMajor,
      min_palyra_version: parameters.runtime.version,
    }),
  })),
  given('integrity-empty', '[integrity]\n', { integrity: exactly({ files: [] }) }),
  without('review-status', 'review_status = "approved"\n', { builder: { review_status: '' } }),
  without('review-notes', 'review_notes = "Looked at twice."\n', { builder: { checklist: { review_notes: '' } } }),
  given('operator-empty', '[operator]\n', { operator: exactly({ categories: [], tags: [], plugin: {} }) }),
  given('operator-one-text', '[operator]\nsummary = "One line."\n', {
    operator: exactly({ summary: 'One line.', categories: [], tags: [], plugin: {} }),
  }),
  given('plugin-one-text', '[operator.plugin]\ndefault_entrypoint = "serve"\n', {
    operator: exactly({ categories: [], tags: [], plugin: { default_entrypoint: 'serve' } }),
  }),
  given('contracts-empty', '[operator.plugin]\ncontracts = []\n', { operator: { plugin: exactly({}) } }),
  without('contract-version', '\nversion = 1', {
    operator: { plugin: { contracts: [exactly({ kind: 'memory_provider', version: 1n })] } },
  }),
  given('config-empty', '[operator.config]\n', {
    operator: { config: exactly({ schema_version: 1n, required: [], properties: {} }) },
  }),
  given('property-type-only', '[operator.config.properties.size]\ntype = "number"\n', {
    operator: { config: { properties: exactly({ size: { type: 'number', redacted: false } }) } },
  }),
  given('property-enum-empty', '[operator.config.properties.size]\ntype = "string"\nenum_values = []\n', {
    operator: { config: { properties: exactly({ size: { type: 'string', redacted: false } }) } },
  }),
];

/** A risk table that gives no key, or one. */
function risks(): readonly Case[] {
  const tables = [
    ['empty', '{}', { default_sensitive: false, requires_approval: false }],
    ['sensitive-only', '{ default_sensitive = true }', { default_sensitive: true, requires_approval: false }],
    ['approval-only', '{ requires_approval = true }', { default_sensitive: false, requires_approval: true }],
  ] as const;
  return tables.map(([name, table, risk]) => {
    const sample = changed(`manifest/default-risk-${name}`, minimal, [
      'output_schema = { type = "array" }',
      `output_schema = { type = "array" }\nrisk = ${table}`,
    ]);
    return reads(sample, { entrypoints: { tools: [{ risk: exactly(risk) }] } });
  });
}

import type { World } from '#fixtures/world.ts';
import type { FailureCode } from '#spec/failure.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../case.ts';
import { exactly } from './exactly.ts';
import { rowsAt } from './rows-at.ts';
import {
  acceptedSample,
  changed,
  compatTable,
  minimal,
  type Piece,
  pieceIn,
  type Sample,
  toolTable,
} from './sample.ts';

const proves = ['MAN-POSITIONAL'] as const;
const head = 'manifest_version = 2\n';

/** The smallest manifest with one more line at its root, in place of the tables that the line stands for. */
function withLine(name: string, line: Piece, ...gone: readonly Piece[]): Sample {
  const removed = gone.map((piece): readonly [Piece, Piece] => [piece, '']);
  return changed(
    `manifest/positional-${name}`,
    minimal,
    [head, (world) => `${pieceIn(world, line)}\n${head}`],
    ...removed,
  );
}

function reads(name: string, line: Piece, manifest: WireValue): Case {
  return acceptedSample(withLine(name, line), proves, () => manifest);
}

const tool = (world: World) =>
  `["${world.publisher}.${world.tool}", "Echo tool", "Returns its input.", { type = "object" }, { type = "array" }]`;
const toolValue = ({ publisher, tool: id }: World): WireValue => ({
  entrypoints: {
    tools: [
      exactly({
        id: `${publisher}.${id}`,
        name: 'Echo tool',
        description: 'Returns its input.',
        input_schema: { type: 'object' },
        output_schema: { type: 'array' },
        risk: { default_sensitive: false, requires_approval: false },
      }),
    ],
  },
});

const compat = withLine('compat', 'compat = [1, "0.1.0"]', compatTable);
const compatRows = rowsAt('manifest/positional-compat', proves, {
  sample: compat,
  piece: '[1, "0.1.0"]',
  shows: (value) => ({ compat: exactly(value) }),
});

const riskRows = rowsAt('manifest/positional-risk', proves, {
  sample: minimal,
  piece: 'output_schema = { type = "array" }\n',
  shows: (risk) => ({ entrypoints: { tools: [{ risk: exactly(risk) }] } }),
});
const risk = (array: string) => `output_schema = { type = "array" }\nrisk = ${array}\n`;

const secret = withLine('secret', 'capabilities.secrets = [["global", ["k"]]]');
const builder = withLine(
  'builder',
  'builder = [true, "prompt", "run-17", "skills.echo", "approved", ["a.json", "b.json", "c.json"]]',
);

function refuses(name: string, sample: Sample, piece: string, by: string, code: FailureCode): Case {
  return rowsAt('manifest/positional', proves, { sample, piece }).refuses(name, by, code);
}

export const positionalCases: readonly Case[] = [
  acceptedSample(
    withLine('entrypoints', (world) => `entrypoints = [[${tool(world)}]]`, toolTable),
    proves,
    toolValue,
  ),
  acceptedSample(
    withLine('tool', (world) => `entrypoints.tools = [${tool(world)}]`, toolTable),
    proves,
    toolValue,
  ),
  riskRows.reads('empty', risk('[]'), { default_sensitive: false, requires_approval: false }),
  riskRows.reads('first', risk('[true]'), { default_sensitive: true, requires_approval: false }),
  riskRows.reads('both', risk('[false, true]'), { default_sensitive: false, requires_approval: true }),
  riskRows.reads('surplus', risk('[true, false, true, "x", {}]'), {
    default_sensitive: true,
    requires_approval: false,
  }),
  acceptedSample(compat, proves, () => ({
    compat: exactly({ required_protocol_major: 1n, min_palyra_version: '0.1.0' }),
  })),
  compatRows.reads('all', '[1, "0.1.0", "0.2.0"]', {
    required_protocol_major: 1n,
    min_palyra_version: '0.1.0',
    max_palyra_version: '0.2.0',
  }),
  compatRows.refuses('too-few', '[1]', 'manifest.missing-key'),
  compatRows.refuses('none', '[]', 'manifest.missing-key'),
  compatRows.refuses('wrong-order', '["0.1.0", 1]', 'manifest.wrong-type'),
  reads('capabilities-empty', 'capabilities = []', {
    capabilities: { secrets: [], quotas: { fuel_budget: 10_000_000n }, wildcard_opt_in: { node: false } },
  }),
  reads(
    'capabilities',
    'capabilities = [[["in"], ["out"]], ["a.example"], [["global", ["k"]]], ["cam"], ["gpu"], [1, 2, 65536], [true, false, true]]',
    {
      capabilities: exactly({
        filesystem: { read_roots: ['in'], write_roots: ['out'] },
        http_egress_allowlist: ['a.example'],
        secrets: [{ scope: 'global', key_names: ['k'] }],
        device_capabilities: ['cam'],
        node_capabilities: ['gpu'],
        quotas: { wall_clock_timeout_ms: 1n, fuel_budget: 2n, max_memory_bytes: 65_536n },
        wildcard_opt_in: { filesystem: true, http_egress: false, secrets: true, device: false, node: false },
      }),
    },
  ),
  acceptedSample(secret, proves, () => ({
    capabilities: { secrets: [exactly({ scope: 'global', key_names: ['k'] })] },
  })),
  refuses('secret-empty', secret, '["global", ["k"]]', '[]', 'manifest.missing-key'),
  refuses('secret-wrong-type', secret, '["global", ["k"]]', '["global", "k"]', 'manifest.wrong-type'),
  reads('quotas', 'capabilities.quotas = [1500]', {
    capabilities: {
      quotas: exactly({ wall_clock_timeout_ms: 1500n, fuel_budget: 10_000_000n, max_memory_bytes: 67_108_864n }),
    },
  }),
  reads('opt-in', 'capabilities.wildcard_opt_in = [false, true, false, true, false]', {
    capabilities: {
      wildcard_opt_in: exactly({ filesystem: false, http_egress: true, secrets: false, device: true, node: false }),
    },
  }),
  reads('integrity', 'integrity = [[["a.txt", "00"]]]', {
    integrity: exactly({ files: [{ path: 'a.txt', sha256: '00' }] }),
  }),
  acceptedSample(builder, proves, () => ({
    builder: exactly({
      experimental: true,
      source_kind: 'prompt',
      source_ref: 'run-17',
      rollout_flag: 'skills.echo',
      review_status: 'approved',
      checklist: {
        capability_declaration_path: 'a.json',
        provenance_path: 'b.json',
        test_harness_path: 'c.json',
        review_notes: '',
      },
    }),
  })),
  refuses('builder-too-few', builder, ', "approved", ["a.json", "b.json", "c.json"]]', ']', 'manifest.missing-key'),
  refuses('checklist-too-few', builder, ', "c.json"', '', 'manifest.missing-key'),
  reads('operator-name', 'operator = ["Name"]', {
    operator: exactly({ display_name: 'Name', categories: [], tags: [], plugin: {} }),
  }),
  reads(
    'operator',
    'operator = ["Name", "In short.", "At length.", ["c"], ["t"], "https://x", [], [3, ["size"], { size = ["integer", "Size", "How big.", 3, true] }]]',
    {
      operator: exactly({
        display_name: 'Name',
        summary: 'In short.',
        description: 'At length.',
        categories: ['c'],
        tags: ['t'],
        docs_url: 'https://x',
        plugin: {},
        config: {
          schema_version: 3n,
          required: ['size'],
          properties: {
            size: { type: 'integer', title: 'Size', description: 'How big.', default: 3n, redacted: true },
          },
        },
      }),
    },
  ),
  acceptedSample(
    withLine(
      'plugin',
      ({ publisher, tool: id }) =>
        `operator.plugin = ["${publisher}.${id}", "modules/a.wasm", "serve", [["memory_provider"]]]`,
    ),
    proves,
    ({ publisher, tool: id }) => ({
      operator: {
        plugin: exactly({
          default_tool_id: `${publisher}.${id}`,
          default_module_path: 'modules/a.wasm',
          default_entrypoint: 'serve',
          contracts: [{ kind: 'memory_provider', version: 1n }],
        }),
      },
    }),
  ),
  reads('contract', 'operator.plugin.contracts = [["memory_provider"], ["context_engine", 1]]', {
    operator: {
      plugin: {
        contracts: [
          exactly({ kind: 'memory_provider', version: 1n }),
          exactly({ kind: 'context_engine', version: 1n }),
        ],
      },
    },
  }),
];

import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parseChapter } from '../compile/chapter.ts';
import { compileExamples } from '../compile/examples.ts';
import { jsonFile } from '../compile/plain.ts';
import { documentSchemas, schemaFiles } from './files.ts';

/** The schemas as a reader of the files gets them. */
const texts = new Map([...schemaFiles].map(([file, schema]) => [file, jsonFile(schema)]));
const validators = new Map([...texts].map(([file, text]) => [file, compile(text)]));

function compile(text: string): ValidateFunction {
  return new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(text));
}

function accepts(file: string, document: unknown): boolean {
  const validate = validators.get(`spec/schemas/${file}.schema.json`);
  if (validate === undefined) throw new Error(`no schema ${file}`);
  return validate(document);
}

function example(file: string) {
  return JSON.parse(texts.get(`spec/schemas/${file}.schema.json`) ?? '').examples[0];
}

/** The worked example with another value at a path such as `tools.0.id`; undefined takes the member away. */
function changed(file: string, path: string, value: unknown): unknown {
  const document = example(file);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key], document);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return document;
}

test.each([...texts.keys()])('%s compiles in strict mode and accepts its worked example', (file) => {
  const [, name = ''] = /^spec\/schemas\/(.*)\.schema\.json$/.exec(file) ?? [];
  expect(accepts(name, example(name))).toBe(true);
  expect(accepts(name, null)).toBe(false);
  expect(accepts(name, { ...example(name), surplus: 1 })).toBe(false);
});

test('the JSON examples of the chapters fit the schemas they name', () => {
  const chapters = readdirSync('spec').filter((name) => name.endsWith('.md'));
  const marked = chapters.flatMap((name) => {
    const file = `spec/${name}`;
    return parseChapter({ file, text: readFileSync(file, 'utf8') }).examples;
  });
  const known = { requirements: new Set<string>(), codes: new Set<string>(), schemas: new Set(documentSchemas.keys()) };
  const { documents } = compileExamples(marked, known);
  expect(documents.length).toBeGreaterThan(0);
  const misfits = documents.filter(({ schema, text }) => !accepts(schema, JSON.parse(text)));
  expect(misfits.map(({ id }) => id)).toEqual([]);
});

test('the generated requirements and reasons fit their schemas', () => {
  for (const name of ['requirements', 'reasons']) {
    expect(accepts(name, JSON.parse(readFileSync(`spec/${name}.json`, 'utf8')))).toBe(true);
  }
});

test('bounds beyond 2^53 stand in the files exactly', () => {
  const manifest = texts.get('spec/schemas/manifest.schema.json');
  const signature = texts.get('spec/schemas/signature.schema.json');
  expect(manifest?.match(/"maximum": 18446744073709551615\n/g)).toHaveLength(3);
  expect(signature).toContain('"minimum": -9223372036854775808,\n');
  expect(signature).toContain('"maximum": 9223372036854775807,\n');
});

describe('manifest', () => {
  test.each<[string, unknown]>([
    ['manifest_version', 3],
    ['manifest_version', '2'],
    ['manifest_version', undefined],
    ['skill_id', 'acme:echo'],
    ['name', ' '],
    ['publisher', 'Acme'],
    ['licence', 'MIT'],
    ['entrypoints.tools', []],
    ['entrypoints.tools.0.id', 'acme'],
    ['entrypoints.tools.0.description', '\u0085'],
    ['entrypoints.tools.0.input_schema', []],
    ['entrypoints.tools.0.risk', {}],
    ['entrypoints.tools.0.Risk', {}],
    ['capabilities.filesystem.write_roots', ['../up']],
    ['capabilities.filesystem.read_roots', ['a*']],
    ['capabilities.http_egress_allowlist', ['*.example.com']],
    ['capabilities.http_egress_allowlist', ['https://example.com']],
    ['capabilities.secrets', [{ scope: 'global', key_names: [] }]],
    ['capabilities.secrets', [{ scope: 'everyone', key_names: ['k'] }]],
    ['capabilities.secrets', [{ scope: 'global', key_names: ['*'] }]],
    ['capabilities.device_capabilities', ['Camera']],
    ['capabilities.node_capabilities', ['*']],
    ['capabilities.quotas.fuel_budget', 0],
    ['capabilities.quotas.fuel_budget', 2e19],
    ['capabilities.quotas.fuel_budget', 1.5],
    ['capabilities.quotas.max_memory_bytes', 65_535],
    ['capabilities.quotas.max_memory_bytes', undefined],
    ['capabilities.wildcard_opt_in.http_egress', 1],
    ['compat.required_protocol_major', -1],
    ['compat.required_protocol_major', 4_294_967_296],
    ['compat.min_palyra_version', '1.0'],
    ['compat.max_palyra_version', ''],
    ['compat.min_runtime_version', '0.1.0'],
    ['integrity', {}],
    ['integrity.files', [{ path: 'a' }]],
    ['builder', { experimental: true }],
    ['operator', undefined],
    ['operator.tags', ['Tag']],
    ['operator.docs_url', 'http://example.com'],
    ['operator.plugin.default_module_path', 'modules/a.wasm/'],
    ['operator.plugin.contracts', []],
    ['operator.plugin.contracts', [{ kind: 'letter_carrier', version: 1 }]],
    ['operator.plugin.contracts', [{ kind: 'context_engine', version: 2 }]],
    ['operator.plugin.contracts', Array(2).fill({ kind: 'context_engine', version: 1 })],
    ['operator.config', { schema_version: 0, required: [], properties: {} }],
    ['operator.config', { schema_version: 1, required: [], properties: { Key: { type: 'string', redacted: false } } }],
  ])('%s = %j is refused', (path, value) => {
    expect(accepts('manifest', changed('manifest', path, value))).toBe(false);
  });

  test.each<[string, unknown]>([
    ['publisher', ' acme\u0085'],
    ['compat.required_protocol_major', 4_294_967_295],
    ['capabilities.quotas.fuel_budget', 2 ** 53],
    ['integrity.files', [{ path: '../a', sha256: 'free until it is built' }]],
    ['operator.plugin.default_module_path', 'modules/a/b.wasm'],
    ['operator.plugin.contracts', [{ kind: 'context_engine', version: 1 }]],
  ])('%s = %j is accepted', (path, value) => {
    expect(accepts('manifest', changed('manifest', path, value))).toBe(true);
  });

  test('a wildcard is accepted where its kind is opted into, and in no other place (MAN-WILDCARD)', () => {
    const manifest = example('manifest');
    manifest.capabilities.wildcard_opt_in.http_egress = true;
    manifest.capabilities.http_egress_allowlist = ['*.example.com'];
    expect(accepts('manifest', manifest)).toBe(true);
    manifest.capabilities.filesystem.write_roots = ['cache/*'];
    expect(accepts('manifest', manifest)).toBe(false);
    manifest.capabilities.wildcard_opt_in.filesystem = true;
    expect(accepts('manifest', manifest)).toBe(true);
  });

  test('a legacy manifest has no operator data (MAN-LEGACY-OPERATOR)', () => {
    const manifest = { ...example('manifest'), manifest_version: 1 };
    expect(accepts('manifest', manifest)).toBe(false);
    expect(accepts('manifest', { ...manifest, operator: { categories: [], tags: [], plugin: {} } })).toBe(true);
  });

  test.each([
    [true, { type: 'string', default: 'eu', enum_values: ['eu', 'us'] }],
    [false, { type: 'integer', enum_values: ['eu'] }],
    [false, { type: 'string', enum_values: [] }],
    [false, { type: 'string', enum_values: [' '] }],
    [false, { type: 'string', default: 1 }],
    [true, { type: 'number', default: 1.5 }],
    [false, { type: 'integer', default: 1.5 }],
    [false, { type: 'boolean', default: null }],
    [true, { type: 'string_list', default: [] }],
    [false, { type: 'string_list', default: [1] }],
    [false, { type: 'object' }],
    [false, { type: 'string', enum: ['eu'] }],
  ])('a config property is accepted (%s): %j', (verdict, property) => {
    const config = { schema_version: 1, required: [], properties: { region: { redacted: false, ...property } } };
    expect(accepts('manifest', changed('manifest', 'operator.config', config))).toBe(verdict);
  });
});

test.each<[string, string, unknown]>([
  ['signature', 'algorithm', 'ed25519'],
  ['signature', 'key_id', 'ed25519:7599776C3085E3F9'],
  ['signature', 'public_key_base64', 'bnoc3Smwt4/ROvTFWY/v9O8qlxZuPKby5Pv8zYBQW/F='],
  ['signature', 'payload_sha256', 'ab'],
  ['signature', 'signature_base64', 'AA=='],
  ['signature', 'signed_at_unix_ms', '0'],
  ['signature', 'signed_at_unix_ms', 1e19],
  ['signature', 'publisher', undefined],
  ['trust-store', 'trusted_publishers', null],
  ['trust-store', 'trusted_publishers', { Acme: ['00'.repeat(32)] }],
  ['trust-store', 'trusted_publishers', { acme: [] }],
  ['trust-store', 'trusted_publishers', { acme: '00'.repeat(32) }],
  ['trust-store', 'tofu_publishers', { acme: '00'.repeat(31) }],
  ['trust-store', 'tofu_publishers', { acme: ['00'.repeat(32)] }],
  ['verification-report', 'accepted', false],
  ['verification-report', 'trust_decision', 'trusted'],
  ['verification-report', 'manifest_warnings', [{ code: 'other', severity: 'warning', message: '' }]],
  ['verification-report', 'capability_grants.channels', undefined],
  ['verification-report', 'policy_bindings.0.action', 'tool.run'],
  ['verification-report', 'audit_event.event_kind', 'skill.verified'],
  ['verification-report', 'audit_event.verified_at_unix_ms', 0.5],
  ['requirements', 'requirements.0.keyword', 'must'],
  ['requirements', 'requirements.0.id', 'art-unique'],
  ['requirements', 'requirements.0.digest', ''],
  ['reasons', 'reasons.0.family', 'Other'],
  ['operations/manifest.parse', 'input.text', 'skill_id = "a"'],
  ['operations/manifest.parse', 'input.text', { $b64: 'AB==' }],
  ['operations/manifest.parse', 'input.text', { $b64: 'A'.repeat(43_696) }],
  ['operations/manifest.parse', 'input.text', { $blob: '00'.repeat(32), size: 32_768 }],
  ['operations/manifest.parse', 'value.manifest', {}],
  ['operations/key.parse', 'value.keyId', '7599776c3085e3f9'],
  ['operations/signature.verify', 'value.valid', true],
  ['operations/artifact.build', 'input.sbom', undefined],
  ['operations/artifact.build', 'input.modules.0.path', undefined],
  ['operations/artifact.inspect', 'value.entries.0.size', 16_777_217],
  ['operations/artifact.inspect', 'value.requiresReview', 'no'],
  ['operations/artifact.verify', 'input.allowTofu', undefined],
  ['operations/artifact.verify', 'value.report.accepted', false],
  ['operations/trust.load', 'value.trustStore.tofu_publishers', undefined],
  ['operations/trust.load', 'value.trustStore.trusted_publishers', { ' acme': ['00'.repeat(32)] }],
  ['operations/trust.add', 'input.key', 1],
  ['operations/trust.add', 'value.trustStore.tofu_publishers', { acme: 1 }],
  ['operations/grants.derive', 'value.grantSet.http_hosts', undefined],
  ['operations/grants.derive', 'value.requests.0.principal', undefined],
  ['operations/runtime.run', 'input.module', '(module)'],
  ['operations/runtime.run', 'input.limits.max_instances', -1],
  ['operations/runtime.run', 'input.fuelBudgets', []],
  ['operations/runtime.run', 'input.timeoutMs', 0.5],
  ['operations/runtime.run', 'value.runs', []],
  ['operations/runtime.run', 'value.runs.0.stop', 'out-of-fuel'],
  ['operations/runtime.run', 'value.runs.0.fuelLeft', null],
  ['operations/runtime.run', 'value.runs.0.trap', 'overflow'],
  ['operations/runtime.run', 'value.runs.1.exitCode', 4_294_967_295],
  ['operations/runtime.run', 'value.runs.1.handles.http_handles', [10_000, 10_000]],
  ['operations/runner.run', 'input.policy.enabled', undefined],
  ['operations/runner.run', 'input.timeoutMs', null],
  ['operations/runner.run', 'value.duration_ms', -1],
  ['operations/runner.run', 'value.resolved_from', 'module_path'],
  ['operations/runner.run', 'value.capabilities.secret_handles', []],
  ['operations/contracts.negotiate', 'input.adapters', undefined],
  ['operations/contracts.negotiate', 'value.mode', 'untyped'],
  ['operations/contracts.negotiate', 'value.entries.0.status', 'refused'],
  ['operations/contracts.negotiate', 'value.entries.0.reasons', ['no-such-reason']],
  ['operations/hooks.load', 'value.index.schema_version', 2],
  ['operations/hooks.load', 'value.index.entries.0.operator.notes', undefined],
  ['operations/hooks.change', 'input.change.kind', 'rename'],
  ['operations/hooks.change', 'input.change.operator', undefined],
  ['operations/hooks.dispatch', 'input.statuses', [{ skill_id: 'a', version: '1.0.0' }]],
  ['operations/hooks.dispatch', 'value.outcomes.0.failure', 'broken'],
  ['operations/hooks.dispatch', 'value.aborted', undefined],
  ['protocol/hello', 'type', 'greeting'],
  ['protocol/hello', 'protocol', 1],
  ['protocol/hello', 'nonce', 'a b'],
  ['protocol/hello', 'blobs.outputs', undefined],
  ['protocol/greeting', 'protocol', 1.5],
  ['protocol/greeting', 'name', ''],
  ['protocol/greeting', 'language', 'x'.repeat(201)],
  ['protocol/greeting', 'ops', ['manifest.prase']],
  ['protocol/greeting', 'ops', ['key.parse', 'key.parse']],
  ['protocol/greeting', 'features', ['a\nb']],
  ['protocol/greeting', 'parameters', undefined],
  ['protocol/greeting', 'parameters.names', { sbomEntry: 'sbom.cdx.json' }],
  ['protocol/greeting', 'parameters.runtime.version', '0.1'],
  ['protocol/greeting', 'concurrency', 0],
  ['protocol/no-common-protocol', 'protocol.max', undefined],
  ['protocol/call', 'id', 0],
  ['protocol/call', 'id', '1'],
  ['protocol/call', 'op', ''],
  ['protocol/call', 'input', []],
  ['protocol/call', 'deadlineMs', 0],
  ['protocol/result', 'ok', undefined],
  ['protocol/result', 'ok', {}],
  ['protocol/result', 'ok.value', null],
  ['protocol/result', 'reject', { reason: 'key.bad-form' }],
  ['protocol/bye', 'type', 'hello'],
])('%s refuses %s = %j', (file, path, value) => {
  expect(accepts(file, changed(file, path, value))).toBe(false);
});

test.each<[string, string, unknown]>([
  ['trust-store', 'trusted_publishers', undefined],
  ['trust-store', 'tofu_publishers', { ' acme ': ` ${'AB'.repeat(32)}\n` }],
  ['operations/manifest.parse', 'input.text', { $blob: '00'.repeat(32), size: 32_769 }],
  ['operations/manifest.parse', 'input.text', { $b64: `${'A'.repeat(43_691)}=` }],
  ['operations/artifact.build', 'input.sbom', null],
  ['operations/artifact.verify', 'input.trustStore', 'judged by the subject'],
  ['operations/trust.load', 'input.store', null],
  ['operations/trust.add', 'value.trustStore.tofu_publishers', { Acme: 'not judged' }],
  ['operations/runtime.run', 'input.timeoutMs', null],
  ['operations/runtime.run', 'value.runs.1.exitCode', -2_147_483_648],
  ['operations/runtime.run', 'value.runs.0.trap', 'stack-exhausted'],
  ['operations/runner.run', 'input.installed', null],
  ['operations/contracts.negotiate', 'input.declarations', 'judged by the subject'],
  ['operations/hooks.load', 'input.bindings', null],
  ['operations/hooks.change', 'input.change', { kind: 'remove', hook_id: 'a' }],
  ['operations/hooks.dispatch', 'input.statuses', null],
  ['operations/hooks.dispatch', 'input.payload', 'anything'],
  ['protocol/greeting', 'ops', []],
  ['protocol/greeting', 'features', ['fuel:wasmtime', 'acme:turbo']],
  ['protocol/call', 'op', 'later.operation'],
  ['protocol/call', 'id', 2 ** 53 - 1],
])('%s accepts %s = %j', (file, path, value) => {
  expect(accepts(file, changed(file, path, value))).toBe(true);
});

test.each<[boolean, unknown]>([
  [true, { reject: { reason: 'manifest.toml-syntax' } }],
  [true, { reject: { native: 'ParseError: line 3' } }],
  [true, { reject: { reason: 'manifest.toml-syntax', native: '' } }],
  [true, { unsupported: { feature: 'key.parse' } }],
  [true, { fault: { message: 'disk full' } }],
  [false, { reject: {} }],
  [false, { reject: { reason: null } }],
  [false, { unsupported: {} }],
  [false, { fault: 'disk full' }],
  [false, { fault: { message: 'disk full', code: 28 } }],
  [false, { ok: { value: {} }, reject: { reason: 'manifest.toml-syntax' } }],
  [false, {}],
])('a result has exactly one of the four outcomes (%s): %j', (verdict, outcome) => {
  expect(accepts('protocol/result', { type: 'result', id: 1, ...(outcome as object) })).toBe(verdict);
});

import { expect, test } from 'vitest';
import { contractKinds } from '#spec/constants.ts';
import { parseManifest } from '../parse.ts';
import { extended, minimalText, parsed, replaced, verdictOn } from '../samples.ts';

const schemas = 'input_schema = { type = "object" }\noutput_schema = {}';

function failure(text: string) {
  const result = parseManifest(Buffer.from(text));
  return result.ok ? undefined : result.failure;
}

test('what is absent has its default, table by table and key by key (MAN-DEFAULTS)', () => {
  const manifest = parsed(replaced('manifest_version = 2\n', ''));
  expect(manifest).toMatchObject({
    manifestVersion: 2n,
    capabilities: {
      filesystem: { readRoots: [], writeRoots: [] },
      secrets: [],
      quotas: { wallClockTimeoutMs: 30_000n, fuelBudget: 10_000_000n, maxMemoryBytes: 67_108_864n },
      wildcardOptIn: { filesystem: false, httpEgress: false, secrets: false, device: false, node: false },
    },
    compat: { maxPalyraVersion: undefined },
    integrity: { files: [] },
    builder: undefined,
    operator: { displayName: undefined, categories: [], plugin: { contracts: [] }, config: undefined },
  });
  expect(manifest.entrypoints.tools[0]?.risk).toEqual({ defaultSensitive: false, requiresApproval: false });
  expect(parsed(extended('[capabilities.quotas]\nfuel_budget = 7')).capabilities.quotas).toEqual({
    wallClockTimeoutMs: 30_000n,
    fuelBudget: 7n,
    maxMemoryBytes: 67_108_864n,
  });
});

test.each([
  ['extra = 1', 'extra'],
  ['__proto__ = 1', '__proto__'],
  ['constructor = 1', 'constructor'],
  ['Name = "x"', 'Name'],
  ['"odd\\u001bkey" = 1', '"odd\\u001bkey"'],
])('the key %s is unknown to the document (MAN-UNKNOWN-KEYS)', (line, path) => {
  expect(failure(`${line}\n${minimalText}`)).toEqual({ code: 'manifest.unknown-key', path });
});

test.each([
  [replaced('name = "say"', 'name = "say"\nextra = 1'), 'entrypoints.tools[0].extra'],
  [replaced('output_schema = {}', 'output_schema = {}\nrisk = { risky = true }'), 'entrypoints.tools[0].risk.risky'],
  [extended('max_version = "1.0.0"'), 'compat.max_version'],
  [extended('[capabilities.network]'), 'capabilities.network'],
  [extended('[operator.config.properties.a]\ntype = "string"\nenum = []'), 'operator.config.properties.a.enum'],
])('an unknown key is named by its path (MAN-UNKNOWN-KEYS)', (text, path) => {
  expect(failure(text)).toEqual({ code: 'manifest.unknown-key', path });
});

test.each([
  ['skill_id = "acme.echo"\n', 'skill_id'],
  ['description = "Says it again"\n', 'entrypoints.tools[0].description'],
  ['required_protocol_major = 1\n', 'compat.required_protocol_major'],
])('without %j the manifest lacks a key (MAN-REQUIRED-KEYS)', (line, path) => {
  expect(failure(replaced(line, ''))).toEqual({ code: 'manifest.missing-key', path });
});

test('a table that is required is missed by its own name (MAN-REQUIRED-KEYS)', () => {
  const builder = '[builder]\nexperimental = true\nsource_kind = "a"\nsource_ref = "b"\nrollout_flag = "c"';
  expect(failure(extended(builder))).toEqual({ code: 'manifest.missing-key', path: 'builder.checklist' });
});

test.each([
  ['manifest_version = 2', 'manifest_version = 2.0', 'manifest_version'],
  ['manifest_version = 2', 'manifest_version = "2"', 'manifest_version'],
  ['manifest_version = 2', 'manifest_version = inf', 'manifest_version'],
  ['name = "Echo"', 'name = 1979-05-27', 'name'],
  ['name = "Echo"', 'name = true', 'name'],
  [schemas, `${schemas}\nrisk = { requires_approval = 1 }`, 'entrypoints.tools[0].risk.requires_approval'],
  [schemas, `${schemas}\nrisk = true`, 'entrypoints.tools[0].risk'],
])('%j instead written %j is of the wrong type (MAN-FIELD-TYPES)', (found, replacement, path) => {
  expect(failure(replaced(found, replacement))).toMatchObject({ code: 'manifest.wrong-type', path });
});

test.each([
  ['[capabilities]\nnode_capabilities = "gpu"', 'capabilities.node_capabilities'],
  ['[capabilities]\nnode_capabilities = ["gpu", 1]', 'capabilities.node_capabilities[1]'],
  ['[operator.config]\nproperties = []', 'operator.config.properties'],
  ['[operator.config]\nproperties = 1979-05-27', 'operator.config.properties.$__toml_private_datetime'],
])('%j has the wrong type in one place (MAN-FIELD-TYPES)', (lines, path) => {
  expect(failure(extended(lines))).toMatchObject({ code: 'manifest.wrong-type', path: path.replace(/\$\w+/, '"$&"') });
});

test('a date is no table with fields either (MAN-FIELD-TYPES)', () => {
  expect(verdictOn(extended('[integrity]\nfiles = 1979-05-27'))).toBe('manifest.wrong-type');
  expect(failure(`integrity = 1979-05-27\n${minimalText}`)).toMatchObject({ code: 'manifest.unknown-key' });
});

test('an integer must fit its field, exactly (MAN-NUMBER-RANGE)', () => {
  const quota = (value: string) => extended(`[capabilities.quotas]\nfuel_budget = ${value}`);
  expect(parsed(quota('18446744073709551615')).capabilities.quotas.fuelBudget).toBe(2n ** 64n - 1n);
  expect(parsed(quota('0xffff_ffff_ffff_ffff')).capabilities.quotas.fuelBudget).toBe(2n ** 64n - 1n);
  expect(failure(quota('18446744073709551616'))).toEqual({
    code: 'manifest.number-range',
    path: 'capabilities.quotas.fuel_budget',
    literal: '18446744073709551616',
  });
  expect(verdictOn(quota('-1'))).toBe('manifest.number-range');
  const major = (value: string) => replaced('required_protocol_major = 1', `required_protocol_major = ${value}`);
  expect(parsed(major('4294967295')).compat.requiredProtocolMajor).toBe(4294967295n);
  expect(verdictOn(major('4294967296'))).toBe('manifest.number-range');
  expect(parsed(replaced('manifest_version = 2', 'manifest_version = 0x2')).manifestVersion).toBe(2n);
});

test('the older names of two keys are read, in both manifest versions (MAN-ALIASES)', () => {
  const older = replaced('required_protocol_major', 'min_protocol_major', replaced('min_palyra', 'min_runtime'));
  expect(parsed(older).compat).toEqual(parsed(minimalText).compat);
  expect(verdictOn(replaced('manifest_version = 2', 'manifest_version = 1', older))).toBe('accepted');
});

test.each([
  ['min_protocol_major = 1', 'compat.required_protocol_major', 'min_protocol_major'],
  ['min_runtime_version = "0.1.0"', 'compat.min_palyra_version', 'min_runtime_version'],
])('%s beside its newer name is a clash (MAN-ALIASES)', (line, path, alias) => {
  expect(failure(extended(line))).toEqual({ code: 'manifest.alias-clash', path, alias });
  const before = replaced('[compat]', `[compat]\n${line}`);
  expect(failure(before)).toEqual({ code: 'manifest.alias-clash', path, alias });
});

test('an array gives the fields of a table in order, and what it has too many is ignored (MAN-POSITIONAL)', () => {
  const tool = (risk: string) => parsed(replaced(schemas, `${schemas}\nrisk = ${risk}`)).entrypoints.tools[0];
  expect(tool('[true]')?.risk).toEqual({ defaultSensitive: true, requiresApproval: false });
  expect(tool('[false, true, "more", [1e3]]')?.risk).toEqual({ defaultSensitive: false, requiresApproval: true });
  const { capabilities, operator } = parsed(
    extended(
      `[capabilities]\nsecrets = [["global", ["k"]]]\nfilesystem = []\n[operator.plugin]\ncontracts = [["memory_provider"]]`,
    ),
  );
  expect(capabilities.secrets).toEqual([{ scope: 'global', keyNames: ['k'] }]);
  expect(capabilities.filesystem).toEqual({ readRoots: [], writeRoots: [] });
  expect(operator.plugin.contracts).toEqual([{ kind: 'memory_provider', version: 1n }]);
});

test('a positional table fails as the one with names would (MAN-POSITIONAL)', () => {
  const compat = (value: string) =>
    failure(`compat = ${value}\n${minimalText.slice(0, minimalText.indexOf('[compat]'))}`);
  expect(compat('[1, "0.1.0"]')).toBeUndefined();
  expect(compat('[1]')).toEqual({ code: 'manifest.missing-key', path: 'compat.min_palyra_version' });
  expect(compat('["0.1.0", 1]')).toMatchObject({ code: 'manifest.wrong-type', path: 'compat.required_protocol_major' });
});

test('a variant may be a table with its name as the only key, which holds nothing (MAN-ENUM-TABLE)', () => {
  const property = (type: string) => verdictOn(extended(`[operator.config.properties.a]\ntype = ${type}`));
  for (const type of ['"string"', '{ string = {} }', '{ string = [] }']) expect(property(type), type).toBe('accepted');
  for (const type of ['{ string = 1 }', '{ string = [1] }', '{ string = { a = 1 } }', '{}', '[]', '["string"]', '1']) {
    expect(property(type), type).toBe('manifest.wrong-type');
  }
  expect(property('{ string = {}, integer = {} }')).toBe('manifest.wrong-type');
  expect(property('{ text = {} }')).toBe('manifest.unknown-variant');
});

test('only the listed words are variants, in lower case (MAN-ENUMS)', () => {
  const contract = (kind: string) => extended(`[[operator.plugin.contracts]]\nkind = "${kind}"`);
  for (const kind of contractKinds) expect(verdictOn(contract(kind)), kind).toBe('accepted');
  expect(failure(contract('Memory'))).toEqual({
    code: 'manifest.unknown-variant',
    path: 'operator.plugin.contracts[0].kind',
    value: 'Memory',
  });
  for (const kind of ['Memory_Provider', ' memory_provider', '', 'toString']) {
    expect(verdictOn(contract(kind)), kind).toBe('manifest.unknown-variant');
  }
});

test('the keys of properties come in byte order, and any name is a key (MAN-CONFIG-DEFAULT)', () => {
  const property = (key: string) => `[operator.config.properties.${key}]\ntype = "string"`;
  const { operator } = parsed(extended(['b', '__proto__', '10', 'constructor', '9', 'a'].map(property).join('\n')));
  expect([...(operator.config?.properties.keys() ?? [])]).toEqual(['10', '9', '__proto__', 'a', 'b', 'constructor']);
});

test('texts stay as they are written (MAN-VERBATIM)', () => {
  const manifest = parsed(replaced('"acme"', '" acme\\u0085"', replaced('"Echo"', '"\\tEcho "')));
  expect([manifest.publisher, manifest.name]).toEqual([' acme\u0085', '\tEcho ']);
});

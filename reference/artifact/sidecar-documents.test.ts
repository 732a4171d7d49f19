import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { parseManifest } from '../manifest/parse.ts';
import { sha256Hex } from './payload.ts';
import { generateProvenance, generateSbom } from './sidecar-documents.ts';
import { checkProvenance, checkSbom } from './sidecars.ts';

const manifest = parseManifest(
  Buffer.from(`skill_id = "acme.echo"
name = "Echo"
version = "1.2.3"
publisher = "acme"
[[entrypoints.tools]]
id = "acme.echo"
name = "echo"
description = "Echoes"
input_schema = {}
output_schema = {}
[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"
`),
);
if (!manifest.ok) throw new Error(manifest.failure.code);

const entries = new Map([
  ['assets/é.txt', Buffer.from('text')],
  ['modules/echo.wasm', Buffer.from('\0asm')],
]);
const builder = { name: 'palyra-ref', version: '9.9.9' };
const sbom = generateSbom(manifest.value, entries, builder);
const provenance = generateProvenance(manifest.value, entries, builder);

test('a generated bill of materials keeps the CycloneDX 1.6 schema, strictly (BUILD-SIDECARS)', async () => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(String(sbom))).toBeNull();
  expect(checkSbom(sbom)).toEqual({ ok: true });
});

test('a bill of materials names the skill and every file by its digest (BUILD-SIDECARS)', () => {
  const { metadata, components } = JSON.parse(String(sbom));
  expect(metadata.component).toMatchObject({ group: 'acme', name: 'acme.echo', version: '1.2.3' });
  expect(metadata.tools.components).toEqual([{ type: 'application', name: 'palyra-ref', version: '9.9.9' }]);
  expect(components.map((one: { name: string; hashes: unknown }) => [one.name, one.hashes])).toEqual(
    [...entries].map(([name, bytes]) => [name, [{ alg: 'SHA-256', content: sha256Hex(bytes) }]]),
  );
});

test('a generated provenance record names the builder and every file by its digest (BUILD-SIDECARS)', () => {
  const statement = JSON.parse(String(provenance));
  expect(checkProvenance(provenance)).toEqual({ ok: true });
  expect(statement._type).toBe('https://in-toto.io/Statement/v1');
  expect(statement.builder).toEqual({ id: 'pkg:generic/palyra-ref@9.9.9' });
  expect(statement.predicate.runDetails.builder.id).toBe(statement.builder.id);
  expect(statement.subject).toEqual(
    [...entries].map(([name, bytes]) => ({ name, digest: { sha256: sha256Hex(bytes) } })),
  );
});

test('generated documents hold no time and no chance: one input, one document (BUILD-REPEATABLE)', () => {
  expect(generateSbom(manifest.value, entries, builder)).toEqual(sbom);
  expect(generateProvenance(manifest.value, entries, builder)).toEqual(provenance);
});

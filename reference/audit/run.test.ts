import { afterEach, expect, test, vi } from 'vitest';
import { buildArtifact } from '../artifact/build.ts';
import { signingKeyFromSeed } from '../artifact/signing/signing-key.ts';
import { referenceIdentity } from '../identity.ts';
import { wasm } from '../runtime/engine/web-assembly.ts';
import { shippedParameters } from '../subject/reference-subject.ts';
import { emptyTrustStore } from '../trust/store.ts';
import { defaultAuditPolicy } from './policy.ts';
import { auditReport } from './report.ts';
import { auditArtifact } from './run.ts';

const manifest = `manifest_version = 2
skill_id = "acme.echo"
name = "Echo"
version = "1.0.0"
publisher = "acme"

[[entrypoints.tools]]
id = "acme.echo"
name = "Echo"
description = "Echoes."
input_schema = {}
output_schema = {}

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"

[operator]
display_name = "Echo"
`;

/** Its start function never ends. */
const endless = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 8, 1, 0],
  ...[10, 9, 1, 7, 0, 0x03, 0x40, 0x0c, 0, 0x0b, 0x0b],
);

async function audit(modules: readonly Uint8Array[], allowTofu = true) {
  const key = signingKeyFromSeed(new Uint8Array(32).fill(5));
  if (!key.ok) throw new Error(key.failure.code);
  const input = {
    manifest: Buffer.from(manifest),
    modules: modules.map((bytes, index) => ({ path: `m${index}.wasm`, bytes })),
    ...{ assets: [], sbom: null, provenance: null, key: key.value, nowUnixMs: 0n },
  };
  const built = buildArtifact(input, shippedParameters, referenceIdentity);
  if (!built.ok) throw new Error(built.failure.code);
  const request = { policy: defaultAuditPolicy, vulnerabilityFeed: undefined, nowUnixMs: 7n };
  return auditArtifact(built.value.artifact, { store: emptyTrustStore, allowTofu }, shippedParameters, request);
}

afterEach(() => vi.restoreAllMocks());

test('AUD-STATIC: nothing is compiled and nothing is run, be it a start function that never ends', async () => {
  const compile = vi.spyOn(wasm, 'Module');
  const instantiate = vi.spyOn(wasm, 'Instance');
  const audited = await audit([endless]);
  expect(audited.ok && audited.value.further.get('wasm_start_function')).toMatchObject([{ status: 'warn' }]);
  expect(audited.ok && audited.value.passed).toBe(true);
  expect(compile).not.toHaveBeenCalled();
  expect(instantiate).not.toHaveBeenCalled();
});

test('what does not verify gets no audit (AUD-VERIFIED)', async () => {
  expect(await audit([endless], false)).toMatchObject({ ok: false, failure: { code: 'trust.untrusted-publisher' } });
});

test('the documents that a build writes give every digest (AUD-SBOM-DIGESTS, AUD-PROVENANCE-DIGESTS)', async () => {
  const audited = await audit([endless, endless]);
  for (const id of ['sbom_digests', 'provenance_digests'] as const) {
    expect(audited.ok && audited.value.further.get(id)).toMatchObject([{ status: 'pass' }]);
  }
});

test('the report has its fields in their order, and a message for every record (AUD-REPORT)', async () => {
  const audited = await audit([endless, Uint8Array.of(1)]);
  if (!audited.ok) throw new Error(audited.failure.code);
  const report = auditReport(audited.value);
  expect([...report.keys()]).toEqual([
    'skill_id',
    'version',
    'publisher',
    'accepted',
    'passed',
    'should_quarantine',
    'trust_decision',
    'payload_sha256',
    'generated_at_unix_ms',
    'policy',
    'manifest_warnings',
    'checks',
    'further',
    'quarantine_reasons',
    'vulnerability_scan',
  ]);
  const all = [...audited.value.checks, ...[...audited.value.further.values()].flat()];
  expect(all.filter(({ message }) => message === '')).toEqual([]);
  expect(report.get('quarantine_reasons')).toHaveLength(1);
});

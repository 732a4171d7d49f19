import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildArtifact } from '#reference/artifact/build.ts';
import { signingKeyFromSeed } from '#reference/artifact/signing/signing-key.ts';
import type { Audit, AuditPolicy } from '#reference/audit/audit.ts';
import { defaultAuditPolicy, parseAuditPolicy, policyToJson } from '#reference/audit/policy.ts';
import { auditReport } from '#reference/audit/report.ts';
import { auditArtifact } from '#reference/audit/run.ts';
import { referenceIdentity } from '#reference/identity.ts';
import { emptyTrustStore } from '#reference/trust/store.ts';
import { encodeJson } from '#spec/json/write.ts';
import { host } from '../artifact/arbitrary-skill.ts';
import { damaged } from '../runtime/hostile/damage.ts';
import { Random } from '../runtime/random.ts';
import { randomGuest } from '../runtime/random-guest.ts';

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

[operator.plugin]
default_entrypoint = "run"
`;

interface Skill {
  readonly modules: readonly Uint8Array[];
  readonly sbom?: Uint8Array;
  readonly provenance?: Uint8Array;
}

function pack({ modules, sbom, provenance }: Skill): Uint8Array {
  const key = signingKeyFromSeed(new Uint8Array(32).fill(5));
  if (!key.ok) throw new Error(key.failure.code);
  const input = {
    manifest: Buffer.from(manifest),
    modules: modules.map((bytes, index) => ({ path: `m${index}.wasm`, bytes })),
    assets: [],
    sbom: sbom ?? null,
    provenance: provenance ?? null,
    key: key.value,
    nowUnixMs: 0n,
  };
  const built = buildArtifact(input, host, referenceIdentity);
  if (!built.ok) throw new Error(JSON.stringify(built.failure));
  return built.value.artifact;
}

async function audit(skill: Skill, policy: AuditPolicy = defaultAuditPolicy): Promise<Audit> {
  const trust = { store: emptyTrustStore, allowTofu: true };
  const request = { policy, vulnerabilityFeed: undefined, nowUnixMs: 0n };
  const audited = await auditArtifact(pack(skill), trust, host, request);
  if (!audited.ok) throw new Error(audited.failure.code);
  return audited.value;
}

const binary = fc
  .record({ seed: fc.nat(), one: fc.nat(1000), other: fc.nat(1000) })
  .map(({ seed, one, other }) => damaged(new Random(seed), randomGuest(one), randomGuest(other)));
const magic = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const someModule = fc.oneof(
  { weight: 8, arbitrary: binary },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Uint8Array.from([...magic, ...bytes])) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }) },
);
const someModules = fc.array(someModule, { minLength: 1, maxLength: 4 });

test('AUD-BOUNDED: whatever bytes are a module, there is a report, and it hangs together', async () => {
  const property = fc.asyncProperty(someModules, async (modules) => {
    const found = await audit({ modules });
    const all = [...found.checks, ...[...found.further.values()].flat()];
    const failed = all.filter(({ status }) => status === 'fail');
    expect(found.passed).toBe(failed.length === 0);
    expect(found.shouldQuarantine).toBe(failed.length > 0);
    expect(found.quarantineReasons).toEqual(failed.map(({ message }) => message));
    for (const index of modules.keys()) {
      const ids = found.checks.filter(({ details }) => details?.get('module_path') === `modules/m${index}.wasm`);
      expect([1, 3]).toContain(ids.length);
    }
    expect(() => encodeJson(auditReport(found))).not.toThrow();
  });
  await fc.assert(property, { numRuns: 150 });
}, 120_000);

test('what a policy allows it also allows when it allows more (AUD-MODULE-SIZE, AUD-EXPORTS)', async () => {
  const limits = fc.record({ size: fc.bigInt(0n, 400n), exports: fc.bigInt(0n, 4n), more: fc.bigInt(0n, 400n) });
  const property = fc.asyncProperty(someModules, limits, async (modules, { size, exports, more }) => {
    const strict = { ...defaultAuditPolicy, maxModuleBytes: size, maxExportedFunctions: exports };
    const lax = { ...strict, maxModuleBytes: size + more, maxExportedFunctions: exports + more };
    const [few, many] = [await audit({ modules }, strict), await audit({ modules }, lax)];
    for (const { checkId, status, details } of few.checks) {
      if (status !== 'pass') continue;
      const path = details?.get('module_path');
      if (path === undefined) continue;
      const same = many.checks.find((each) => each.checkId === checkId && each.details?.get('module_path') === path);
      expect(same?.status).toBe('pass');
    }
  });
  await fc.assert(property, { numRuns: 60 });
}, 120_000);

test('whatever the documents say, there is a record of it, and every entry stands in it at most once (AUD-DIGESTS-DOUBT)', async () => {
  const digest = fc.oneof(fc.constant('0'.repeat(64)), fc.jsonValue());
  const named = fc.record({
    name: fc.constantFrom('modules/m0.wasm', '__proto__', 'x', 7),
    hashes: fc.oneof(fc.array(fc.record({ alg: fc.constantFrom('SHA-256', 'MD5'), content: digest })), fc.jsonValue()),
    digest: fc.oneof(fc.record({ sha256: digest }), fc.jsonValue()),
  });
  const list = fc.oneof(
    { weight: 4, arbitrary: fc.array(named, { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constant([0]) },
  );
  const property = fc.asyncProperty(list, async (elements) => {
    const sbom = Buffer.from(JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: elements }));
    const provenance = Buffer.from(JSON.stringify({ builder: {}, subject: elements }));
    const found = await audit({ modules: [magic], sbom, provenance });
    for (const id of ['sbom_digests', 'provenance_digests'] as const) {
      const [record] = found.further.get(id) ?? [];
      const told = [record?.details?.get('wrong'), record?.details?.get('missing')].flat();
      expect(told.length).toBeLessThanOrEqual(1);
      expect(record?.status).toBe(told.length === 0 ? 'pass' : told[0] === undefined ? 'pass' : record?.status);
    }
  });
  await fc.assert(property, { numRuns: 100 });
}, 60_000);

test('arbitrary bytes as a policy bring a failure with a code, or a policy that is written and read the same', () => {
  const member = fc.tuple(
    fc.constantFrom('max_module_bytes', 'max_exported_functions', 'allow_device_capabilities', 'x'),
    fc.oneof(fc.nat(), fc.boolean(), fc.jsonValue()),
  );
  const text = fc.oneof(
    fc.uint8Array({ maxLength: 60 }),
    fc.json().map((json) => Buffer.from(json)),
    fc.array(member, { maxLength: 3 }).map((members) => Buffer.from(JSON.stringify(Object.fromEntries(members)))),
  );
  const property = fc.property(text, (bytes) => {
    const policy = parseAuditPolicy(bytes);
    if (!policy.ok) expect(policy.failure.code).toMatch(/^audit\.policy-(json|shape)$/);
    else expect(parseAuditPolicy(Buffer.from(encodeJson(policyToJson(policy.value))))).toEqual(policy);
  });
  fc.assert(property, { numRuns: 2000 });
});

test('AUD-BOUNDED: very many digests for one entry are looked at, each of them', async () => {
  const hash = '{"alg":"SHA-256","content":0}';
  const component = `{"name":"modules/m0.wasm","hashes":[${`${hash},`.repeat(130_000)}${hash}]}`;
  const sbom = Buffer.from(`{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${component}]}`);
  const found = await audit({ modules: [magic], sbom });
  expect(found.further.get('sbom_digests')).toMatchObject([{ status: 'fail' }]);
}, 60_000);

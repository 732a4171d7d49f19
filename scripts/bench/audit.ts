import { readFileSync } from 'node:fs';
import { Effort } from '#reference/audit/module/effort.ts';
import { readModule } from '#reference/audit/module/read-module.ts';
import { referenceIdentity } from '#reference/identity.ts';
import {
  auditArtifact,
  buildArtifact,
  defaultAuditPolicy,
  emptyTrustStore,
  signingKeyFromSeed,
} from '#reference/index.ts';
import { wasm } from '#reference/runtime/engine/web-assembly.ts';
import { auditDefaults } from '#spec/audit.ts';
import { names, runtime } from '#spec/constants.ts';
import { large } from './audit/large-module.ts';
import { type Figure, figure, median } from './measure.ts';
import { processorTime } from './runtime/processor.ts';
import { largeModule } from './runtime/rewriting.ts';

const warmUp = 8;
const rounds = 31;
const host = { names: names.shipped, runtime };

/** What the audit of a module costs beside the least that it can: to have the engine validate it. */
export async function audit(): Promise<readonly Figure[]> {
  const module = large(new Uint8Array(readFileSync(largeModule())), Number(auditDefaults.max_module_bytes));
  const artifact = pack(module);
  const floor = () => expectTrue(wasm.validate(module));
  const [validated, read] = await inTurns(floor, () => expectTrue(readModule(module, new Effort()).ok));
  const [beside, whole] = await inTurns(floor, () => auditWhole(artifact));
  const mebibytes = (module.length / 2 ** 20).toFixed(2);
  const unit = 'times WebAssembly.validate';
  return [
    figure(`audit a module of ${mebibytes} MiB`, read / validated, unit, validated, 1.5),
    figure('audit the artifact that holds it, verification included', whole / beside, unit, beside, null),
  ];
}

type Work = () => void | Promise<void>;

/** The median of what each takes; in every other round the second comes first. */
async function inTurns(one: Work, other: Work): Promise<readonly [number, number]> {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const which of round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = processorTime();
      await [one, other][which]?.();
      if (round >= warmUp) times[which].push(processorTime() - start);
    }
  }
  return [median(times[0]), median(times[1])];
}

function pack(module: Uint8Array): Uint8Array {
  const key = signingKeyFromSeed(new Uint8Array(32).fill(5));
  if (!key.ok) throw new Error(key.failure.code);
  const input = {
    manifest: Buffer.from(manifest),
    modules: [{ path: 'large.wasm', bytes: module }],
    ...{ assets: [], sbom: null, provenance: null, key: key.value, nowUnixMs: 0n },
  };
  const built = buildArtifact(input, host, referenceIdentity);
  if (!built.ok) throw new Error(built.failure.code);
  return built.value.artifact;
}

async function auditWhole(artifact: Uint8Array): Promise<void> {
  const request = { policy: defaultAuditPolicy, vulnerabilityFeed: undefined, nowUnixMs: 0n };
  const audited = await auditArtifact(artifact, { store: emptyTrustStore, allowTofu: true }, host, request);
  // It imports what no host of plugins has, and is a module all the same.
  expectTrue(audited.ok && audited.value.checks.every(({ status }) => status !== 'fail'));
}

function expectTrue(value: boolean): void {
  if (!value) throw new Error('the module is refused');
}

const manifest = `manifest_version = 2
skill_id = "acme.large"
name = "Large"
version = "1.0.0"
publisher = "acme"

[[entrypoints.tools]]
id = "acme.large"
name = "Large"
description = "Is large."
input_schema = {}
output_schema = {}

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"
`;

import { buildArtifact, emptyTrustStore, parseSigningKey, verifyArtifact } from '../../reference/index.ts';
import { names, runtime } from '../../spec/constants.ts';
import type { NamedBytes } from '../../spec/operations.ts';

const host = { names: names.shipped, runtime };

const signingKey = parseSigningKey(new Uint8Array(32).fill(5));

export const exampleManifest = Buffer.from(`manifest_version = 2
skill_id = "acme.echo_http"
name = "Echo and fetch"
version = "1.0.0"
publisher = "acme"

[entrypoints]
[[entrypoints.tools]]
id = "acme.echo"
name = "echo"
description = "Answer with the text that was given"
input_schema = { type = "object", required = ["text"], properties = { text = { type = "string" } } }
output_schema = { type = "object", properties = { echo = { type = "string" } } }
risk = { default_sensitive = false, requires_approval = false }

[[entrypoints.tools]]
id = "acme.http_get"
name = "http_get"
description = "Fetch a document from an allowlisted host"
input_schema = { type = "object", required = ["url"], properties = { url = { type = "string" } } }
output_schema = { type = "object", properties = { status = { type = "integer" } } }
risk = { default_sensitive = true, requires_approval = true }

[capabilities]
http_egress_allowlist = ["api.example.com", "cdn.example.com"]

[capabilities.filesystem]
read_roots = ["data"]
write_roots = ["cache/http"]

[[capabilities.secrets]]
scope = "skill:acme.echo_http"
key_names = ["api_token"]

[capabilities.quotas]
wall_clock_timeout_ms = 2000
fuel_budget = 5000000
max_memory_bytes = 33554432

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"

[operator]
display_name = "Echo and fetch"
summary = "Two small tools"
categories = ["network"]
`);

/** Modules that together have about that many bytes and compress about as well as machine code does. */
export function someModules(bytes: number): readonly NamedBytes[] {
  const each = Math.ceil(bytes / Math.ceil(bytes / (12 * 1024 * 1024)));
  const count = Math.ceil(bytes / each);
  return Array.from({ length: count }, (_, index) => ({ path: `m${index}.wasm`, bytes: codeLike(each, index + 1) }));
}

export function buildSkill(modules: readonly NamedBytes[]): Uint8Array {
  if (!signingKey.ok) throw new Error(signingKey.failure.code);
  const built = buildArtifact(
    {
      manifest: exampleManifest,
      modules,
      assets: [],
      sbom: null,
      provenance: null,
      key: signingKey.value,
      nowUnixMs: 0n,
    },
    host,
    { name: 'bench', version: '0' },
  );
  if (!built.ok) throw new Error(built.failure.code);
  return built.value.artifact;
}

export function verifyOnce(artifact: Uint8Array): void {
  const verified = verifyArtifact(artifact, { store: emptyTrustStore, allowTofu: true }, host);
  if (!verified.ok) throw new Error(verified.failure.code);
}

/** Short words from a small vocabulary with some noise: deflates to roughly half. */
function codeLike(length: number, seed: number): Uint8Array {
  const out = new Uint8Array(length);
  let state = seed >>> 0;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const noise = state >>> 24;
    out[at] = at > 64 && noise < 150 ? (out[at - 1 - (noise & 31)] ?? 0) : noise & 0x3f;
  }
  return out;
}

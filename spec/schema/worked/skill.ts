import { quotaDefaults } from '../../constants.ts';
import type { WireValue } from '../../operations.ts';

/** One small skill, as it is at each step from a text to a report. */

export const manifestText = `skill_id = "acme.echo_skill"
name = "Echo"
version = "1.0.0"
publisher = "acme"

[compat]
required_protocol_major = 1
min_palyra_version = "0.1.0"

[capabilities]
http_egress_allowlist = ["api.example.com"]

[[entrypoints.tools]]
id = "acme.echo"
name = "echo"
description = "Says back what it hears"
input_schema = { type = "object" }
output_schema = { type = "object" }

[operator]
display_name = "Echo"
`;

type Json = { readonly [key: string]: WireValue };

function manifest(files: readonly Json[]): Json {
  return {
    manifest_version: 2n,
    skill_id: 'acme.echo_skill',
    name: 'Echo',
    version: '1.0.0',
    publisher: 'acme',
    entrypoints: {
      tools: [
        {
          id: 'acme.echo',
          name: 'echo',
          description: 'Says back what it hears',
          input_schema: { type: 'object' },
          output_schema: { type: 'object' },
          risk: { default_sensitive: false, requires_approval: false },
        },
      ],
    },
    capabilities: {
      filesystem: { read_roots: [], write_roots: [] },
      http_egress_allowlist: ['api.example.com'],
      secrets: [],
      device_capabilities: [],
      node_capabilities: [],
      quotas: quotaDefaults,
      wildcard_opt_in: { filesystem: false, http_egress: false, secrets: false, device: false, node: false },
    },
    compat: { required_protocol_major: 1n, min_palyra_version: '0.1.0' },
    integrity: { files },
    operator: { display_name: 'Echo', categories: [], tags: [], plugin: {} },
  };
}

export const manifestAsWritten = manifest([]);

export const moduleBytes = Buffer.from('0061736d01000000', 'hex');
export const sbom = Buffer.from('{"bomFormat":"CycloneDX","specVersion":"1.6"}');
export const provenance = Buffer.from('{"builder":{},"subject":[{"name":"echo.wasm"}]}');
const moduleSha256 = '93a44bbb96c751218e4c00d479e4c14358122a389acca16205b1e4d0dc5f9476';
const provenanceSha256 = 'b1224221f670d2b7d19d44c2dc14cc54c6b3d9170020a560349a0b5518763203';
const sbomSha256 = '20b5397e8c658dd61fca0ec2ea9a3841f979716daace2ab4ff747648d9bf9d18';

export const manifestAsBuilt = manifest([
  { path: 'modules/echo.wasm', sha256: moduleSha256 },
  { path: 'provenance.json', sha256: provenanceSha256 },
  { path: 'sbom.cdx.json', sha256: sbomSha256 },
]);

export const entries = [
  { name: 'modules/echo.wasm', size: 8n, sha256: moduleSha256 },
  { name: 'provenance.json', size: 47n, sha256: provenanceSha256 },
  { name: 'sbom.cdx.json', size: 45n, sha256: sbomSha256 },
  {
    name: 'signature.json',
    size: 409n,
    sha256: '4c6b05c8ab86565981b4c9ab528d9d9fba60507304a049064ed94b4180e65bfc',
  },
  { name: 'skill.toml', size: 1286n, sha256: '2f3a4666ec9feeb570256d8d3d46bb30361ef10082374b4aa55ee4bd56c02dfb' },
];

export const seed = new Uint8Array(32).fill(5);
export const publicKeyHex = '6e7a1cdd29b0b78fd13af4c5598feff4ef2a97166e3ca6f2e4fbfccd80505bf1';
export const builtAt = 1_750_000_000_000n;
export const payloadSha256 = '129f91ba6a4fed497743f922afea9a9d7a071c5d40a8d94c5299e79ee17a15fb';

export const signature = {
  algorithm: 'ed25519-sha256',
  publisher: 'acme',
  key_id: 'ed25519:7599776c3085e3f9',
  public_key_base64: 'bnoc3Smwt4/ROvTFWY/v9O8qlxZuPKby5Pv8zYBQW/E=',
  payload_sha256: payloadSha256,
  signature_base64: 'eQaSejNgqoks2iQ+ZDGCjIjFJM3Bp/e7kPrieaeQ4Bzl1EHTDI6oxnUVU8N7Hzih+NSrKB714SsxdEPx3SEGDA==',
  signed_at_unix_ms: builtAt,
};

export const grants = { http_hosts: ['api.example.com'], secret_keys: [], storage_prefixes: [], channels: [] };

export const bindings = [
  { action: 'skill.capability.http.egress', resource: 'skill:acme.echo_skill', requires_approval: true },
  { action: 'tool.execute', resource: 'tool:acme.echo', requires_approval: false },
];

export const requests = [
  { principal: 'skill:acme.echo_skill', action: 'skill.capability.http.egress', resource: 'skill:acme.echo_skill' },
  { principal: 'skill:acme.echo_skill', action: 'tool.execute', resource: 'tool:acme.echo' },
];

export const trustStore = { trusted_publishers: { acme: [publicKeyHex] }, tofu_publishers: {} };

export const verifiedAt = 1_750_000_060_000n;

export const report = {
  accepted: true,
  trust_decision: 'allowlisted',
  payload_sha256: payloadSha256,
  manifest: manifestAsBuilt,
  manifest_warnings: [],
  capability_grants: grants,
  policy_bindings: bindings,
  audit_event: {
    event_kind: 'skill.artifact.verified',
    skill_id: 'acme.echo_skill',
    publisher: 'acme',
    version: '1.0.0',
    payload_sha256: payloadSha256,
    trust_decision: 'allowlisted',
    verified_at_unix_ms: verifiedAt,
    policy_bindings: bindings,
  },
};

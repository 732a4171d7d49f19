import type { Capabilities, Manifest } from '../../manifest/manifest.ts';
import type { ManifestWarning } from '../../manifest/warnings.ts';
import type { AuditPolicy, CheckRecord } from '../audit.ts';
import { record } from './record.ts';

/** AUD-VERIFIED-CHECKS: verification has found out all four, or there would be no audit. */
export const verifiedChecks: readonly CheckRecord[] = [
  record('signature_validity', 'pass', 'The signature is valid.'),
  record('sbom_presence', 'pass', 'The artifact has a bill of materials.'),
  record('provenance_presence', 'pass', 'The artifact says where it comes from.'),
  record('manifest_sanity', 'pass', 'The manifest is valid.'),
];

/** AUD-WARNINGS: in the order in which the manifest draws them. */
export function warningChecks(warnings: readonly ManifestWarning[]): readonly CheckRecord[] {
  return warnings.map(({ code, severity, message }) =>
    record(`manifest_warning:${code}`, 'warn', message, { code, severity }),
  );
}

/** AUD-SCOPES: for whoever reads the report; what is declared is right as it is. */
export function scopeChecks({ capabilities }: Manifest): readonly CheckRecord[] {
  const { filesystem, httpEgressAllowlist, secrets } = capabilities;
  const roots = { read_roots: filesystem.readRoots, write_roots: filesystem.writeRoots };
  return [
    record('manifest_filesystem_scopes', 'pass', 'The manifest says which folders it is about.', roots),
    record('manifest_http_egress_scopes', 'pass', 'The manifest says which hosts it is about.', {
      hosts: httpEgressAllowlist,
    }),
    record('manifest_secret_scopes', 'pass', 'The manifest says which secrets it is about.', {
      scopes: secrets.map(({ scope }) => scope),
    }),
  ];
}

export function forbiddenChecks({ capabilities }: Manifest, policy: AuditPolicy): readonly CheckRecord[] {
  return [deviceCheck(capabilities, policy), wildcardCheck(capabilities, policy)];
}

/** AUD-DEVICE: capabilities of a node are others. */
function deviceCheck({ deviceCapabilities }: Capabilities, policy: AuditPolicy): CheckRecord {
  const id = 'forbidden_device_capabilities';
  const details = { device_capabilities: deviceCapabilities };
  if (deviceCapabilities.length > 0 && !policy.allowDeviceCapabilities) {
    return record(id, 'fail', 'The manifest asks for device capabilities, which the policy does not allow.', details);
  }
  return record(id, 'pass', 'The manifest asks for no device capability that the policy does not allow.', {
    ...details,
    allow_device_capabilities: policy.allowDeviceCapabilities,
  });
}

/** AUD-WILDCARDS: what counts is that the manifest opts in, whether or not a wildcard stands anywhere. */
function wildcardCheck({ wildcardOptIn }: Capabilities, policy: AuditPolicy): CheckRecord {
  const id = 'forbidden_wildcard_capabilities';
  const flags = [
    ['filesystem', wildcardOptIn.filesystem],
    ['http_egress', wildcardOptIn.httpEgress],
    ['secrets', wildcardOptIn.secrets],
    ['device', wildcardOptIn.device],
    ['node', wildcardOptIn.node],
  ] as const;
  const details = { wildcard_opt_ins: flags.filter(([, isSet]) => isSet).map(([name]) => name) };
  if (details.wildcard_opt_ins.length > 0 && !policy.allowWildcardCapabilities) {
    return record(id, 'fail', 'The manifest opts in to wildcards, which the policy does not allow.', details);
  }
  return record(id, 'pass', 'The manifest opts in to no wildcards that the policy does not allow.', {
    ...details,
    allow_wildcard_capabilities: policy.allowWildcardCapabilities,
  });
}

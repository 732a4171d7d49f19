import type { Json, JsonObject } from '#spec/json/value.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { compareBytes } from '../text/byte-order.ts';
import { trim } from '../text/white-space.ts';

/** What a skill may reach at run time. */
export interface CapabilityGrants {
  readonly httpHosts: readonly string[];
  readonly secretKeys: readonly string[];
  readonly storagePrefixes: readonly string[];
  readonly channels: readonly string[];
}

/** The snapshot of a manifest's capabilities that a report carries. */
export function capabilityGrants({ capabilities }: Manifest): CapabilityGrants {
  return {
    httpHosts: distinct(trimmed(capabilities.httpEgressAllowlist)),
    // GRANT-SECRETS: both halves as written; white space goes only when the snapshot becomes a grant set.
    secretKeys: distinct(
      capabilities.secrets.flatMap(({ scope, keyNames }) => keyNames.map((key) => `${scope}/${key}`)),
    ),
    // GRANT-STORAGE: write roots only, a read root grants nothing.
    storagePrefixes: distinct(trimmed(capabilities.filesystem.writeRoots)),
    channels: [],
  };
}

/** GRANT-SET: what the runtime makes of a snapshot. */
export function grantSet(grants: CapabilityGrants): CapabilityGrants {
  return {
    httpHosts: distinct(trimmed(grants.httpHosts)),
    secretKeys: distinct(trimmed(grants.secretKeys)),
    storagePrefixes: distinct(trimmed(grants.storagePrefixes)),
    channels: distinct(trimmed(grants.channels)),
  };
}

export function grantsToJson(grants: CapabilityGrants): JsonObject {
  return new Map<string, Json>([
    ['http_hosts', grants.httpHosts],
    ['secret_keys', grants.secretKeys],
    ['storage_prefixes', grants.storagePrefixes],
    ['channels', grants.channels],
  ]);
}

function trimmed(values: readonly string[]): readonly string[] {
  return values.map(trim).filter((value) => value !== '');
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort(compareBytes);
}

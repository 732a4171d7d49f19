import type { Runtime } from '#spec/constants.ts';
import type { CompatibilityCode } from '#spec/extensions.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { compareVersions, parseVersion } from '../../manifest/version.ts';

export interface ContractFixture {
  readonly fixtureId: string;
  readonly requiredProtocolMajor: bigint;
  readonly minHostVersion: string;
  readonly maxHostVersion: string | null;
  readonly expectedReasonCodes: readonly string[];
}

/** EXT-FIXTURE-PASSED: a fixture that expects a fault passes where exactly that fault is found. */
export function tryContractFixture(fixture: ContractFixture, host: Runtime): JsonObject {
  const code = compatibilityFault(fixture, host);
  const observed = code === undefined ? [] : [code];
  const { expectedReasonCodes: expected } = fixture;
  const passed = expected.length === observed.length && observed.every((each, at) => each === expected[at]);
  return new Map<string, Json>([
    ['fixture_id', fixture.fixtureId],
    ['passed', passed],
    ['observed_reason_codes', observed],
  ]);
}

/** EXT-COMPATIBILITY: the first bound that does not hold, in the order of COMPAT-PROTOCOL and its neighbours. */
function compatibilityFault(
  { requiredProtocolMajor, minHostVersion, maxHostVersion }: ContractFixture,
  host: Runtime,
): CompatibilityCode | undefined {
  if (requiredProtocolMajor > host.protocolMajor) return 'abi_required_protocol_major_unsupported';
  const version = parseVersion(host.version);
  const minimum = parseVersion(minHostVersion);
  if (version === undefined || minimum === undefined) return 'manifest_compatibility_failed';
  if (compareVersions(version, minimum) < 0) return 'host_below_min_palyra_version';
  if (maxHostVersion === null) return undefined;
  const maximum = parseVersion(maxHostVersion);
  if (maximum === undefined) return 'manifest_compatibility_failed';
  return compareVersions(version, maximum) > 0 ? 'host_above_max_palyra_version' : undefined;
}

/** The lines of `[compat]` in the manifests of `fixtures/`. */
export function protocolLine(major: bigint): string {
  return `required_protocol_major = ${major}`;
}

export function minimumLine(version: string): string {
  return `min_palyra_version = "${version}"`;
}

export function maximumLine(version: string): string {
  return `max_palyra_version = "${version}"`;
}

/** There always is one: a world has no host of the largest version, and none of 0.0.0. */
export function nextVersion(version: string): string {
  const [major, minor, patch] = numbersOf(version);
  if (patch < largest) return `${major}.${minor}.${patch + 1n}`;
  return minor < largest ? `${major}.${minor + 1n}.0` : `${major + 1n}.0.0`;
}

export function previousVersion(version: string): string {
  const [major, minor, patch] = numbersOf(version);
  if (patch > 0n) return `${major}.${minor}.${patch - 1n}`;
  if (minor > 0n) return `${major}.${minor - 1n}.${largest}`;
  return `${major - 1n}.${largest}.${largest}`;
}

const largest = 2n ** 32n - 1n;

function numbersOf(version: string): readonly [bigint, bigint, bigint] {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  return [BigInt(major), BigInt(minor), BigInt(patch)];
}

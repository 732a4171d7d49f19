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

export function nextVersion(version: string): string {
  const [major, minor, patch] = numbersOf(version);
  return `${major}.${minor}.${patch + 1n}`;
}

/** Of 0.0.0 there is none; a host of that version cannot be asked for an older one. */
export function previousVersion(version: string): string {
  const [major, minor, patch] = numbersOf(version);
  if (patch > 0n) return `${major}.${minor}.${patch - 1n}`;
  if (minor > 0n) return `${major}.${minor - 1n}.${largest}`;
  if (major > 0n) return `${major - 1n}.${largest}.${largest}`;
  throw new Error('no version comes before 0.0.0');
}

const largest = 2n ** 32n - 1n;

function numbersOf(version: string): readonly [bigint, bigint, bigint] {
  const [major = '0', minor = '0', patch = '0'] = version.split('.');
  return [BigInt(major), BigInt(minor), BigInt(patch)];
}

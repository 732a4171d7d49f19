import { trim } from '../text/white-space.ts';

type Version = readonly [major: number, minor: number, patch: number];

const pattern = /^\+?([0-9]+)\.\+?([0-9]+)\.\+?([0-9]+)$/;
const greatestPart = 2 ** 32 - 1;

/** MAN-SEMVER: three decimal numbers of 32 bits between dots, each with a plus sign and leading zeros if it likes. */
export function parseVersion(text: string): Version | undefined {
  const parts = pattern.exec(trim(text));
  if (parts === null) return undefined;
  const version = [Number(parts[1]), Number(parts[2]), Number(parts[3])] as const;
  return Math.max(...version) <= greatestPart ? version : undefined;
}

/** MAN-VERSION-ORDER: by number, not by text, so 0.9.0 is below 0.10.0. */
export function compareVersions(a: Version, b: Version): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

import { quote } from './evidence.ts';

interface InstalledVersion {
  readonly skillId: string;
  readonly version: string;
}

/** What can be wrong with the artifact of a skill that is installed, beside everything that can be wrong with any artifact. */
export type InstalledFailure =
  | ({ readonly code: 'installed.artifact-missing'; readonly detail: string } & InstalledVersion)
  | ({ readonly code: 'installed.artifact-changed' } & InstalledVersion)
  | ({ readonly code: 'installed.other-identity'; readonly found: InstalledVersion } & InstalledVersion)
  | ({ readonly code: 'installed.not-active'; readonly status: string } & InstalledVersion);

export function describeInstalled(failure: InstalledFailure): string {
  const name = `${quote(failure.skillId)} ${failure.version}`;
  switch (failure.code) {
    case 'installed.artifact-missing':
      return `The artifact of ${name} cannot be read: ${failure.detail}.`;
    case 'installed.artifact-changed':
      return `The artifact of ${name} is not the one that was installed.`;
    case 'installed.other-identity':
      return `The artifact of ${name} is that of ${quote(failure.found.skillId)} ${failure.found.version}.`;
    case 'installed.not-active':
      return `${name} is ${failure.status}, so it is not run.`;
    default:
      return failure satisfies never;
  }
}

import { allowedTransitions, type PackageStatus, packageStatuses } from '#spec/extensions.ts';
import type { Case } from '../../../case.ts';
import { accepted, put, refusals } from '../../../rows.ts';
import { becomes, moveText, movingBy } from './given.ts';

const proves = ['EXT-TRANSITIONS'] as const;
const twin = idOf('installed', 'verified');
const refused = refusals(proves, twin, 'extension.not-allowed');

/** Every pair there is: both principals agree and the package fits, so nothing but the pair can be wrong. */
export const pairCases: readonly Case[] = packageStatuses.flatMap((from) =>
  packageStatuses.map((to) => {
    const targets: readonly PackageStatus[] = allowedTransitions[from];
    return targets.includes(to)
      ? accepted(idOf(from, to), proves, movingBy(from, to), becomes(to))
      : refused(idOf(from, to), put(['move'], moveText(from, to)));
  }),
);

function idOf(from: PackageStatus, to: PackageStatus): string {
  return `lifecycle/extensions-from-${word(from)}-to-${word(to)}`;
}

function word(status: PackageStatus): string {
  return status.replace('_', '-');
}

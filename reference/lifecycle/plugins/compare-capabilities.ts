import { type CapabilityClass, capabilityClasses } from '#spec/contracts/vocabulary.ts';
import { type DifferenceCategory, differenceCategories } from '#spec/plugins.ts';
import type { Manifest } from '../../manifest/manifest.ts';
import { compareBytes } from '../../text/byte-order.ts';
import type { CapabilityProfile } from './binding.ts';

export interface CapabilityComparison {
  readonly valid: boolean;
  readonly declared: CapabilityProfile;
  readonly granted: CapabilityProfile;
  readonly effective: CapabilityProfile;
  readonly entries: readonly Difference[];
}

interface Difference {
  readonly category: DifferenceCategory;
  readonly class: CapabilityClass;
  readonly value: string;
}

/** What the author declared, the operator grants and the policy of the host allows. */
export function compareCapabilities(
  manifest: Manifest,
  granted: CapabilityProfile,
  policy: CapabilityProfile,
): CapabilityComparison {
  const declared = declaredBy(manifest);
  const effective = { ...granted };
  const entries: Difference[] = [];
  for (const which of capabilityClasses) {
    const wanted = new Set(declared[which]);
    const allowed = new Set(policy[which]);
    const given = new Set(granted[which]);
    effective[which] = granted[which].filter((value) => wanted.has(value) && allowed.has(value));
    const inEffect = new Set(effective[which]);
    const found = new Map<DifferenceCategory, readonly string[]>([
      ['excess_grant', granted[which].filter((value) => !wanted.has(value))],
      ['missing_grant', declared[which].filter((value) => !given.has(value))],
      ['policy_restricted', granted[which].filter((value) => !inEffect.has(value))],
      ['unused_declared_capability', declared[which].filter((value) => !given.has(value))],
      ['wildcard_risk', declared[which].filter((value) => value.includes('*'))],
    ]);
    for (const [category, values] of found) {
      for (const value of values) entries.push({ category, class: which, value });
    }
  }
  // PLUG-DIFFERENCE-VALID: less than was declared is safe, more is not.
  const valid = !entries.some(({ category }) => category === 'excess_grant' || category === 'policy_restricted');
  return { valid, declared, granted, effective, entries: entries.sort(compareDifferences) };
}

/** PLUG-DECLARED: what the author meant. A run asks for secrets with their scope, and allows no channel. */
function declaredBy({ capabilities }: Manifest): CapabilityProfile {
  return {
    http_hosts: distinct(capabilities.httpEgressAllowlist),
    secrets: distinct(capabilities.secrets.flatMap(({ keyNames }) => keyNames)),
    storage_prefixes: distinct(capabilities.filesystem.writeRoots),
    channels: distinct(capabilities.nodeCapabilities),
  };
}

/** PLUG-DIFFERENCE-ORDER */
function compareDifferences(a: Difference, b: Difference): number {
  return (
    compareBytes(a.class, b.class) ||
    compareBytes(a.value, b.value) ||
    differenceCategories.indexOf(a.category) - differenceCategories.indexOf(b.category)
  );
}

function distinct(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort(compareBytes);
}

import { handleBases } from '#spec/constants.ts';
import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { base64Of, inline, kebab } from './given.ts';
import { runs } from './rows.ts';

/** How a result shows what was granted of a class; of secrets it shows no more than their number. */
const shown = {
  http_hosts: (values) => ({ granted_http_hosts: values, http_handles: handlesFrom(handleBases.http, values) }),
  secrets: (values) => ({ secret_handles_count: BigInt(values.length) }),
  storage_prefixes: (values) => ({
    granted_storage_prefixes: values,
    storage_handles: handlesFrom(handleBases.storage, values),
  }),
  channels: (values) => ({ granted_channels: values, channel_handles: handlesFrom(handleBases.channel, values) }),
} as const satisfies Record<CapabilityClass, (values: readonly string[]) => { readonly [field: string]: WireValue }>;

function handlesFrom(base: number, values: readonly string[]): readonly bigint[] {
  return values.map((_, index) => BigInt(base + index));
}

/** Every class, with nothing where nothing is said. */
export function allShown(granted: { readonly [C in CapabilityClass]?: readonly string[] }): WireValue {
  const { http_hosts = [], secrets = [], storage_prefixes = [], channels = [] } = granted;
  return {
    ...shown.http_hosts(http_hosts),
    ...shown.secrets(secrets),
    ...shown.storage_prefixes(storage_prefixes),
    ...shown.channels(channels),
  };
}

/** A guest that counts all it was granted asks for this, of a policy that allows that. */
export function grants(
  name: string,
  proves: readonly RequirementId[],
  which: CapabilityClass,
  asked: readonly string[],
  allowed: readonly string[],
  granted: readonly string[],
): Case {
  const given = { policy: { [`allowed_${which}`]: allowed } };
  return runs(name, proves, inline({ module_base64: base64Of('echo'), capabilities: { [which]: asked } }, given), {
    exit_code: BigInt(granted.length),
    capabilities: allShown({ [which]: granted }),
  });
}

export function asksOne(which: CapabilityClass): string {
  return `asks-${kebab(which)}`;
}

/** What the usual policy allows of the class. */
export function asking(which: CapabilityClass, allowed: readonly string[]): Case {
  return grants(`asks-${kebab(which)}`, ['RUN-CAPABILITY-FORM', 'RUN-SUBSET'], which, allowed, allowed, allowed);
}

import { contractDescriptors } from '#spec/contracts/descriptors.ts';
import type { CapabilityClass, ContractKind } from '#spec/contracts/vocabulary.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe, RecipeValue } from '../../../case.ts';
import { exactly } from '../../manifest/exactly.ts';

interface Asked {
  readonly declarations: RecipeValue;
  readonly classes?: RecipeValue;
  readonly adapters?: RecipeValue;
}

/** The call that negotiates; what is not given is an empty list. */
export function negotiating({ declarations, classes = [], adapters = [] }: Asked): () => Recipe {
  const model = { declarations, capability_classes: classes, adapters };
  return () => ({ operation: 'contracts.negotiate', model });
}

export function declares(kind: ContractKind, version = 1n): RecipeValue {
  return { kind, version };
}

/** What adapters are called where a case says nothing else. */
export const usualName = 'host.adapter';

interface Serving {
  readonly adapter?: string;
  readonly versions?: readonly bigint[];
  readonly classes?: readonly CapabilityClass[];
}

/** An adapter that serves the first version, and allows no class. */
export function serves(
  kind: ContractKind,
  { adapter = usualName, versions = [1n], classes = [] }: Serving = {},
): RecipeValue {
  return { kind, adapter, supported_versions: versions, allowed_capability_classes: classes };
}

export type Code = 'no-descriptor' | 'no-adapter' | 'version-not-supported' | 'classes-not-allowed';

interface Judged {
  readonly version?: bigint;
  readonly adapter?: string | null;
  readonly reasons?: readonly Code[];
}

/** What an entry says in full; only a first version has a descriptor. */
export function entry(
  kind: ContractKind,
  { version = 1n, reasons = [], adapter = reasons.includes('no-adapter') ? null : usualName }: Judged = {},
): WireValue {
  return exactly({
    kind,
    requested_version: version,
    status: reasons.length === 0 ? 'accepted' : 'rejected',
    adapter,
    descriptor: version === 1n ? descriptorOf(kind) : null,
    reasons,
  });
}

export function ready(...entries: readonly WireValue[]) {
  return { value: (): WireValue => ({ mode: 'typed', ready: true, entries }) };
}

export function notReady(...entries: readonly WireValue[]) {
  return { value: (): WireValue => ({ mode: 'typed', ready: false, entries }) };
}

export const untyped = { value: (): WireValue => ({ mode: 'untyped_legacy', ready: true, entries: [] }) };

/** The fields of a descriptor under their names on the wire. */
function descriptorOf(kind: ContractKind): WireValue {
  const published = contractDescriptors.find((each) => each.kind === kind);
  if (published === undefined) return null;
  return new Map(Object.entries(published).map(([name, value]): [string, WireValue] => [onTheWire(name), value]));
}

function onTheWire(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

import {
  type AdapterSupport,
  type CapabilityClass,
  type ContractDeclaration,
  type ContractDescriptor,
  type ContractKind,
  capabilityClasses,
} from '#spec/contracts/vocabulary.ts';
import { quote } from '#spec/failure/evidence.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { descriptorOf, descriptorToJson } from './descriptor.ts';

export interface NegotiationRequest {
  readonly declarations: readonly ContractDeclaration[];
  readonly capabilityClasses: readonly CapabilityClass[];
  readonly adapters: readonly AdapterSupport[];
}

/** Why a declaration is turned down, in the order in which reasons are given. */
type NegotiationReason =
  | { readonly code: 'no-descriptor' }
  | { readonly code: 'no-adapter' }
  | { readonly code: 'version-not-supported'; readonly versions: readonly bigint[] }
  | { readonly code: 'classes-not-allowed'; readonly classes: readonly CapabilityClass[] };

interface NegotiationEntry {
  readonly declaration: ContractDeclaration;
  readonly adapter: string | undefined;
  readonly descriptor: ContractDescriptor | undefined;
  readonly reasons: readonly NegotiationReason[];
}

interface NegotiationReport {
  readonly mode: 'untyped_legacy' | 'typed';
  readonly ready: boolean;
  readonly entries: readonly NegotiationEntry[];
}

/** Whether the host can serve every contract that a plugin declares. */
export function negotiate({ declarations, capabilityClasses, adapters }: NegotiationRequest): NegotiationReport {
  // A plugin from before the contracts asks for none and is run as ever.
  if (declarations.length === 0) return { mode: 'untyped_legacy', ready: true, entries: [] };
  const answers = answersOf(adapters, new Set(capabilityClasses));
  const entries = declarations.map((declaration) => judge(declaration, answers.get(declaration.kind)));
  return { mode: 'typed', ready: entries.every(({ reasons }) => reasons.length === 0), entries };
}

/** What an adapter has to say to every declaration of its kind, worked out once. */
interface Answer {
  readonly adapter: string;
  readonly versions: readonly bigint[];
  readonly forbidden: readonly CapabilityClass[];
}

/** Of several adapters for one kind the first speaks. */
function answersOf(adapters: readonly AdapterSupport[], inUse: ReadonlySet<CapabilityClass>) {
  const answers = new Map<ContractKind, Answer>();
  for (const { kind, adapter, supportedVersions, allowedCapabilityClasses } of adapters) {
    if (answers.has(kind)) continue;
    answers.set(kind, {
      adapter,
      versions: [...new Set(supportedVersions)].sort((a, b) => Number(a - b)),
      forbidden: capabilityClasses.filter((each) => inUse.has(each) && !allowedCapabilityClasses.includes(each)),
    });
  }
  return answers;
}

function judge(declaration: ContractDeclaration, answer: Answer | undefined): NegotiationEntry {
  const descriptor = descriptorOf(declaration);
  const reasons: NegotiationReason[] = descriptor === undefined ? [{ code: 'no-descriptor' }] : [];
  if (answer === undefined) {
    return { declaration, adapter: undefined, descriptor, reasons: [...reasons, { code: 'no-adapter' }] };
  }
  const { adapter, versions, forbidden } = answer;
  if (!versions.includes(declaration.version)) reasons.push({ code: 'version-not-supported', versions });
  if (forbidden.length > 0) reasons.push({ code: 'classes-not-allowed', classes: forbidden });
  return { declaration, adapter, descriptor, reasons };
}

/** As the protocol has it: every member is there, and a reason is its code. */
export function negotiationToWire({ mode, ready, entries }: NegotiationReport) {
  const toWire = ({ declaration, adapter, descriptor, reasons }: NegotiationEntry): JsonObject =>
    new Map<string, Json>([
      ['kind', declaration.kind],
      ['requested_version', declaration.version],
      ['status', reasons.length === 0 ? 'accepted' : 'rejected'],
      ['adapter', adapter ?? null],
      ['descriptor', descriptor === undefined ? null : descriptorToJson(descriptor)],
      ['reasons', reasons.map(({ code }) => code)],
    ]);
  return { mode, ready, entries: entries.map(toWire) };
}

export function negotiationToJson({ mode, ready, entries }: NegotiationReport): JsonObject {
  return new Map<string, Json>([
    ['mode', mode],
    ['ready', ready],
    ['entries', entries.map(entryToJson)],
  ]);
}

function entryToJson(entry: NegotiationEntry): JsonObject {
  const { declaration, adapter, descriptor, reasons } = entry;
  const json = new Map<string, Json>([
    ['kind', declaration.kind],
    ['requested_version', declaration.version],
    ['status', reasons.length === 0 ? 'accepted' : 'rejected'],
  ]);
  if (adapter !== undefined) json.set('adapter', adapter);
  if (descriptor !== undefined) json.set('descriptor', descriptorToJson(descriptor));
  return json.set(
    'reasons',
    reasons.map((reason) => describeReason(reason, entry)),
  );
}

function describeReason(reason: NegotiationReason, { declaration, adapter = '' }: NegotiationEntry): string {
  const { kind, version } = declaration;
  switch (reason.code) {
    case 'no-descriptor':
      return `No contract ${kind} version ${version} is published.`;
    case 'no-adapter':
      return `The host has no adapter for ${kind}.`;
    case 'version-not-supported':
      return `The adapter ${quote(adapter)} supports the versions ${reason.versions.join(', ')}; not ${version}.`;
    case 'classes-not-allowed':
      return `The adapter ${quote(adapter)} does not allow the capability classes ${reason.classes.join(', ')}.`;
    default:
      return reason satisfies never;
  }
}

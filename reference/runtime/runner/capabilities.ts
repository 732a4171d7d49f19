import { type CapabilityClass, capabilityClasses } from '#spec/contracts/vocabulary.ts';
import type { CapabilitySource } from '#spec/failure/runner.ts';
import { canonicalHost } from '../../manifest/validate/host.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { trim } from '../../text/white-space.ts';
import { type RunnerResult, refuse } from './failure.ts';
import type { CapabilityLists, RunnerPolicy } from './policy.ts';

/** The one spelling of an entry without white space around it, or nothing where it is no such entry. */
type Spelling = (entry: string) => string | undefined;

const spellings: Readonly<Record<CapabilityClass, Spelling>> = {
  http_hosts: canonicalHost,
  secrets: (entry) => (isName(entry) || isScopedSecret(entry) ? entry : undefined),
  storage_prefixes: (entry) => (isName(entry) && !entry.includes('..') && !entry.startsWith('/') ? entry : undefined),
  channels: (entry) => (isName(entry) ? entry : undefined),
};

function isName(text: string): boolean {
  return /^[a-z0-9._/-]+$/.test(text);
}

/** The scope and the key of a manifest: a colon stands only where a manifest may have one. */
function isScopedSecret(text: string): boolean {
  return /^(?:global|(?:principal|channel|skill):[a-z0-9._:-]+)\/[a-z0-9._:-]+$/.test(text);
}

/** Sorted by bytes, each once. An entry of nothing but white space asks for nothing. */
function normalise(
  which: CapabilityClass,
  entries: readonly string[],
  source: CapabilitySource,
): RunnerResult<readonly string[]> {
  const values = new Set<string>();
  for (const entry of entries) {
    const trimmed = trim(entry);
    if (trimmed === '') continue;
    const value = spellings[which](trimmed);
    if (value === undefined) return refuse({ code: 'runner.bad-capability', class: which, source, value: entry });
    values.add(value);
  }
  return { ok: true, value: [...values].sort(compareBytes) };
}

/** Each list in its one spelling, or the first entry that is none of its class. */
export function normaliseAll(
  lists: CapabilityLists,
  sourceOf: (which: CapabilityClass) => CapabilitySource,
): RunnerResult<CapabilityLists> {
  const normal = { ...lists };
  for (const each of capabilityClasses) {
    const values = normalise(each, lists[each], sourceOf(each));
    if (!values.ok) return values;
    normal[each] = values.value;
  }
  return { ok: true, value: normal };
}

/** What of a manifest could be asked for. The rest, such as a wildcard, grants nothing and is in nobody's way. */
function requestable(which: CapabilityClass, entries: readonly string[]): ReadonlySet<string | undefined> {
  return new Set(entries.map((entry) => spellings[which](trim(entry))));
}

/**
 * The request in its one spelling, where the policy, and the manifest of a skill, allow all of it. What is misspelt is
 * found before anything is denied.
 */
export function grantCapabilities(
  requested: CapabilityLists,
  policy: RunnerPolicy,
  manifest: CapabilityLists | undefined,
): RunnerResult<CapabilityLists> {
  const wanted = normaliseAll(requested, (which) => `capabilities.${which}`);
  if (!wanted.ok) return wanted;
  const allowed = normaliseAll(policy.allowed, (which) => `policy.allowed_${which}`);
  if (!allowed.ok) return allowed;
  for (const which of capabilityClasses) {
    const byPolicy = new Set(allowed.value[which]);
    const byManifest = manifest && requestable(which, manifest[which]);
    const denied = wanted.value[which].filter((value) => !byPolicy.has(value) || byManifest?.has(value) === false);
    if (denied.length > 0) return refuse({ code: 'runner.denied', class: which, values: denied });
  }
  return wanted;
}

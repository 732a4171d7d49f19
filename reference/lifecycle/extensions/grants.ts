import { type GrantClass, grantClasses, grantClassFacts } from '#spec/extensions.ts';
import type { Json, JsonObject } from '#spec/json/value.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { isBlank, trim } from '../../text/white-space.ts';
import type { Grant } from './record.ts';

export interface CapabilityDiff {
  readonly valid: boolean;
  readonly requested: readonly Grant[];
  readonly granted: readonly Grant[];
  readonly missing: readonly Grant[];
  readonly excess: readonly Grant[];
}

/** EXT-CANONICAL: trimmed, without blank values, each once, in the order of class, value, scope. */
function canonicalGrants(grants: readonly Grant[]): readonly Grant[] {
  const kept = new Map<string, Grant>();
  for (const { class: of, value, scope } of grants) {
    if (isBlank(value)) continue;
    const grant = { class: of, value: trim(value), scope };
    kept.set(keyOf(grant), grant);
  }
  return [...kept.values()].sort(compareGrants);
}

/** EXT-DIFF: a grant of another scope is another grant. */
export function capabilityDiff(requested: readonly Grant[], granted: readonly Grant[]): CapabilityDiff {
  const wanted = canonicalGrants(requested);
  const given = canonicalGrants(granted);
  const missing = without(wanted, given);
  const excess = without(given, wanted);
  return { valid: missing.length === 0 && excess.length === 0, requested: wanted, granted: given, missing, excess };
}

export function diffToJson({ valid, requested, granted, missing, excess }: CapabilityDiff): JsonObject {
  return new Map<string, Json>([
    ['valid', valid],
    ['requested', requested.map(grantToJson)],
    ['granted', granted.map(grantToJson)],
    ['missing', missing.map(grantToJson)],
    ['excess', excess.map(grantToJson)],
  ]);
}

export function keyOf({ class: of, value, scope }: Grant): string {
  return JSON.stringify([of, value, scope]);
}

function without(grants: readonly Grant[], others: readonly Grant[]): readonly Grant[] {
  const keys = new Set(others.map(keyOf));
  return grants.filter((grant) => !keys.has(keyOf(grant)));
}

function compareGrants(a: Grant, b: Grant): number {
  const byClass = rankOf(a.class) - rankOf(b.class);
  // No scope comes before every scope, an empty one included.
  return byClass || compareBytes(a.value, b.value) || compareBytes(scopeKey(a), scopeKey(b));
}

function rankOf(one: GrantClass): number {
  return grantClasses.indexOf(one);
}

function scopeKey({ scope }: Grant): string {
  return scope === null ? '' : `+${scope}`;
}

function grantToJson({ class: of, value, scope }: Grant): JsonObject {
  const json = new Map<string, Json>([
    ['class', of],
    ['value', value],
  ]);
  if (scope !== null) json.set('scope', scope);
  return json.set('policy_action', grantClassFacts[of].action);
}

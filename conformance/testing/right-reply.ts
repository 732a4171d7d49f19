import type { Reply, WireValue } from '#spec/operations.ts';
import type { CaseExpectation } from '../runner/judge.ts';
import { fieldsOf, isList } from '../runner/match.ts';

/** The reply that meets what several cases expect of one question; each may look at another part of the answer. */
export function rightReply(expectations: readonly CaseExpectation[]): Reply {
  let value: WireValue = {};
  let budgets: readonly bigint[] | undefined;
  for (const expectation of expectations) {
    if (expectation.outcome === 'reject') return { outcome: 'reject', reason: expectation.code, native: '' };
    if (expectation.outcome === 'observe') continue;
    if (expectation.value !== undefined) value = merged(value, expectation.value);
    if (expectation.relation !== undefined) budgets ??= expectation.budgets;
  }
  return { outcome: 'ok', value: budgets === undefined ? value : merged({ runs: relatedRuns(value, budgets) }, value) };
}

/** Runs that cost nothing, and else are as far as is named. */
function relatedRuns(value: WireValue, budgets: readonly bigint[]): readonly WireValue[] {
  const runs = fieldsOf(value)?.get('runs') ?? [];
  const named = budgets.map((_, at) => fieldsOf((isList(runs) ? runs[at] : undefined) ?? {}));
  const exitCode = named.flatMap((run) => run?.get('exitCode') ?? [])[0] ?? 0n;
  return budgets.map((budget, at) =>
    named[at]?.get('stop') === 'limit' ? { stop: 'limit', fuelLeft: 0n } : { stop: null, exitCode, fuelLeft: budget },
  );
}

/** What both name, and where both name something the second. */
function merged(one: WireValue, other: WireValue): WireValue {
  if (isList(one) && isList(other)) return other.map((item, at) => merged(one[at] ?? item, item));
  const [fields, others] = [fieldsOf(one), fieldsOf(other)];
  if (fields === undefined || others === undefined) return other;
  const both = new Map(fields);
  for (const [key, value] of others) both.set(key, merged(fields.get(key) ?? value, value));
  return both;
}

import { type EvaluationRunStatus, grantClassFacts, type PackageStatus, rollbackAction } from '#spec/extensions.ts';
import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { keyOf } from './grants.ts';
import type { Grant } from './record.ts';

/** What became of one fixture of an evaluation. */
export interface EvaluationOutcome {
  readonly fixtureId: string;
  readonly passed: boolean;
  readonly failedChecks: readonly string[];
  readonly flaky: boolean;
  readonly providerUsage: ReadonlyMap<string, bigint>;
  readonly artifactRefs: readonly string[];
}

export interface EvaluationFixture {
  readonly fixtureId: string;
  readonly expectedOutputs: ReadonlyMap<string, Json>;
  readonly requiredCapabilities: readonly Grant[];
}

/** EXT-OUTCOME, EXT-OUTCOME-EXACT: what a fixture asks for has to be there; what is there beyond that does not matter. */
export function evaluateFixture(
  { fixtureId, expectedOutputs, requiredCapabilities }: EvaluationFixture,
  outputs: ReadonlyMap<string, Json>,
  granted: readonly Grant[],
): EvaluationOutcome {
  const keys = new Set(granted.map(keyOf));
  const mismatches = [...expectedOutputs]
    .filter(([key, expected]) => !isSame(expected, outputs.get(key)))
    .map(([key]) => key)
    .sort(compareBytes);
  const missing = requiredCapabilities.filter((capability) => !keys.has(keyOf(capability)));
  const failedChecks = [
    ...mismatches.map((key) => `expected_output_mismatch:${key}`),
    ...missing.map((each) => `missing_capability:${grantClassFacts[each.class].shown}:${each.value}`),
  ];
  // A harness that runs a fixture once cannot tell that it is flaky.
  const unknown = { flaky: false, providerUsage: new Map<string, bigint>(), artifactRefs: [] };
  return { fixtureId, passed: failedChecks.length === 0, failedChecks, ...unknown };
}

export interface EvaluationRun {
  readonly runId: string;
  readonly packageId: string;
  readonly outcomes: readonly EvaluationOutcome[];
  readonly regressionLabels: readonly string[];
  readonly recordedAt: bigint;
}

/** EXT-RUN-RECORD: everything that several outcomes say is there once. */
export function evaluationRecord({ runId, packageId, outcomes, ...rest }: EvaluationRun): JsonObject {
  return new Map<string, Json>([
    ['schema_version', 1n],
    ['eval_run_id', runId],
    ['package_id', packageId],
    ['status', runStatus(outcomes)],
    ['outcomes', outcomes.map(outcomeToJson)],
    ['regression_labels', sortedUnique(rest.regressionLabels)],
    ['provider_usage', summed(outcomes)],
    ['artifact_refs', sortedUnique(outcomes.flatMap(({ artifactRefs }) => artifactRefs))],
    ['recorded_at_unix_ms', rest.recordedAt],
  ]);
}

/** EXT-RUN-STATUS: one flaky outcome leaves nothing to be said of the others. */
function runStatus(outcomes: readonly EvaluationOutcome[]): EvaluationRunStatus {
  if (outcomes.length === 0) return 'missing';
  if (outcomes.some(({ flaky }) => flaky)) return 'flaky';
  return outcomes.every(({ passed }) => passed) ? 'passed' : 'failed';
}

/** EXT-GATE: every reason why a package is not to be enabled yet. */
export function enableGate(
  compatible: boolean,
  status: PackageStatus,
  outcomes: readonly EvaluationOutcome[],
): JsonObject {
  const reasons: string[] = [];
  if (!compatible) reasons.push('compatibility_failed');
  if (status === 'quarantined') reasons.push('package_quarantined');
  if (outcomes.length === 0) reasons.push('eval_missing');
  for (const { fixtureId, passed, flaky } of outcomes) {
    if (!passed) reasons.push(`eval_failed:${fixtureId}`);
    if (flaky) reasons.push(`eval_flaky:${fixtureId}`);
  }
  return new Map<string, Json>([
    ['allowed', reasons.length === 0],
    ['reasons', reasons],
  ]);
}

/** EXT-ROLLBACK: no outcome at all is no regression. */
export function rollbackPlan(packageId: string, outcomes: readonly EvaluationOutcome[]): JsonObject {
  const regressed = outcomes.some(({ passed, flaky }) => !passed || flaky);
  return new Map([
    ['package_id', packageId],
    ['target_status', regressed ? 'rolled_back' : 'disabled'],
    ['policy_action', rollbackAction],
    ['audit_reason', regressed ? 'self_improvement_regression_gate_failed' : 'operator_requested_disable'],
  ]);
}

export function outcomeToJson(outcome: EvaluationOutcome): JsonObject {
  return new Map<string, Json>([
    ['fixture_id', outcome.fixtureId],
    ['passed', outcome.passed],
    ['failed_checks', outcome.failedChecks],
    ['flaky_signal', outcome.flaky],
    ['provider_usage', outcome.providerUsage],
    ['artifact_refs', outcome.artifactRefs],
  ]);
}

const largest = 2n ** 64n - 1n;

/** Beyond 64 bits a sum stays where it is: a wrapped one would call a costly run cheap. */
function summed(outcomes: readonly EvaluationOutcome[]): ReadonlyMap<string, bigint> {
  const total = new Map<string, bigint>();
  for (const { providerUsage } of outcomes) {
    for (const [name, used] of providerUsage) {
      const sum = (total.get(name) ?? 0n) + used;
      total.set(name, sum > largest ? largest : sum);
    }
  }
  return total;
}

function sortedUnique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort(compareBytes);
}

/** A list of what is left to compare goes deeper than recursion would. */
function isSame(one: Json, other: Json | undefined): boolean {
  const left: [Json, Json | undefined][] = [[one, other]];
  for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
    const [a, b] = pair;
    if (isJsonArray(a)) {
      if (!isJsonArray(b) || a.length !== b.length) return false;
      for (const [index, item] of a.entries()) left.push([item, b[index]]);
    } else if (isJsonObject(a)) {
      if (!isJsonObject(b) || a.size !== b.size) return false;
      for (const [key, inner] of a) left.push([inner, b.get(key)]);
    } else if (!Object.is(a, b)) {
      return false;
    }
  }
  return true;
}

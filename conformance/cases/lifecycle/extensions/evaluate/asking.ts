import type { World } from '#fixtures/world.ts';
import type { Evaluation } from '#spec/extensions.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Recipe, RecipeValue } from '../../../../case.ts';

export type Members = { readonly [field: string]: RecipeValue };

export function asking(evaluate: Evaluation, members: Members | ((world: World) => Members)) {
  return (world: World): Recipe => ({
    operation: 'extension.evaluate',
    model: { request: { evaluate, ...(typeof members === 'function' ? members(world) : members) } },
  });
}

/** What the result must hold; a world's own names may stand in it. */
export function answers(
  result: { readonly [field: string]: WireValue } | ((world: World) => { readonly [field: string]: WireValue }),
) {
  return {
    value: (world: World): WireValue => ({ result: typeof result === 'function' ? result(world) : result }),
  };
}

/** An outcome that passed. */
export function outcome(fixture: string, changes: Members = {}): Members {
  return {
    fixture_id: fixture,
    passed: true,
    failed_checks: [],
    flaky_signal: false,
    provider_usage: {},
    artifact_refs: [],
    ...changes,
  };
}

export function failed(fixture: string): Members {
  return outcome(fixture, { passed: false, failed_checks: ['expected_output_mismatch:text'] });
}

/** Flaky, though it passed this time. */
export function flaky(fixture: string): Members {
  return outcome(fixture, { flaky_signal: true });
}

export function failedAndFlaky(fixture: string): Members {
  return { ...failed(fixture), flaky_signal: true };
}

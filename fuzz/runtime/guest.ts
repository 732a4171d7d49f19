import type { Code } from '#fixtures/wasm/encoding.ts';
import { i32 } from '#fixtures/wasm/operators.ts';
import { type ImportPart, type ModuleParts, wasmModule } from '#fixtures/wasm/wasm-module.ts';
import { type Grants, noGrants } from '#reference/runtime/engine/capabilities.ts';
import { Engine, type RunReport, type RunRequest } from '#reference/runtime/engine/engine.ts';
import type { Scrutiny } from '#reference/runtime/engine/insight.ts';
import type { RunLimits } from '#reference/runtime/engine/link.ts';
import { capabilityModule, runtimeDefaults } from '#spec/constants.ts';

export const engine = new Engine();

export const twoHosts: Grants = { ...noGrants, http: ['a.example', 'b.example'] };

/** A module whose `run` has this body. It is the last function. */
export function guest(body: Code, parts: ModuleParts & { readonly locals?: readonly number[] } = {}) {
  const run = { params: [], results: [i32], body, locals: parts.locals ?? [], export: 'run' };
  return wasmModule({ ...parts, functions: [...(parts.functions ?? []), run] });
}

export function capability(name: string, params: readonly number[] = [], results: readonly number[] = [i32]) {
  return { module: capabilityModule, name, what: { params, results } } satisfies ImportPart;
}

export interface Run {
  readonly fuel?: bigint;
  readonly entrypoint?: string;
  readonly grants?: Grants;
  readonly limits?: Partial<RunLimits>;
  readonly timeout?: RunRequest['timeout'];
  readonly scrutiny?: Scrutiny;
}

/** How a module's run ended; a module that is no module did not come to run. */
export function runGuest(bytes: Uint8Array<ArrayBuffer>, how: Run = {}): RunReport {
  const prepared = engine.prepare(bytes, how.scrutiny);
  if (!prepared.ok) throw new Error(`The guest is refused: ${JSON.stringify(prepared.failure)}`);
  const fuelBudget = how.fuel ?? how.limits?.fuelBudget ?? runtimeDefaults.fuelBudget;
  return engine.run({
    module: prepared.value,
    entrypoint: how.entrypoint ?? 'run',
    limits: { ...runtimeDefaults, ...how.limits, fuelBudget },
    grants: how.grants ?? noGrants,
    ...(how.timeout && { timeout: how.timeout }),
  });
}

/** The outcome in one word, as the tables of the rule write it: the exit code, or the class. */
export function verdict(bytes: Uint8Array<ArrayBuffer>, how: Run = {}): number | string {
  if (!engine.prepare(bytes).ok) return 'compile';
  const { outcome } = runGuest(bytes, how);
  return outcome.kind === 'finished' ? outcome.exitCode : outcome.class;
}

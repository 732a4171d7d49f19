import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import type { ModuleContent } from '#fixtures/wasm/module-content.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import type { RunAnswer, WireValue } from '#spec/operations.ts';
import type { StopClass } from '#spec/runtime.ts';
import type { Recipe } from '../../case.ts';
import type { RunModel } from '../../recipe/models.ts';

const nothing = { http_hosts: [], secret_keys: [], storage_prefixes: [], channels: [] };

/** What a run is given where a case says nothing else: the defaults of a host, no grants, no timeout. */
const usual = {
  entrypoint: 'run',
  grants: nothing,
  limits: {
    max_memory_bytes: runtimeDefaults.memoryBytes,
    max_table_elements: runtimeDefaults.tableElements,
    max_instances: runtimeDefaults.instances,
  },
  fuelBudgets: [runtimeDefaults.fuelBudget],
  timeoutMs: null,
} satisfies Omit<RunModel, 'module'>;

type Given = Partial<Omit<RunModel, 'module' | 'grants' | 'limits'>> & {
  readonly grants?: Partial<RunModel['grants']>;
  readonly limits?: Partial<RunModel['limits']>;
};

/** The call that runs a module; what is not given is as usual. */
export function running(module: ModuleContent, given: Given = {}): () => Recipe {
  const model = {
    ...usual,
    ...given,
    module,
    grants: { ...usual.grants, ...given.grants },
    limits: { ...usual.limits, ...given.limits },
  };
  return () => ({ operation: 'runtime.run', model });
}

export function wat(text: string): ModuleContent {
  return { wat: text };
}

export function guest(name: GuestName): ModuleContent {
  return guestModule(name);
}

/** A module whose `run` has this body, behind the other fields of the module. */
export function body(code: string, fields = ''): ModuleContent {
  return wat(`(module ${fields} (func (export "run") (result i32) ${code}))`);
}

/** One run each: an exit code, or why it stopped. */
export function ended(...runs: readonly (number | StopClass)[]): { readonly value: () => WireValue } {
  return { value: () => ({ runs: runs.map((one) => (typeof one === 'number' ? finished(one) : { stop: one })) }) };
}

function finished(exitCode: number): Partial<RunAnswer> {
  return { stop: null, exitCode: BigInt(exitCode) };
}

import { i32, i32Const, unreachable } from '#fixtures/wasm/operators.ts';
import { wasmModule } from '#fixtures/wasm/wasm-module.ts';
import type { World } from '#fixtures/world.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import type { HookFailureKind } from '#spec/hooks.ts';
import type { WireValue } from '#spec/operations.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { EditPath, Recipe } from '../../../case.ts';
import type { DispatchModel, InstalledModel, JsonModel } from '../../../recipe/models.ts';
import { both, skill as skillOf, withGuest, withLines, withModule } from '../../runtime/runner/given.ts';

type Record = { readonly [field: string]: JsonModel };

/** Every row is named without what the ids have in common, and names its neighbours so. */
export const id = (name: string) => `lifecycle/hooks-${name}`;

export const boundAt = 1_700_000_000_000n;

export function hookId({ tool }: World, name: string): string {
  return `${tool}.${name}`;
}

export function pluginId({ publisher }: World, name: string): string {
  return `${publisher}.${name}`;
}

/** A binding as it is kept. */
export function hook(world: World, name: string, fields: Record = {}): Record {
  return {
    hook_id: hookId(world, name),
    event: 'skill:quarantined',
    plugin_id: pluginId(world, name),
    enabled: true,
    operator: {},
    created_at_unix_ms: boundAt,
    updated_at_unix_ms: boundAt,
    ...fields,
  };
}

export function hookDocument(entries: readonly Record[]): { readonly json: Record } {
  return { json: { schema_version: 1n, updated_at_unix_ms: boundAt, entries } };
}

/** A plugin that calls one export of the skill that is installed. */
function plugin(world: World, name: string, fields: Record): Record {
  return {
    plugin_id: pluginId(world, name),
    enabled: true,
    skill_id: world.skillId,
    capability_profile: { http_hosts: [], secrets: [], storage_prefixes: [], channels: [] },
    operator: { tags: [] },
    created_at_unix_ms: boundAt,
    updated_at_unix_ms: boundAt,
    ...fields,
  };
}

function pluginDocument(entries: readonly Record[]): { readonly json: Record } {
  return { json: { schema_version: 2n, updated_at_unix_ms: boundAt, entries } };
}

/** A hook and its plugin, both called so; the plugin has this entrypoint, unless it is said in full. */
type Bound = readonly [name: string, entrypoint: string | Record, hook?: Record];

interface Given extends Partial<Omit<DispatchModel, 'policy'>> {
  readonly bound: readonly Bound[];
  readonly policy?: DispatchModel['policy'];
}

const usualPolicy = {
  enabled: true,
  allow_inline_modules: false,
  max_module_size_bytes: runnerDefaults.maxModuleBytes,
  fuel_budget: runtimeDefaults.fuelBudget,
  max_memory_bytes: runtimeDefaults.memoryBytes,
  max_table_elements: runtimeDefaults.tableElements,
  max_instances: runtimeDefaults.instances,
  allowed_http_hosts: ['api.example.com'],
  allowed_secrets: [],
  allowed_storage_prefixes: ['plugins/cache'],
  allowed_channels: [],
} satisfies DispatchModel['policy'];

/** An event, and everything that a host knows when it comes. Nothing is said of the one skill that is installed. */
export function dispatching(given: Given | ((world: World) => Given)): (world: World) => Recipe {
  return (world) => {
    const { bound, policy, ...rest } = typeof given === 'function' ? given(world) : given;
    const model: DispatchModel = {
      bindings: hookDocument(bound.map(([name, , fields]) => hook(world, name, fields))),
      plugins: pluginDocument(
        bound.map(([name, how]) => plugin(world, name, typeof how === 'string' ? { entrypoint: how } : how)),
      ),
      installed: [codes(world)],
      statuses: [],
      policy: { ...usualPolicy, ...policy },
      timeoutMs: 60_000n,
      event: 'skill:quarantined',
      payload: payloadOf(world),
      ...rest,
    };
    return { operation: 'hooks.dispatch', model };
  };
}

/** Of the skill that the plugins are of, or of another one. */
export function payloadOf(world: World, skillId = world.skillId): Record {
  return {
    event: 'skill.quarantined',
    skill_id: skillId,
    version: '3.1.4',
    status: 'quarantined',
    reason: null,
    detected_at_ms: world.nowUnixMs,
    operator_principal: 'system:daemon',
  };
}

export const exitCodes = [
  ...[-2_147_483_648, -1, 0, 1, 7, 9, 10, 11, 19, 20, 21, 29, 30, 31, 39, 40, 41, 49, 50, 51, 2_147_483_647],
];

/** The export that gives the code. */
export function giving(code: number): string {
  return code < 0 ? `minus${-code}` : `code${code}`;
}

/** Never ends. */
const endless = [0x03, 0x40, 0x0c, 0x00, 0x0b, ...unreachable];

const codesModule = wasmModule({
  functions: [
    ...exitCodes.map((code) => ({ params: [], results: [i32], body: i32Const(code), export: giving(code) })),
    { params: [], results: [i32], body: unreachable, export: 'trap' },
    { params: [], results: [i32], body: endless, export: 'endless' },
    { params: [i32], results: [i32], body: i32Const(7), export: 'with-argument' },
    { params: [], results: [], body: [], export: 'without-result' },
  ],
});

/** The skill that is installed: an export for each exit code, and some that do not end well. */
export function codes(world: World, lines = ''): InstalledModel {
  return skillOf(world, both(withModule(codesModule), withLines(lines)));
}

/** A skill that counts what it was granted. */
export function counting(world: World, lines = ''): InstalledModel {
  return skillOf(world, both(withGuest('echo'), withLines(lines)));
}

export function ran(world: World, name: string, exitCode: number): WireValue {
  return outcome(world, name, { failure: null, output: { exit_code: BigInt(exitCode) } });
}

export function failed(world: World, name: string, failure: HookFailureKind): WireValue {
  return outcome(world, name, { failure, output: null });
}

function outcome(world: World, name: string, value: { readonly [field: string]: WireValue }): WireValue {
  return { hook_id: hookId(world, name), plugin_id: pluginId(world, name), ...value };
}

export function atHook(index: number, field: string): EditPath {
  return ['bindings', 'json', 'entries', index, field];
}

export function atPlugin(index: number, field: string): EditPath {
  return ['plugins', 'json', 'entries', index, field];
}

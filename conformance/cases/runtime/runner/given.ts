import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { GuestName } from '#fixtures/guests/guest.ts';
import { guestModule } from '#fixtures/guests/guests.ts';
import type { World } from '#fixtures/world.ts';
import type { Content } from '#fixtures/zip/content.ts';
import { runtimeDefaults } from '#spec/constants.ts';
import { runnerDefaults } from '#spec/runner.ts';
import type { Edit, EditPath, Recipe, RecipeValue } from '../../../case.ts';
import type { InstalledModel, JsonModel, RunnerModel } from '../../../recipe/models.ts';
import { insert, put } from '../../../rows.ts';

type Policy = RunnerModel['policy'];
export type Fields = { readonly [field: string]: JsonModel };

/** An operator who lets everything be run, and allows one thing of each class. */
const usualPolicy = {
  enabled: true,
  allow_inline_modules: true,
  max_module_size_bytes: runnerDefaults.maxModuleBytes,
  fuel_budget: runtimeDefaults.fuelBudget,
  max_memory_bytes: runtimeDefaults.memoryBytes,
  max_table_elements: runtimeDefaults.tableElements,
  max_instances: runtimeDefaults.instances,
  allowed_http_hosts: ['api.example.com'],
  allowed_secrets: ['db_password'],
  allowed_storage_prefixes: ['plugins/cache'],
  allowed_channels: ['cli'],
} satisfies Policy;

/** What the manifest of the smallest artifact says, and so what it is installed as. */
export const installedVersion = '3.1.4';

interface Given {
  readonly input: RunnerModel['input'];
  readonly policy?: Policy;
  readonly installed?: RunnerModel['installed'];
  /** Far more than any run needs, where nothing is said. */
  readonly timeoutMs?: bigint;
}

export function calling(given: (world: World) => Given): (world: World) => Recipe {
  return (world) => {
    const { input, policy, installed = [], timeoutMs = 60_000n } = given(world);
    return { operation: 'runner.run', model: { input, policy: { ...usualPolicy, ...policy }, installed, timeoutMs } };
  };
}

/** An input that brings a module; the guest gives 42. */
export function inline(fields: Fields = {}, given: Omit<Given, 'input'> = {}): (world: World) => Recipe {
  return calling(() => ({ input: { json: inlineFields(fields) }, ...given }));
}

export function inlineFields(fields: Fields): Fields {
  return { module_base64: base64Of('answer'), entrypoint: 'run', ...fields };
}

/** The input as a text, for what cannot be said by a document. */
export function inlineText(fields: Fields = {}): string {
  return JSON.stringify(inlineFields(fields));
}

/** An input that names the one skill that is installed. */
export function ofSkill(
  fields: Fields | ((world: World) => Fields) = {},
  change: ArtifactChange = same,
  given: Omit<Given, 'input' | 'installed'> = {},
): (world: World) => Recipe {
  return calling((world) => ({
    input: { json: skillFields(world, typeof fields === 'function' ? fields(world) : fields) },
    installed: [skill(world, change)],
    ...given,
  }));
}

export function skillFields({ skillId }: World, fields: Fields = {}): Fields {
  return { skill_id: skillId, entrypoint: 'run', ...fields };
}

export type ArtifactChange = (base: ArtifactModel, world: World) => ArtifactModel;

export function skill(world: World, change: ArtifactChange = same, more: Partial<InstalledModel> = {}): InstalledModel {
  const artifact = change(withModule(guestModule('answer'))(baseArtifact(world), world), world);
  return { skillId: world.skillId, version: installedVersion, current: true, artifact, ...more };
}

/** The one module that an artifact has by itself. */
export const mainModule = 'modules/main.wasm';

export function withModule(bytes: Content): ArtifactChange {
  return (base) => ({ ...base, modules: [{ path: 'main.wasm', bytes }] });
}

export function withGuest(name: GuestName): ArtifactChange {
  return withModule(guestModule(name));
}

/** Lines behind the manifest of the smallest artifact. */
export function withLines(lines: string): ArtifactChange {
  return (base) => ({ ...base, manifest: `${base.manifest}\n${lines}\n` });
}

export function both(first: ArtifactChange, second: ArtifactChange): ArtifactChange {
  return (base, world) => second(first(base, world), world);
}

export function base64Of(name: GuestName): string {
  return base64(guestModule(name));
}

export function base64(bytes: Uint8Array | string): string {
  return Buffer.from(bytes).toString('base64');
}

export function put64(bytes: Uint8Array | string): Edit {
  return field('module_base64', base64(bytes));
}

export function putGuest(name: GuestName): Edit {
  return field('module_base64', base64Of(name));
}

export function field(name: string, value: RecipeValue): Edit {
  return put(at(name), value);
}

export function at(...path: EditPath): EditPath {
  return ['input', 'json', ...path];
}

/** Another module in the artifact of the skill. */
export function putModule(bytes: RecipeValue): Edit {
  return put(['installed', 0, 'artifact', 'modules', 0, 'bytes'], bytes);
}

/** One more, behind the one that is there. */
export function addModule(path: string, bytes: string): Edit {
  return insert(['installed', 0, 'artifact', 'modules', 1], { path, bytes });
}

/** A field as ids have it. */
export function kebab(field: string): string {
  return field.replaceAll('_', '-');
}

export function policy(name: keyof typeof usualPolicy, value: RecipeValue): Edit {
  return put(['policy', name], value);
}

/** Gives 42, from where it should come from. */
export const inlineAnswer = { exit_code: 42n, resolved_from: 'inline_module', skill: null } as const;
export const skillAnswer = { exit_code: 42n, resolved_from: 'installed_skill_artifact' } as const;

/** The two inputs that most refused ones are one edit away from. */
export const plainInline = 'inline';
export const plainSkill = 'skill';

function same(base: ArtifactModel): ArtifactModel {
  return base;
}

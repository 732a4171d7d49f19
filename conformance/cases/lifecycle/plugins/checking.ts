import type { World } from '#fixtures/world.ts';
import { type CapabilityClass, capabilityClasses } from '#spec/contracts/vocabulary.ts';
import type { Recipe } from '../../../case.ts';
import type { InstalledModel, PluginCheckModel } from '../../../recipe/models.ts';
import { type ArtifactChange, skill, withLines } from '../../runtime/runner/given.ts';
import { type Fields, noLists, record } from './given.ts';

export type Lists = Partial<Readonly<Record<CapabilityClass, readonly string[]>>>;

interface Checked extends Partial<Omit<PluginCheckModel, 'binding' | 'policy' | 'installed'>> {
  /** Fields of the binding besides those that every one has. */
  readonly fields?: Fields;
  readonly policy?: Lists;
  /** What the artifact of the one installed skill is like. */
  readonly artifact?: ArtifactChange;
  readonly installed?: readonly InstalledModel[] | null;
}

/** Asks whether a plugin of the smallest skill is ready; where nothing is said, all is well. */
export function checking(given: Checked | ((world: World) => Checked) = {}): (world: World) => Recipe {
  return (world) => {
    const { fields, policy, artifact, ...rest } = typeof given === 'function' ? given(world) : given;
    const usual = { status: 'active', trustDecision: 'allowlisted', config: null, filesystem: [] };
    const installed = [skill(world, artifact)];
    const model = { installed, ...usual, ...rest, binding: record(world, fields), policy: { ...noLists, ...policy } };
    return { operation: 'plugins.check', model };
  };
}

/** A manifest that declares the values of each class; secrets are of the scope `global`. */
export function declaring(lists: Lists, lines = ''): ArtifactChange {
  const { http_hosts = [], secrets = [], storage_prefixes = [], channels = [] } = lists;
  const all = [...http_hosts, ...secrets, ...storage_prefixes, ...channels];
  const list = (values: readonly string[]) => JSON.stringify(values);
  return withLines(
    [
      '[capabilities]',
      `http_egress_allowlist = ${list(http_hosts)}`,
      `node_capabilities = ${list(channels)}`,
      ...(storage_prefixes.length === 0
        ? []
        : ['[capabilities.filesystem]', `write_roots = ${list(storage_prefixes)}`]),
      ...(all.some((value) => value.includes('*')) ? ['[capabilities.wildcard_opt_in]', ...optIns] : []),
      ...(secrets.length === 0 ? [] : ['[[capabilities.secrets]]', 'scope = "global"', `key_names = ${list(secrets)}`]),
      lines,
    ].join('\n'),
  );
}

const optIns = ['http_egress', 'secrets', 'filesystem', 'node'].map((name) => `${name} = true`);

/** One value of each class that all three voices can have. */
export const usualValue: Readonly<Record<CapabilityClass, string>> = {
  http_hosts: 'api.example.com',
  secrets: 'token',
  storage_prefixes: 'plugins/cache',
  channels: 'cli',
};

export function only(which: CapabilityClass, ...values: readonly string[]): Lists {
  return { [which]: values };
}

export function everything(values: Lists): Readonly<Record<CapabilityClass, readonly string[]>> {
  return { ...noLists, ...values };
}

export const classes: readonly CapabilityClass[] = capabilityClasses;

export function kebab(text: string): string {
  return text.replaceAll('_', '-');
}

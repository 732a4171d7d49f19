import { type Host, type Inspection, inspectArtifact } from '../../artifact/inspect.ts';
import { findSkill, type InstalledSkills } from '../../runtime/runner/installed-skills.ts';
import { moduleWithin } from '../../runtime/runner/resolve-skill.ts';
import type { PluginBinding } from './binding.ts';

export interface ResolvedPlugin {
  readonly skillId: string;
  readonly version: string;
  readonly modulePath: string;
}

/** What a binding leads to: a module, an artifact without that module, or nothing that can be used. */
export type Resolution =
  | { readonly kind: 'resolved'; readonly plugin: ResolvedPlugin; readonly inspection: Inspection }
  | { readonly kind: 'module-missing'; readonly inspection: Inspection }
  | { readonly kind: 'unresolved' };

/** PLUG-RESOLVED: by the steps of a run, so that what is checked is what is run. */
export function resolveBinding(binding: PluginBinding, installed: InstalledSkills, host: Host): Resolution {
  if (typeof installed === 'string') return { kind: 'unresolved' };
  const { skillId } = binding;
  const skill = findSkill(installed, skillId, binding.skillVersion);
  const artifact = skill?.artifact();
  if (skill === undefined || !(artifact instanceof Uint8Array)) return { kind: 'unresolved' };
  const inspection = inspectArtifact(artifact, host);
  if (!inspection.ok) return { kind: 'unresolved' };
  const { version } = skill;
  const within = moduleWithin(inspection.value, namesOf(binding), host.names, { skillId, version });
  if (within.ok) {
    const modulePath = within.value.skill?.modulePath ?? '';
    return { kind: 'resolved', plugin: { skillId, version, modulePath }, inspection: inspection.value };
  }
  switch (within.failure.code) {
    case 'runner.bad-module-path':
    case 'runner.unknown-module':
    case 'runner.several-modules':
      return { kind: 'module-missing', inspection: inspection.value };
    default:
      return { kind: 'unresolved' };
  }
}

function namesOf({ toolId, modulePath, entrypoint }: PluginBinding) {
  const names = { tool_id: toolId, module_path: modulePath, entrypoint } as const;
  const given = Object.entries(names).filter((name): name is [keyof typeof names, string] => name[1] !== undefined);
  return new Map(given);
}

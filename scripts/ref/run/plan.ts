import { type Host, inspectArtifact } from '#reference/artifact/inspect.ts';
import type { RunLimits } from '#reference/runtime/engine/link.ts';
import { parseEntrypoint } from '#reference/runtime/runner/entrypoint.ts';
import type { ModuleSource } from '#reference/runtime/runner/module-source.ts';
import { planRun, type RunPlan } from '#reference/runtime/runner/plan.ts';
import type { CapabilityLists } from '#reference/runtime/runner/policy.ts';
import { moduleWithin } from '#reference/runtime/runner/resolve-skill.ts';
import { artifactExtension, modulesFolder, limits as sizes } from '#spec/constants.ts';
import { ok } from '#spec/result.ts';
import type { RunnerTextField } from '#spec/runner.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';

/** What the command line asks for, whatever the plugin is. */
export interface Wish {
  readonly path: string;
  readonly module: string | undefined;
  readonly tool: string | undefined;
  readonly entrypoint: string | undefined;
  readonly limits: RunLimits;
  readonly timeoutMs: bigint;
  readonly grants: CapabilityLists;
}

/** The same plan that a host makes, under a policy that allows all that is asked for: only a manifest says no. */
export function planPlugin(bytes: Uint8Array, wish: Wish, host: Host): Outcome<RunPlan> {
  const source = isArtifact(bytes, wish.path) ? fromArtifact(bytes, wish, host) : fromModule(bytes, wish, host);
  if (!source.ok) return source;
  const { limits, grants, timeoutMs } = wish;
  // The engine itself says how large a module may be.
  const maxModuleBytes = BigInt(sizes.artifactBytes);
  const policy = { enabled: true, allowInlineModules: true, maxModuleBytes, limits, allowed: grants };
  return planRun(source.value, grants, policy, timeoutMs);
}

/** By its first bytes, which no module begins with, or else by its name. */
function isArtifact(bytes: Uint8Array, path: string): boolean {
  return (bytes[0] === 0x50 && bytes[1] === 0x4b) || path.endsWith(artifactExtension);
}

function fromModule(module: Uint8Array, wish: Wish, host: Host): Outcome<ModuleSource> {
  const option = wish.module !== undefined ? '--module' : wish.tool !== undefined ? '--tool' : undefined;
  if (option !== undefined) return refuse({ code: 'cli.needs-artifact', option });
  const entrypoint = parseEntrypoint(wish.entrypoint, host.names.defaultEntrypoint);
  return entrypoint.ok ? ok({ module, entrypoint: entrypoint.value, skill: undefined }) : entrypoint;
}

function fromArtifact(bytes: Uint8Array, wish: Wish, host: Host): Outcome<ModuleSource> {
  const inspection = inspectArtifact(bytes, host);
  if (!inspection.ok) return inspection;
  const texts = new Map<RunnerTextField, string>();
  if (wish.module !== undefined) texts.set('module_path', inFolder(wish.module));
  if (wish.tool !== undefined) texts.set('tool_id', wish.tool);
  if (wish.entrypoint !== undefined) texts.set('entrypoint', wish.entrypoint);
  const { skillId, version } = inspection.value.manifest;
  return moduleWithin(inspection.value, texts, host.names, { skillId, version });
}

/** The command that builds an artifact puts a module there too. */
function inFolder(module: string): string {
  return module.startsWith(modulesFolder) ? module : `${modulesFolder}${module}`;
}

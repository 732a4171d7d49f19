import { moduleSuffix, modulesFolder, type Names } from '#spec/constants.ts';
import { describeFailure } from '#spec/failure/describe.ts';
import type { RunnerTextField } from '#spec/runner.ts';
import { type Host, type Inspection, inspectArtifact } from '../../artifact/inspect.ts';
import { trim } from '../../text/white-space.ts';
import { parseEntrypoint } from './entrypoint.ts';
import { type RunnerResult, refuse } from './failure.ts';
import { findSkill, type InstalledSkills } from './installed-skills.ts';
import type { ModuleSource, SkillSource } from './module-source.ts';

export interface SkillWorld {
  readonly host: Host;
  /** Asked at most once, and only where a skill is named. */
  readonly skills: () => InstalledSkills;
}

/** Whether the skill is active and its publisher trusted has been decided by the caller. */
export function resolveSkill(
  texts: ReadonlyMap<RunnerTextField, string>,
  { host, skills }: SkillWorld,
): RunnerResult<ModuleSource> {
  const skillId = texts.get('skill_id');
  if (skillId === undefined) return refuse({ code: 'runner.no-module-source' });
  const installed = skills();
  if (typeof installed === 'string') return refuse({ code: 'runner.skills-unavailable', detail: installed });
  const wanted = trimmed(texts.get('skill_version'));
  const skill = findSkill(installed, skillId, wanted);
  if (skill === undefined) return refuse({ code: 'runner.not-installed', skillId, version: wanted });
  const artifact = skill.artifact();
  if (typeof artifact === 'string') return refuse({ code: 'runner.skills-unavailable', detail: artifact });
  const inspection = inspectArtifact(artifact, host);
  if (!inspection.ok) {
    const { failure } = inspection;
    return refuse({ code: 'runner.bad-artifact', because: failure.code, says: describeFailure(failure) });
  }
  return moduleWithin(inspection.value, texts, host.names, { skillId, version: skill.version });
}

/** Which module of an artifact is to be run, and what of it. */
export function moduleWithin(
  { manifest, entries }: Inspection,
  texts: ReadonlyMap<RunnerTextField, string>,
  { defaultEntrypoint }: Names,
  skill: Pick<SkillSource, 'skillId' | 'version'>,
): RunnerResult<ModuleSource> {
  const toolId = trimmed(texts.get('tool_id'));
  if (toolId !== undefined && !manifest.entrypoints.tools.some(({ id }) => id === toolId)) {
    return refuse({ code: 'runner.unknown-tool', toolId });
  }
  const module = chooseModule(entries, trimmed(texts.get('module_path')));
  if (!module.ok) return module;
  const entrypoint = parseEntrypoint(texts.get('entrypoint'), defaultEntrypoint);
  if (!entrypoint.ok) return entrypoint;
  const { path: modulePath, bytes } = module.value;
  return {
    ok: true,
    value: {
      module: bytes,
      entrypoint: entrypoint.value,
      skill: { ...skill, modulePath, toolId, manifest },
    },
  };
}

function trimmed(text: string | undefined): string | undefined {
  return text === undefined ? undefined : trim(text);
}

/** Where none is named there is only one. A name begins with the folder, so that it cannot begin with a slash. */
function chooseModule(
  entries: Inspection['entries'],
  wanted: string | undefined,
): RunnerResult<{ readonly path: string; readonly bytes: Uint8Array }> {
  if (wanted !== undefined) {
    if (!isModule(wanted) || /\.\.|\0/.test(wanted)) return refuse({ code: 'runner.bad-module-path', path: wanted });
    const bytes = entries.get(wanted);
    if (bytes === undefined) return refuse({ code: 'runner.unknown-module', path: wanted });
    return { ok: true, value: { path: wanted, bytes } };
  }
  const modules = [...entries].filter(([path]) => isModule(path));
  const [only] = modules;
  if (only === undefined || modules.length > 1) {
    return refuse({ code: 'runner.several-modules', count: modules.length });
  }
  const [path, bytes] = only;
  return { ok: true, value: { path, bytes } };
}

function isModule(path: string): boolean {
  return path.startsWith(modulesFolder) && path.endsWith(moduleSuffix);
}

import type { RunnerTextField } from '#spec/runner.ts';
import { decodeBase64 } from '../../text/base64.ts';
import { parseEntrypoint } from './entrypoint.ts';
import { type RunnerResult, refuse } from './failure.ts';
import type { RunInput } from './input.ts';
import type { ModuleSource } from './module-source.ts';
import type { RunnerPolicy } from './policy.ts';
import { resolveSkill, type SkillWorld } from './resolve-skill.ts';

export function resolveModule(
  { texts }: RunInput,
  { allowInlineModules }: RunnerPolicy,
  world: SkillWorld,
): RunnerResult<ModuleSource> {
  const wat = texts.get('module_wat');
  const base64 = texts.get('module_base64');
  if (wat === undefined && base64 === undefined) return resolveSkill(texts, world);

  if (!allowInlineModules) return refuse({ code: 'runner.inline-not-allowed' });
  const skillFields: readonly RunnerTextField[] = ['module_path', 'tool_id'];
  const field = skillFields.find((each) => texts.has(each));
  if (field !== undefined) return refuse({ code: 'runner.inline-with-skill-field', field });
  if (wat !== undefined && base64 !== undefined) return refuse({ code: 'runner.two-modules' });

  // Either may hold a text or a binary: which of them it is, its first bytes say.
  const module = wat === undefined ? decodeBase64(base64 ?? '') : new TextEncoder().encode(wat);
  if (module === undefined) return refuse({ code: 'runner.bad-base64' });
  const entrypoint = parseEntrypoint(texts.get('entrypoint'), world.host.names.defaultEntrypoint);
  if (!entrypoint.ok) return entrypoint;
  return { ok: true, value: { module, entrypoint: entrypoint.value, skill: undefined } };
}

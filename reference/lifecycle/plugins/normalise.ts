import { moduleSuffix, modulesFolder } from '#spec/constants.ts';
import { longestBindingId } from '#spec/plugins.ts';
import { fail, ok, type Result } from '#spec/result.ts';
import { normaliseAll } from '../../runtime/runner/capabilities.ts';
import { compareBytes } from '../../text/byte-order.ts';
import { asciiLower, trim } from '../../text/white-space.ts';
import type { BindingOperator, BindingRequest, CapabilityProfile } from './binding.ts';

/** Every value in its one spelling, in the order in which a binding names them; the first that has none is the answer. */
export function normaliseRequest<R extends BindingRequest>(request: R, at = ''): Result<R> {
  const pluginId = normaliseBindingId(request.pluginId, `${at}plugin_id`);
  if (!pluginId.ok) return pluginId;
  const skillId = normaliseBindingId(request.skillId, `${at}skill_id`);
  if (!skillId.ok) return skillId;
  const toolId = blankless(request.toolId);
  if (toolId !== undefined && !/^[a-z0-9._-]+$/.test(toolId)) {
    return fail({ code: 'plugins.bad-id', path: `${at}tool_id`, value: toolId });
  }
  const modulePath = blankless(request.modulePath);
  if (modulePath !== undefined && !isModulePath(modulePath)) {
    return fail({ code: 'plugins.bad-module-path', value: modulePath });
  }
  const entrypoint = blankless(request.entrypoint);
  if (entrypoint !== undefined && !/^[a-z0-9_-]+$/.test(entrypoint)) {
    return fail({ code: 'plugins.bad-entrypoint', value: entrypoint });
  }
  const profile = normaliseProfile(request.profile);
  if (!profile.ok) return profile;
  return ok({
    ...request,
    pluginId: pluginId.value,
    skillId: skillId.value,
    skillVersion: blankless(request.skillVersion),
    toolId,
    modulePath,
    entrypoint,
    profile: profile.value,
    operator: normaliseOperator(request.operator),
  });
}

/** PLUG-ID: it becomes the name of a folder, so `.` and `..` are none (PLUG-ID-DOTS). */
export function normaliseBindingId(text: string, path: string): Result<string> {
  const id = asciiLower(trim(text));
  const fits = /^[a-z0-9._-]+$/.test(id) && id.length <= longestBindingId && id !== '.' && id !== '..';
  return fits ? ok(id) : fail({ code: 'plugins.bad-id', path, value: text });
}

/** PLUG-PROFILE-FORM: the forms are those that a run asks for. */
function normaliseProfile(profile: CapabilityProfile): Result<CapabilityProfile> {
  const normal = normaliseAll(profile, (which) => `capabilities.${which}`);
  if (normal.ok) return normal;
  const { failure } = normal;
  if (failure.code !== 'runner.bad-capability') return fail(failure);
  return fail({ code: 'plugins.bad-capability', class: failure.class, value: failure.value });
}

function normaliseOperator(operator: BindingOperator): BindingOperator {
  const tags = operator.tags.map(trim).filter((tag) => tag !== '');
  return {
    displayName: blankless(operator.displayName),
    notes: blankless(operator.notes),
    ownerPrincipal: blankless(operator.ownerPrincipal),
    updatedBy: blankless(operator.updatedBy),
    tags: [...new Set(tags)].sort(compareBytes),
  };
}

function isModulePath(path: string): boolean {
  return path.startsWith(modulesFolder) && path.endsWith(moduleSuffix) && !/\.\.|\0/.test(path);
}

function blankless(text: string | undefined): string | undefined {
  const trimmed = trim(text ?? '');
  return trimmed === '' ? undefined : trimmed;
}

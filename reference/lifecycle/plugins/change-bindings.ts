import { fail, ok, type Result } from '#spec/result.ts';
import type { BindingRequest, CachedAnswers, PluginBinding, PluginBindings } from './binding.ts';
import { normaliseBindingId, normaliseRequest } from './normalise.ts';
import { sortBindings } from './parse-bindings.ts';

const neverChecked: CachedAnswers = {
  discovery: new Map([['state', 'unknown']]),
  config: undefined,
  capabilityDiff: new Map([['valid', true]]),
  typedContracts: new Map(),
};

/** Binds a plugin, or binds it anew. What was cached stays until the next check (PLUG-BIND-REPLACES). */
export function upsertBinding(index: PluginBindings, request: BindingRequest, now: bigint): Result<PluginBindings> {
  const normal = normaliseRequest(request);
  if (!normal.ok) return normal;
  const earlier = index.entries.find(({ pluginId }) => pluginId === normal.value.pluginId);
  const binding: PluginBinding = {
    ...normal.value,
    cached: earlier?.cached ?? neverChecked,
    createdAtUnixMs: earlier?.createdAtUnixMs ?? now,
    updatedAtUnixMs: now,
  };
  const others = index.entries.filter((each) => each !== earlier);
  // PLUG-CHANGED-AT
  return ok({ updatedAtUnixMs: now, entries: sortBindings([...others, binding]) });
}

/** PLUG-REMOVE-IN-USE: a hook would be left with a plugin that is not there. PLUG-REMOVE-SPELLING: found first, then asked. */
export function removeBinding(
  index: PluginBindings,
  pluginId: string,
  hooked: readonly string[],
  now: bigint,
): Result<PluginBindings> {
  const found = findBinding(index, pluginId);
  if (!found.ok) return found;
  const { pluginId: id } = found.value;
  if (hooked.includes(id)) return fail({ code: 'plugins.in-use', pluginId: id });
  return ok({ updatedAtUnixMs: now, entries: index.entries.filter((each) => each !== found.value) });
}

export function findBinding(index: PluginBindings, pluginId: string): Result<PluginBinding> {
  const id = normaliseBindingId(pluginId, 'plugin_id');
  if (!id.ok) return id;
  const found = index.entries.find((each) => each.pluginId === id.value);
  return found === undefined ? fail({ code: 'plugins.unknown-plugin', pluginId: id.value }) : ok(found);
}

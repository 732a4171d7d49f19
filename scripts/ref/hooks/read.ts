import type { HookBindings } from '#reference/lifecycle/hooks/binding.ts';
import { parseHookBindings } from '#reference/lifecycle/hooks/parse-bindings.ts';
import type { PluginBindings } from '#reference/lifecycle/plugins/binding.ts';
import { parsePluginBindings } from '#reference/lifecycle/plugins/parse-bindings.ts';
import type { StateSnapshot } from '#reference/state/state.ts';
import { ok, type Result } from '#spec/result.ts';

export interface Bound {
  readonly hooks: HookBindings;
  readonly plugins: PluginBindings;
}

/** Both documents, as they are at one moment. */
export function readBound(now: StateSnapshot): Result<Bound> {
  const hookBytes = now.hooks();
  if (!hookBytes.ok) return hookBytes;
  const hooks = parseHookBindings(hookBytes.value);
  if (!hooks.ok) return hooks;
  const pluginBytes = now.plugins();
  if (!pluginBytes.ok) return pluginBytes;
  const plugins = parsePluginBindings(pluginBytes.value);
  return plugins.ok ? ok({ hooks: hooks.value, plugins: plugins.value }) : plugins;
}

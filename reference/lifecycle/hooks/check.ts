import type { PluginBinding, PluginBindings } from '../plugins/binding.ts';
import type { HookBinding } from './binding.ts';
import { isHookEvent } from './event.ts';

type HookProblem = 'hook_disabled' | 'event_unsupported' | 'plugin_missing' | 'plugin_disabled';

/** HOOK-CHECK: whether a hook is in order as far as the two documents go. */
export interface HookCheck {
  readonly ready: boolean;
  readonly reasons: readonly HookProblem[];
  readonly eventSupported: boolean;
  readonly plugin: PluginBinding | undefined;
}

export function checkHook(hook: HookBinding, plugins: PluginBindings): HookCheck {
  const plugin = plugins.entries.find(({ pluginId }) => pluginId === hook.pluginId);
  const eventSupported = isHookEvent(hook.event);
  const reasons: HookProblem[] = [];
  if (!eventSupported) reasons.push('event_unsupported');
  if (!hook.enabled) reasons.push('hook_disabled');
  if (plugin?.enabled === false) reasons.push('plugin_disabled');
  if (plugin === undefined) reasons.push('plugin_missing');
  const ready = hook.enabled && eventSupported && plugin?.enabled === true;
  return { ready, reasons, eventSupported, plugin };
}

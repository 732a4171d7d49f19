import type { HookBinding } from '#reference/lifecycle/hooks/binding.ts';
import { changeHooks, type HookChange } from '#reference/lifecycle/hooks/change-bindings.ts';
import { encodeHookBindings, hookToJson } from '#reference/lifecycle/hooks/encode-bindings.ts';
import { changeState } from '#reference/state/state.ts';
import { ok } from '#spec/result.ts';
import type { Output } from '../../cli/command.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { beginAtNewest } from '../host/cursor-file.ts';
import type { GlobalOptions } from '../options.ts';
import { openState } from '../state-root.ts';
import { readBound } from './read.ts';

interface ChangeOptions extends GlobalOptions {
  readonly principal: string | undefined;
  readonly json: boolean;
}

const markers = { bind: 'hooks.bind', enable: 'hooks.enable', disable: 'hooks.disable', remove: 'hooks.remove' };

/** One change of the bindings, decided over the document as it is. */
export async function changeHook(change: HookChange, options: ChangeOptions, shell: Shell): Promise<Outcome<Output>> {
  const state = await openState(options, shell);
  if (!state.ok) return state;
  const { root } = state.value;
  const changed = changeState(root, (now) => {
    const bound = readBound(now);
    if (!bound.ok) return bound;
    const plugins = new Set(bound.value.plugins.entries.map(({ pluginId }) => pluginId));
    const by = { plugins, principal: options.principal ?? 'user:local', nowUnixMs: shell.nowUnixMs() };
    const next = changeHooks(bound.value.hooks, change, by);
    if (!next.ok) return next;
    return ok({ change: { hooks: encodeHookBindings(next.value.bindings) }, value: next.value.hook });
  });
  if (!changed.ok) return changed;
  if (change.kind === 'bind') {
    // HOOK-AT-MOST-ONCE: from now on a host that starts later hears what was recorded before.
    const begun = beginAtNewest(root);
    if (!begun.ok) return begun;
  }
  return ok({ stdout: told(markers[change.kind], changed.value, options.json) });
}

function told(marker: string, hook: HookBinding, asJson: boolean): string {
  if (asJson) return jsonDocument(hookToJson(hook));
  return markedLine(marker, {
    hook_id: hook.hookId,
    event: hook.event,
    plugin_id: hook.pluginId,
    enabled: hook.enabled,
    owner: hook.operator.ownerPrincipal ?? 'none',
  });
}

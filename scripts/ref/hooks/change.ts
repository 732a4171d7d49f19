import type { HookBinding } from '#reference/lifecycle/hooks/binding.ts';
import { changeHooks, type HookChange } from '#reference/lifecycle/hooks/change-bindings.ts';
import { encodeHookBindings, hookToJson } from '#reference/lifecycle/hooks/encode-bindings.ts';
import { ok } from '#spec/result.ts';
import type { Output } from '../../cli/command.ts';
import type { Outcome } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { readCursor } from '../host/cursor-file.ts';
import { beginInJournal } from '../host/follow-journal.ts';
import type { GlobalOptions } from '../options.ts';
import { changeReadably } from '../skills/change-readably.ts';
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
  const changed = changeReadably(root, (now) => {
    const bound = readBound(now);
    if (!bound.ok) return bound;
    // HOOK-CURSOR-LOST: asked before anything is bound.
    const cursor = change.kind === 'bind' ? readCursor(root) : ok(undefined);
    if (!cursor.ok) return cursor;
    const plugins = new Set(bound.value.plugins.entries.map(({ pluginId }) => pluginId));
    const by = { plugins, principal: options.principal ?? 'user:local', nowUnixMs: shell.nowUnixMs() };
    const next = changeHooks(bound.value.hooks, change, by);
    if (!next.ok) return next;
    return ok({
      change: { hooks: encodeHookBindings(next.value.bindings) },
      value: { hook: next.value.hook, isFirst: bound.value.hooks.entries.length === 0 },
    });
  });
  if (!changed.ok) return changed;
  const { hook, isFirst } = changed.value;
  const stdout = told(markers[change.kind], hook, options.json);
  if (change.kind === 'bind') {
    // HOOK-AT-MOST-ONCE: from now on a host that starts later hears what was recorded before.
    const begun = beginInJournal(root);
    if (!begun.ok) return begun;
    const { seq, lost } = begun.value;
    if (lost !== undefined && !(isFirst && lost === 'no cursor')) {
      return ok({ stdout, stderr: `note: ${lost}, so hooks are called for no event up to ${seq} of the journal\n` });
    }
  }
  return ok({ stdout });
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

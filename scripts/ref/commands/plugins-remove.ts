import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseHookBindings } from '#reference/lifecycle/hooks/parse-bindings.ts';
import { findBinding, removeBinding } from '#reference/lifecycle/plugins/change-bindings.ts';
import { encodePluginBindings } from '#reference/lifecycle/plugins/encode-bindings.ts';
import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { pluginArgument } from '../plugins/options.ts';
import { changeReadably } from '../skills/change-readably.ts';
import { json } from '../skills/options.ts';
import { openState } from '../state-root.ts';

export default command({
  about: 'Removes a binding and its config, unless a hook uses the plugin. The skill stays installed.',
  example: 'palyra-ref plugins remove echo',
  options: { plugin: pluginArgument, json },
  oneOf: [],
  run: async (options, shell) => {
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { loadBindings } = await import('../plugins/plugin-state.ts');
    const removed = changeReadably(state.value.root, (now) => {
      const bindings = loadBindings(now);
      if (!bindings.ok) return bindings;
      const found = findBinding(bindings.value, options.plugin);
      if (!found.ok) return found;
      const bytes = now.hooks();
      if (!bytes.ok) return bytes;
      const hooks = parseHookBindings(bytes.value);
      if (!hooks.ok) return hooks;
      const hooked = hooks.value.entries.map(({ pluginId }) => pluginId);
      const left = removeBinding(bindings.value, options.plugin, hooked, shell.nowUnixMs());
      if (!left.ok) return left;
      const { pluginId } = found.value;
      // PLUG-REMOVE-FILES
      const change = { plugins: encodePluginBindings(left.value), pluginConfigs: new Map([[pluginId, undefined]]) };
      return ok({ change, value: pluginId });
    });
    if (!removed.ok) return removed;
    // Under the lock once more, since another command may be about to put a config there.
    const cleared = changeReadably(state.value.root, () => {
      removeIfEmpty(join(state.value.root.folder, 'plugins', removed.value));
      return ok({ change: {}, value: undefined });
    });
    if (!cleared.ok) return cleared;
    const fields = { plugin_id: removed.value };
    return ok({
      stdout: options.json
        ? jsonDocument(new Map([['event_kind', 'plugin.removed'], ...Object.entries(fields)]))
        : markedLine('plugin.removed', fields),
    });
  },
});

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // What somebody else keeps there stays.
  }
}

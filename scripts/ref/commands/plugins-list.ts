import { bindingToJson } from '#reference/lifecycle/plugins/encode-bindings.ts';
import { readState } from '#reference/state/state.ts';
import type { Json } from '#spec/json/value.ts';
import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { json } from '../skills/options.ts';
import { openState } from '../state-root.ts';

export default command({
  about: 'Shows what is bound, and what each plugin was granted. Nothing is checked by it; see `plugins check`.',
  example: 'palyra-ref plugins list --json',
  options: { 'enabled-only': { kind: 'flag', about: 'Only plugins that are enabled.' }, json },
  oneOf: [],
  run: async (options, shell) => {
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { loadBindings } = await import('../plugins/plugin-state.ts');
    const bindings = readState(state.value.root, loadBindings);
    if (!bindings.ok) return bindings;
    const entries = bindings.value.entries.filter(({ enabled }) => enabled || !options['enabled-only']);
    const stdout = options.json
      ? jsonDocument(
          new Map<string, Json>([
            ['count', BigInt(entries.length)],
            ['entries', entries.map(bindingToJson)],
          ]),
        )
      : [
          markedLine('plugins.list', { count: entries.length }),
          ...entries.map(({ pluginId, skillId, skillVersion, enabled }) =>
            markedLine('plugin', {
              plugin_id: pluginId,
              skill_id: skillId,
              version: skillVersion ?? 'current',
              enabled: String(enabled),
            }),
          ),
        ].join('');
    return ok({ stdout });
  },
});

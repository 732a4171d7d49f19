import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { json } from '../hooks/options.ts';

export default command({
  about: 'Lists the hooks in the order in which they run, each with whether it is ready and why not.',
  example: 'palyra-ref hooks list --event skill:quarantined',
  options: {
    event: { kind: 'value', shows: 'event', about: 'Only those of this event.' },
    plugin: { kind: 'value', shows: 'plugin_id', about: 'Only those of this plugin.' },
    'enabled-only': { kind: 'flag', about: 'Only those that are switched on.' },
    'ready-only': { kind: 'flag', about: 'Only those that are ready.' },
    json,
  },
  oneOf: [],
  run: async (options, shell) => {
    const { openState } = await import('../state-root.ts');
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { parseHookEvent } = await import('#reference/lifecycle/hooks/event.ts');
    const event = options.event === undefined ? ok(undefined) : parseHookEvent(options.event);
    if (!event.ok) return event;
    const { listJson, listText, readChecked } = await import('../hooks/show.ts');
    const checked = readChecked(state.value);
    if (!checked.ok) return checked;
    const shown = checked.value.filter(
      ({ hook, check }) =>
        (event.value === undefined || hook.event === event.value) &&
        (options.plugin === undefined || hook.pluginId === options.plugin) &&
        (!options['enabled-only'] || hook.enabled) &&
        (!options['ready-only'] || check.ready),
    );
    return ok({ stdout: options.json ? listJson(shown) : listText(shown) });
  },
});

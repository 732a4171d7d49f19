import { hookEvents } from '#spec/hooks.ts';
import { command } from '../command.ts';
import { changeOptions } from '../hooks/options.ts';

export default command({
  about: `Binds a plugin to an event, so that a host runs it whenever the event comes. The plugin has to be bound already. A
hook of that id is replaced. Events: ${hookEvents.join(', ')}.`,
  example: 'palyra-ref hooks bind acme.alarm --event skill:quarantined --plugin acme.notifier',
  options: {
    ...changeOptions,
    event: { kind: 'value', shows: 'event', required: true, about: 'When it runs.' },
    plugin: { kind: 'value', shows: 'plugin_id', required: true, about: 'What runs.' },
    'display-name': { kind: 'value', shows: 'text', about: 'What people call it.' },
    notes: { kind: 'value', shows: 'text', about: 'What people should know of it.' },
    'owner-principal': { kind: 'value', shows: 'name', about: 'Whose hook it is. Default: whoever binds it.' },
    disabled: { kind: 'flag', about: 'Bind it switched off.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const { changeHook } = await import('../hooks/change.ts');
    const { hook: hookId, event, plugin: pluginId, disabled, notes } = options;
    const operator = { displayName: options['display-name'], notes, ownerPrincipal: options['owner-principal'] };
    return changeHook({ kind: 'bind', hookId, event, pluginId, enabled: !disabled, operator }, options, shell);
  },
});

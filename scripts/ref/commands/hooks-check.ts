import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { hookArgument, json } from '../hooks/options.ts';

export default command({
  about: `Tells whether a hook is ready: it is switched on, this program knows its event, and its plugin is bound and switched on.
Whether the plugin would run is asked by \`plugins check\`.`,
  example: 'palyra-ref hooks check acme.alarm',
  options: { hook: hookArgument, json },
  oneOf: [],
  run: async (options, shell) => {
    const { openState } = await import('../state-root.ts');
    const state = await openState(options, shell);
    if (!state.ok) return state;
    const { checkJson, checkText, findChecked, readChecked } = await import('../hooks/show.ts');
    const checked = readChecked(state.value);
    if (!checked.ok) return checked;
    const found = findChecked(checked.value, options.hook);
    if (!found.ok) return found;
    return ok({ stdout: options.json ? checkJson(found.value) : checkText(found.value) });
  },
});

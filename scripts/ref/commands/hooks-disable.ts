import { command } from '../command.ts';
import { changeOptions } from '../hooks/options.ts';

export default command({
  about: 'Switches a hook off, until it is switched on again.',
  example: 'palyra-ref hooks disable acme.alarm',
  options: changeOptions,
  oneOf: [],
  run: async (options, shell) => {
    const { changeHook } = await import('../hooks/change.ts');
    return changeHook({ kind: 'disable', hookId: options.hook }, options, shell);
  },
});

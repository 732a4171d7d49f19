import { command } from '../command.ts';
import { changeOptions } from '../hooks/options.ts';

export default command({
  about: 'Switches a hook on. What it is bound to is as it was.',
  example: 'palyra-ref hooks enable acme.alarm',
  options: changeOptions,
  oneOf: [],
  run: async (options, shell) => {
    const { changeHook } = await import('../hooks/change.ts');
    return changeHook({ kind: 'enable', hookId: options.hook }, options, shell);
  },
});

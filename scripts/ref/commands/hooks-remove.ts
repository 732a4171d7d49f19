import { command } from '../command.ts';
import { changeOptions } from '../hooks/options.ts';

export default command({
  about: 'Removes a hook. Its plugin stays bound.',
  example: 'palyra-ref hooks remove acme.alarm',
  options: changeOptions,
  oneOf: [],
  run: async (options, shell) => {
    const { changeHook } = await import('../hooks/change.ts');
    return changeHook({ kind: 'remove', hookId: options.hook }, options, shell);
  },
});

import { command } from '../command.ts';
import { statusOptions } from '../skills/status-options.ts';

export default command({
  about: `Keeps a version from being run, by agents, hooks and operators, until it is enabled. The version need not be installed: it is
then quarantined when it comes. The row, the event of the journal and the line of the log are one change, made in the state
root itself, without a daemon.`,
  example: 'palyra-ref skills quarantine acme.echo_skill --reason suspicious',
  options: statusOptions,
  oneOf: [],
  run: async (options, shell) => {
    const { decideStatus } = await import('../skills/decide-status.ts');
    return decideStatus({ kind: 'quarantine' }, options, shell);
  },
});

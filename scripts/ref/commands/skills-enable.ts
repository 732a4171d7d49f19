import { fail } from '#spec/result.ts';
import { command } from '../command.ts';
import { statusOptions } from '../skills/status-options.ts';

export default command({
  about: `Lets a version run again, whatever it was quarantined for. Nothing is verified or audited by it, hence --override; ask
\`skills check\` before. The next re-audit of a host may quarantine it again.`,
  example: 'palyra-ref skills enable acme.echo_skill --override',
  options: {
    ...statusOptions,
    override: { kind: 'flag', about: 'Needed: the decision is yours and nothing else is asked.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    // LIFE-OVERRIDE: whatever the state is.
    if (!options.override) return fail({ code: 'lifecycle.override-required' });
    const { decideStatus } = await import('../skills/decide-status.ts');
    return decideStatus({ kind: 'enable', override: options.override }, options, shell);
  },
});

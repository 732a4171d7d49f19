import { ok } from '#spec/result.ts';
import { runnerDefaults } from '#spec/runner.ts';
import { command } from '../command.ts';
import { hostOf } from '../settings.ts';

export default command({
  about: `Serves hooks and re-audits until it is interrupted. It dispatches gateway:startup, re-audits every current version
when it starts and then every PALYRA_SKILL_REAUDIT_INTERVAL_MS (default: 6 hours; 0 for never), quarantines what does not
pass, and dispatches skill:enabled and skill:quarantined for whatever the journal says, also of what happened while no
host ran. With --once it does each of these once, whatever is due, and leaves with 6 where the re-audit quarantined
anything, with the code of the fault where it could not be made, and else with 0. Hooks run nothing unless
--enable-runtime or the policy says so.`,
  example: 'palyra-ref host --once --enable-runtime',
  options: {
    once: { kind: 'flag', about: 'Start, re-audit, dispatch what there is, and leave.' },
    'enable-runtime': { kind: 'flag', about: 'Let hooks run, whatever the policy says of that.' },
    policy: {
      kind: 'value',
      shows: 'file',
      about:
        'The runner policy, in JSON: enabled, fuel_budget, allowed_http_hosts and so on. Default: the built-in one.',
    },
    'audit-policy': { kind: 'value', shows: 'file', about: 'The audit policy, in JSON. Default: the built-in one.' },
    timeout: {
      kind: 'integer',
      shows: 'ms',
      least: 1,
      most: 86_400_000,
      about: `Time that a hook may take, in milliseconds. Default: ${runnerDefaults.timeoutMs}.`,
    },
    'trust-store': {
      kind: 'value',
      shows: 'file',
      about: 'Default: PALYRA_SKILLS_TRUST_STORE, else <state-root>/skills/trust-store.json.',
    },
    json: { kind: 'flag', about: 'Print each line as JSON.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const { runnerPolicy } = await import('../host/runner-policy.ts');
    const policy = runnerPolicy(options.policy, shell);
    if (!policy.ok) return policy;
    const { auditRequest } = await import('../skills/audit-request.ts');
    const audit = auditRequest(options['audit-policy'], shell);
    if (!audit.ok) return audit;
    const { openState } = await import('../state-root.ts');
    const state = await openState(options, shell, options['trust-store']);
    if (!state.ok) return state;
    const { serve } = await import('../host/serve.ts');
    const served = await serve(
      {
        state: state.value,
        shell,
        host: hostOf(options),
        policy: options['enable-runtime'] ? { ...policy.value, enabled: true } : policy.value,
        timeoutMs: options.timeout === undefined ? runnerDefaults.timeoutMs : BigInt(options.timeout),
        audit: audit.value,
      },
      { once: options.once, json: options.json },
    );
    if (!served.ok) return served;
    return ok({ stdout: '', ...served.value });
  },
});

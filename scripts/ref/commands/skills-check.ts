import { ok } from '#spec/result.ts';
import { refuse } from '../../cli/problem.ts';
import { command } from '../command.ts';
import { hostOf } from '../settings.ts';
import { json, machineOptions, policyOption, skillOptions, verifyOptions } from '../skills/options.ts';
import { openState } from '../state-root.ts';
import { parseTrustedKeys } from '../trusted-keys.ts';

export default command({
  about: `Asks of an installed skill, or of all current ones, everything that could keep it from being used: its status, its
requirements, verification, trust and the audit. Nothing is changed, not even the trust store, and it leaves with 0 whatever it
finds. A skill is ready, blocked, or unknown where its status cannot be read.`,
  example: 'palyra-ref skills check acme.echo_skill --json',
  options: { ...skillOptions, ...verifyOptions, policy: policyOption, ...machineOptions, json },
  oneOf: [],
  run: async (options, shell) => {
    if (options.version !== undefined && options.skill === undefined) {
      return refuse({ code: 'cli.missing-argument', argument: 'skill_id' });
    }
    const keys = parseTrustedKeys(options['trusted-publisher']);
    if (!keys.ok) return keys;
    const { auditRequest } = await import('../skills/audit-request.ts');
    const audit = auditRequest(options.policy, shell);
    if (!audit.ok) return audit;
    const state = await openState(options, shell, options['trust-store']);
    if (!state.ok) return state;
    const { checkSkills } = await import('../skills/check.ts');
    const { checkJson, checkText } = await import('../skills/check-output.ts');
    const checked = await checkSkills(state.value, {
      skillId: options.skill,
      version: options.version,
      keys: keys.value,
      allowUntrusted: options['allow-untrusted'],
      audit: audit.value,
      host: hostOf(options),
      device: options['device-capability'],
      node: options['node-capability'],
    });
    if (!checked.ok) return checked;
    const { results, problem } = checked.value;
    const { problemNote } = await import('../skills/shelf-output.ts');
    const stderr = problemNote(problem);
    const { skillsFolder } = state.value;
    if (options.json) return ok({ stdout: checkJson(skillsFolder, results, shell.nowUnixMs()), stderr });
    if (results.length === 0) return refuse({ code: 'cli.nothing-installed' });
    return ok({ stdout: checkText(skillsFolder, results), stderr });
  },
});

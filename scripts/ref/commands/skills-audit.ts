import { ok } from '#spec/result.ts';
import { refuse } from '../../cli/problem.ts';
import { command } from '../command.ts';
import { exitCodes } from '../exit.ts';
import { readArtifact } from '../inputs.ts';
import { hostOf } from '../settings.ts';
import { json, policyOption, skillOptions, verifyOptions } from '../skills/options.ts';
import { openState } from '../state-root.ts';
import { parseTrustedKeys } from '../trusted-keys.ts';

export default command({
  about: `Verifies an artifact and looks at what is in it: its modules, its manifest, its documents. Of an installed skill, or of all
current ones, the same, and a line in the log. It is an advice: no status is changed by it. Leaves with 1 where one of them
should be in quarantine, after the report, or is not trusted. --output-format json stands for --json here.`,
  example: 'palyra-ref skills audit --artifact echo.palyra-skill --allow-untrusted',
  options: {
    artifact: { kind: 'value', shows: 'file', about: 'An artifact, installed or not.' },
    ...skillOptions,
    ...verifyOptions,
    policy: policyOption,
    json,
  },
  oneOf: [
    { of: ['artifact', 'skill'], required: false },
    { of: ['artifact', 'version'], required: false },
  ],
  run: async (options, shell) => {
    if (options.version !== undefined && options.skill === undefined) {
      return refuse({ code: 'cli.missing-argument', argument: 'skill_id' });
    }
    const keys = parseTrustedKeys(options['trusted-publisher']);
    if (!keys.ok) return keys;
    const { auditRequest } = await import('../skills/audit-request.ts');
    const request = auditRequest(options.policy, shell);
    if (!request.ok) return request;
    const path = options.artifact;
    const artifact = path === undefined ? undefined : readArtifact(shell, path);
    if (artifact?.ok === false) return artifact;
    const state = await openState(options, shell, options['trust-store']);
    if (!state.ok) return state;
    const { auditSkills } = await import('../skills/audit.ts');
    const { auditJson, auditText } = await import('../skills/audit-output.ts');
    const audits = await auditSkills(state.value, {
      target:
        path === undefined || artifact === undefined
          ? { kind: 'installed', skillId: options.skill, version: options.version }
          : { kind: 'artifact', path, bytes: artifact.value },
      keys: keys.value,
      allowUntrusted: options['allow-untrusted'],
      request: request.value,
      host: hostOf(options),
    });
    if (!audits.ok) return audits;
    const show = options.json || options['output-format'] === 'json' ? auditJson : auditText;
    const isRefused = audits.value.some(({ audit }) => audit.shouldQuarantine);
    return ok({
      stdout: show(state.value, audits.value),
      exitCode: isRefused ? exitCodes.internal_error : exitCodes.success,
    });
  },
});

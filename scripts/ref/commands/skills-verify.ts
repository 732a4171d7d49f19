import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { hostOf } from '../settings.ts';
import { json, oneSkillOptions, verifyOptions } from '../skills/options.ts';
import { openState } from '../state-root.ts';
import { parseTrustedKeys } from '../trusted-keys.ts';

export default command({
  about: `Verifies an installed artifact as \`skills package verify\` verifies a file, and also that it is the one that was
installed. The decision is recorded, and the trust store saved. Leaves with 1 where the signer is not trusted, and with 7 where
the artifact is another one.`,
  example: 'palyra-ref skills verify acme.echo_skill',
  options: { ...oneSkillOptions, ...verifyOptions, json },
  oneOf: [],
  run: async (options, shell) => {
    const keys = parseTrustedKeys(options['trusted-publisher']);
    if (!keys.ok) return keys;
    const state = await openState(options, shell, options['trust-store']);
    if (!state.ok) return state;
    const { verifyInstalled } = await import('../skills/verify.ts');
    const verified = verifyInstalled(
      state.value,
      {
        skillId: options.skill,
        version: options.version,
        keys: keys.value,
        allowUntrusted: options['allow-untrusted'],
        host: hostOf(options),
      },
      shell.nowUnixMs(),
    );
    if (!verified.ok) return verified;
    const { verification, report } = verified.value;
    if (options.json) return ok({ stdout: jsonDocument(report) });
    const { skillId, version, publisher } = verification.inspection.manifest;
    const fields = {
      skill_id: skillId,
      version,
      publisher,
      accepted: true,
      trust: verification.decision,
      payload_sha256: verification.inspection.payloadSha256,
      trust_store: state.value.trustStorePath,
    };
    return ok({ stdout: markedLine('skill.verified', fields) });
  },
});

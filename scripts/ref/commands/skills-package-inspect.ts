import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { readArtifact } from '../inputs.ts';
import { hostOf } from '../settings.ts';

export default command({
  about: `Makes every check that \`skills package verify\` makes except the last: whether the signer is to be trusted. It
shows the public key that signed, which is what --trusted-publisher takes once you know from elsewhere whose it is.
Neither the trust store nor the vault is touched.`,
  example: 'palyra-ref skills package inspect --artifact echo.palyra-skill --json',
  options: {
    artifact: { kind: 'value', shows: 'file', required: true, about: 'The artifact.' },
    json: { kind: 'flag', about: 'Print everything as JSON, with the whole manifest.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const artifact = readArtifact(shell, options.artifact);
    if (!artifact.ok) return artifact;
    const { inspectArtifact } = await import('#reference/artifact/inspect.ts');
    const inspection = inspectArtifact(artifact.value, hostOf(options));
    if (!inspection.ok) return inspection;
    const { inspectionJson, inspectionText } = await import('../inspection.ts');
    const show = options.json ? inspectionJson : inspectionText;
    return ok({ stdout: show(options.artifact, inspection.value) });
  },
});

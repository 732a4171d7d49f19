import type { Verification } from '#reference/trust/verify.ts';
import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';
import { readArtifact } from '../inputs.ts';
import { hostOf, trustStorePath } from '../settings.ts';
import { addTrustedKeys, parseTrustedKeys, trustOptions } from '../trusted-keys.ts';
import { openVault } from '../vault.ts';

export default command({
  about: `Accepts an artifact that is whole, unchanged, meant for this host, and signed by a trusted key. The trust store
is saved only after that: with the keys given here, and with a new pin if --allow-tofu made one. Its digest is kept in
the vault, so a store that something else has changed is refused.`,
  example: 'palyra-ref skills package verify --artifact echo.palyra-skill --allow-tofu',
  options: {
    artifact: { kind: 'value', shows: 'file', required: true, about: 'The artifact.' },
    ...trustOptions,
    'allow-tofu': { kind: 'flag', about: 'Pin the key of a publisher that was never seen before.' },
    json: { kind: 'flag', about: 'Print the verification report as JSON.' },
  },
  oneOf: [],
  run: async (options, shell) => {
    const keys = parseTrustedKeys(options['trusted-publisher']);
    if (!keys.ok) return keys;
    const path = trustStorePath(options['trust-store'], options, shell);
    if (!path.ok) return path;
    const artifact = readArtifact(shell, options.artifact);
    if (!artifact.ok) return artifact;
    const vault = await openVault(options, shell);
    if (!vault.ok) return vault;

    const { verifyArtifact } = await import('#reference/trust/verify.ts');
    const { verificationReport } = await import('#reference/trust/report.ts');
    const { useTrustStore } = await import('../trust-store.ts');
    const { finishInterrupted } = await import('../state-root.ts');
    finishInterrupted(options, shell, path.value, vault.value);
    const now = shell.nowUnixMs();
    // The answer is ready before the store is saved, so a pin is never made without one.
    return useTrustStore({ path: path.value, vault: vault.value, shell }, (loaded) => {
      const store = addTrustedKeys(loaded, keys.value);
      if (!store.ok) return store;
      const trust = { store: store.value, allowTofu: options['allow-tofu'] };
      const verified = verifyArtifact(artifact.value, trust, hostOf(options));
      if (!verified.ok) return verified;
      const stdout = options.json
        ? jsonDocument(verificationReport(verified.value, now))
        : describe(verified.value, options.artifact, path.value);
      return ok({ store: verified.value.store, stdout });
    });
  },
});

function describe({ inspection, decision }: Verification, artifact: string, trustStore: string): string {
  const { skillId, publisher, version } = inspection.manifest;
  return markedLine('skills.package.verify', {
    artifact,
    accepted: true,
    trust: decision,
    skill_id: skillId,
    publisher,
    version,
    payload_sha256: inspection.payloadSha256,
    trust_store: trustStore,
  });
}

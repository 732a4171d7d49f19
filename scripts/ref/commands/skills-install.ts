import type { Host } from '#reference/artifact/inspect.ts';
import { ok } from '#spec/result.ts';
import { type Outcome, refuse } from '../../cli/problem.ts';
import type { Shell } from '../../cli/shell.ts';
import { command } from '../command.ts';
import { readArtifact } from '../inputs.ts';
import { hostOf } from '../settings.ts';
import { allowUntrusted, json, policyOption } from '../skills/options.ts';
import { refuseRemote, registryOptions } from '../skills/registry-options.ts';
import { openState } from '../state-root.ts';
import { parseTrustedKeys, trustOptions } from '../trusted-keys.ts';

export default command({
  about: `Verifies an artifact, audits it, and makes it the current version of its skill; versions that were there before stay.
It comes from a file, or from a folder of artifacts, of which each has to be whole. The trust store is saved also where the audit
refuses. Leaves with 6 where the signer is not trusted or the audit wants quarantine, with 7 where the version is installed
already. Secrets that the vault does not hold are recorded as missing; nothing is asked.`,
  example: 'palyra-ref skills install --artifact echo.palyra-skill --allow-untrusted',
  options: {
    artifact: { kind: 'value', shows: 'file', about: 'The artifact.' },
    ...registryOptions,
    'skill-id': { kind: 'value', shows: 'skill_id', about: 'Which skill of the registry.' },
    version: { kind: 'value', shows: 'version', about: 'Which version of it. Default: the highest.' },
    ...trustOptions,
    'allow-untrusted': allowUntrusted,
    policy: policyOption,
    'quarantine-new': {
      kind: 'flag',
      about: 'Begin in quarantine, until enabled. PALYRA_SKILLS_QUARANTINE_NEW=1 does the same.',
    },
    'non-interactive': { kind: 'flag', about: 'Accepted for scripts; nothing is ever asked.' },
    json,
  },
  oneOf: [
    { of: ['artifact', 'registry-dir', 'registry-url'], required: true },
    { of: ['artifact', 'skill-id'], required: false },
    { of: ['artifact', 'version'], required: false },
  ],
  run: async (options, shell) => {
    const local = refuseRemote(options['registry-url']);
    if (!local.ok) return local;
    const keys = parseTrustedKeys(options['trusted-publisher']);
    if (!keys.ok) return keys;
    const { quarantinesNew } = await import('../skills/quarantine-new.ts');
    const quarantineNew = quarantinesNew(options['quarantine-new'], shell);
    if (!quarantineNew.ok) return quarantineNew;
    const { auditRequest } = await import('../skills/audit-request.ts');
    const audit = auditRequest(options.policy, shell);
    if (!audit.ok) return audit;
    const host = hostOf(options);
    const given = await givenArtifact(options, host, shell);
    if (!given.ok) return given;
    const state = await openState(options, shell, options['trust-store']);
    if (!state.ok) return state;

    const { installArtifact } = await import('../skills/install.ts');
    const { installedOutput } = await import('../skills/install-output.ts');
    const { artifact, source, warning } = given.value;
    const wish = { kind: 'install', artifact, source, keys: keys.value, audit: audit.value, host } as const;
    const trust = { allowUntrusted: options['allow-untrusted'], quarantineNew: quarantineNew.value };
    const installed = await installArtifact(state.value, { ...wish, ...trust }, shell);
    if (!installed.ok) return installed;
    return ok({ stdout: installedOutput(installed.value, state.value, options.json), stderr: warning });
  },
});

interface Given {
  readonly artifact: Uint8Array;
  readonly source: { readonly kind: string; readonly reference: string };
  readonly warning: string;
}

interface Wanted {
  readonly artifact: string | undefined;
  readonly 'registry-dir': string | undefined;
  readonly 'skill-id': string | undefined;
  readonly version: string | undefined;
}

async function givenArtifact(options: Wanted, host: Host, shell: Shell): Promise<Outcome<Given>> {
  const folder = options['registry-dir'];
  if (folder === undefined) {
    const reference = options.artifact ?? '';
    const artifact = readArtifact(shell, reference);
    return artifact.ok
      ? ok({ artifact: artifact.value, source: { kind: 'local_artifact', reference }, warning: '' })
      : artifact;
  }
  const skillId = options['skill-id'];
  if (skillId === undefined) return refuse({ code: 'cli.missing-option', option: '--skill-id' });
  const { chooseFromRegistry, sourceOf } = await import('../skills/source.ts');
  const choice = chooseFromRegistry(folder, { skillId, version: options.version }, host, shell);
  if (!choice.ok) return choice;
  const artifact = choice.value.artifact();
  if (!artifact.ok) return artifact;
  const { entry, warning } = choice.value;
  return ok({ artifact: artifact.value, source: sourceOf(folder, entry), warning });
}

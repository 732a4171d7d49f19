import { ok } from '#spec/result.ts';
import { command } from '../command.ts';
import { hostOf } from '../settings.ts';
import { allowUntrusted, json, policyOption } from '../skills/options.ts';
import { refuseRemote, registryOptions } from '../skills/registry-options.ts';
import { openState } from '../state-root.ts';
import { parseTrustedKeys, trustOptions } from '../trusted-keys.ts';

export default command({
  about: `Installs the version that a folder of artifacts offers, unless it is the current one. What is not installed yet is
installed; a version that is named may be lower than the current one. Leaves with 0 where there is nothing to do, and
otherwise as \`skills install\` does.`,
  example: 'palyra-ref skills update --skill-id acme.echo_skill --registry-dir registry',
  options: {
    'skill-id': { kind: 'value', shows: 'skill_id', required: true, about: 'Which skill of the registry.' },
    ...registryOptions,
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
  oneOf: [{ of: ['registry-dir', 'registry-url'], required: true }],
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
    const folder = options['registry-dir'] ?? '';
    const wanted = { skillId: options['skill-id'], version: options.version };
    const { chooseFromRegistry, sourceOf } = await import('../skills/source.ts');
    const choice = chooseFromRegistry(folder, wanted, host, shell);
    if (!choice.ok) return choice;
    const state = await openState(options, shell, options['trust-store']);
    if (!state.ok) return state;

    const { entry, warning } = choice.value;
    const { isCurrent } = await import('../skills/update.ts');
    const { currentOutput, installedOutput } = await import('../skills/install-output.ts');
    const nothingToDo = { stdout: currentOutput(entry, state.value, options.json), stderr: warning };
    const current = isCurrent(state.value, entry, keys.value);
    if (!current.ok || current.value) return current.ok ? ok(nothingToDo) : current;
    const artifact = choice.value.artifact();
    if (!artifact.ok) return artifact;
    const { installArtifact } = await import('../skills/install.ts');
    const what = { kind: 'update', artifact: artifact.value, source: sourceOf(folder, entry) } as const;
    const trust = { keys: keys.value, allowUntrusted: options['allow-untrusted'] };
    const terms = { audit: audit.value, quarantineNew: quarantineNew.value, host };
    const installed = await installArtifact(state.value, { ...what, ...trust, ...terms }, shell);
    if (!installed.ok) return installed;
    // Another command was faster.
    if (installed.value.result === 'already-current') return ok(nothingToDo);
    return ok({ stdout: installedOutput(installed.value, state.value, options.json), stderr: warning });
  },
});

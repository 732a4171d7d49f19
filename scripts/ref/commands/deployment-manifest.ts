import { type ProfileManifest, profileIds, profileManifests } from '#spec/profiles.ts';
import { ok } from '#spec/result.ts';
import { refuse } from '../../cli/problem.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';

export default command({
  about: `Shows the capabilities of a profile, the settings it writes, what blocks it, what is checked before it starts, and
the recipes it comes with.`,
  example: 'palyra-ref deployment manifest --deployment-profile single-vm',
  options: {
    'deployment-profile': {
      kind: 'value',
      shows: profileIds.join('|'),
      required: true,
      about: 'The id of the profile; other spellings are for configuration files.',
    },
    json: { kind: 'flag', about: 'Print the manifest as JSON.' },
  },
  oneOf: [],
  run: async (options) => {
    // PROF-CLI: a script that names a profile means exactly one.
    const id = profileIds.find((each) => each === options['deployment-profile']);
    if (id === undefined) {
      const value = options['deployment-profile'];
      const wanted = `one of ${profileIds.join(', ')}`;
      return refuse({ code: 'cli.bad-value', source: '--deployment-profile', value, wanted });
    }
    const { profileManifestToJson } = await import('#reference/lifecycle/profiles/manifest.ts');
    return ok({ stdout: options.json ? jsonDocument(profileManifestToJson(id)) : describe(profileManifests[id]) });
  },
});

function describe({ profileId, deploymentMode, bindProfile, ...rest }: ProfileManifest): string {
  return [
    markedLine('deployment.manifest', { profile: profileId, mode: deploymentMode, bind: bindProfile }),
    ...rest.capabilities.map(({ id, enabledByDefault, posture }) =>
      markedLine('capability', { id, enabled: enabledByDefault, posture }),
    ),
    ...rest.defaults.map(({ configPath, value }) => markedLine('default', { path: configPath, value: value.value })),
    ...rest.blockers.map(({ code, severity }) => markedLine('blocker', { code, severity })),
    ...rest.healthPreflights.map(({ id, required, scope }) => markedLine('preflight', { id, required, scope })),
    ...rest.recipeTargets.map(({ kind, path, service }) => markedLine('recipe', { kind, path, service })),
  ].join('');
}

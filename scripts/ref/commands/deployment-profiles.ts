import { ok } from '#spec/result.ts';
import { jsonDocument, markedLine } from '../../cli/terminal.ts';
import { command } from '../command.ts';

export default command({
  about: 'Shows where each profile runs and what it binds to. The first is what an empty configuration amounts to.',
  example: 'palyra-ref deployment profiles',
  options: { json: { kind: 'flag', about: 'Print the manifests of all of them as JSON.' } },
  oneOf: [],
  run: async ({ json }) => {
    const { profileManifestToJson } = await import('#reference/lifecycle/profiles/manifest.ts');
    const { profileIds, profileManifests } = await import('#spec/profiles.ts');
    if (json) return ok({ stdout: jsonDocument(new Map([['profiles', profileIds.map(profileManifestToJson)]])) });
    const lines = profileIds.map((id) => {
      const { deploymentMode, bindProfile, blockers } = profileManifests[id];
      return markedLine('deployment.profile', {
        id,
        mode: deploymentMode,
        bind: bindProfile,
        blockers: blockers.length,
      });
    });
    return ok({ stdout: lines.join('') });
  },
});

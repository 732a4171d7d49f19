import type { Json, JsonObject } from '#spec/json/value.ts';
import { type ProfileId, profileManifests, profileSchemaVersion } from '#spec/profiles.ts';

/** What a profile means for a deployment, without the words for people. */
export function profileManifestToJson(profile: ProfileId): JsonObject {
  const manifest = profileManifests[profile];
  return new Map<string, Json>([
    ['schema_version', profileSchemaVersion],
    ['profile_id', manifest.profileId],
    ['deployment_mode', manifest.deploymentMode],
    ['bind_profile', manifest.bindProfile],
    [
      'capabilities',
      manifest.capabilities.map(({ id, enabledByDefault, posture }) =>
        object({ id, enabled_by_default: enabledByDefault, posture }),
      ),
    ],
    [
      'defaults',
      manifest.defaults.map(({ configPath, value }) =>
        object({ config_path: configPath, value: object({ ...value }) }),
      ),
    ],
    ['blockers', manifest.blockers.map(({ code, severity }) => object({ code, severity }))],
    ['health_preflights', manifest.healthPreflights.map(({ id, required, scope }) => object({ id, required, scope }))],
    ['recipe_targets', manifest.recipeTargets.map(({ kind, path, service }) => object({ kind, path, service }))],
  ]);
}

function object(members: { readonly [name: string]: Json }): JsonObject {
  return new Map(Object.entries(members));
}

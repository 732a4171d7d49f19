import { type ArtifactModel, baseArtifact } from '#fixtures/artifact/model.ts';
import type { World } from '#fixtures/world.ts';
import type { Recipe, RecipeValue } from '../../case.ts';

interface Verification {
  readonly artifact: ArtifactModel | Uint8Array;
  readonly trustStore: RecipeValue;
  readonly allowTofu: boolean;
  readonly nowUnixMs: bigint;
}

/** The smallest artifact, shown to a host that knows nobody and trusts on first use, where nothing else is said. */
export function verifying(part: (world: World) => Partial<Verification>): (world: World) => Recipe {
  return (world) => ({
    operation: 'artifact.verify',
    model: {
      artifact: baseArtifact(world),
      trustStore: { trusted_publishers: {}, tofu_publishers: {} },
      allowTofu: true,
      nowUnixMs: world.nowUnixMs,
      ...part(world),
    },
  });
}

/** The smallest artifact of the other publisher. */
export function strangersArtifact(world: World): ArtifactModel {
  return baseArtifact({ ...world, publisher: world.otherPublisher });
}

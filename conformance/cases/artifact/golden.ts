import type { ArtifactModel } from '#fixtures/artifact/model.ts';
import { goldenBuild } from '#fixtures/golden.ts';
import type { World } from '#fixtures/world.ts';
import type { Case } from '../../case.ts';
import { builds } from './build/given.ts';
import { opened } from './given.ts';

/** The published example, for whatever names and version the subject has. */
export const golden: readonly Case[] = [
  builds(
    'artifact/build-of-the-published-example',
    ['BUILD-MANIFEST', 'BUILD-ENTRIES', 'BUILD-INTEGRITY', 'ART-PAYLOAD-HASH'],
    {
      given: (base, { parameters }) => {
        const { written: _, ...inputs } = goldenBuild(parameters);
        return { ...base, ...inputs };
      },
      written: publishedExample,
    },
  ),
  opened('artifact/published-example', ['ART-PAYLOAD-HASH', 'SIG-MESSAGE', 'KEY-ID'], publishedExample, () => ({
    warnings: [],
    requiresReview: false,
  })),
];

function publishedExample(base: ArtifactModel, { parameters }: World): ArtifactModel {
  const { written, seed, modules, assets, sbom, provenance } = goldenBuild(parameters);
  const signing = { ...base.signing, seed };
  return { ...base, modules, assets, sbom, provenance, signing, manifest: written.start, manifestEnd: written.end };
}

import type { Failure } from '../failure.ts';
import { describeArtifact } from './artifact.ts';
import { describeManifest } from './manifest.ts';
import { describeSigning } from './signing.ts';
import { describeTrust } from './trust.ts';

/** One sentence for people: what was found and, where the way out is not plain, what to do about it. */
export function describeFailure(failure: Failure): string {
  if (isStage(failure, 'manifest.')) return describeManifest(failure);
  if (isStage(failure, 'artifact.')) return describeArtifact(failure);
  if (isStage(failure, 'trust.') || isStage(failure, 'vault.')) return describeTrust(failure);
  return describeSigning(failure);
}

function isStage<S extends string>(failure: Failure, stage: S): failure is Extract<Failure, { code: `${S}${string}` }> {
  return failure.code.startsWith(stage);
}

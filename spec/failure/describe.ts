import type { Failure } from '../failure.ts';
import { describeA2ui } from './a2ui.ts';
import { describeArtifact } from './artifact.ts';
import { describeContracts } from './contracts.ts';
import { describeManifest } from './manifest.ts';
import { describeRunner } from './runner.ts';
import { describeRuntime } from './runtime.ts';
import { describeSigning } from './signing.ts';
import { describeTrust } from './trust.ts';

/** One sentence for people: what was found and, where the way out is not plain, what to do about it. */
export function describeFailure(failure: Failure): string {
  if (isStage(failure, 'manifest.')) return describeManifest(failure);
  if (isStage(failure, 'artifact.')) return describeArtifact(failure);
  if (isStage(failure, 'trust.') || isStage(failure, 'vault.')) return describeTrust(failure);
  if (isStage(failure, 'runtime.')) return describeRuntime(failure);
  if (isStage(failure, 'runner.')) return describeRunner(failure);
  if (isStage(failure, 'contracts.')) return describeContracts(failure);
  if (isStage(failure, 'a2ui.')) return describeA2ui(failure);
  return describeSigning(failure);
}

function isStage<S extends string>(failure: Failure, stage: S): failure is Extract<Failure, { code: `${S}${string}` }> {
  return failure.code.startsWith(stage);
}

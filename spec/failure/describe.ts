import type { Failure } from '../failure.ts';
import { describeA2ui } from './a2ui.ts';
import { describeArtifact } from './artifact.ts';
import { describeAudit } from './audit.ts';
import { describeContracts } from './contracts.ts';
import { describeExtension } from './extensions.ts';
import { describeHooks } from './hooks.ts';
import { describeInstalled } from './installed.ts';
import { describeLifecycle } from './lifecycle.ts';
import { describeManifest } from './manifest.ts';
import { describePlugins } from './plugins.ts';
import { describeProfile } from './profiles.ts';
import { describeReaudit } from './reaudit.ts';
import { describeRegistry } from './registry.ts';
import { describeRunner } from './runner.ts';
import { describeRuntime } from './runtime.ts';
import { describeSigning } from './signing.ts';
import { describeState } from './state.ts';
import { describeTrust } from './trust.ts';

/** One sentence for people: what was found and, where the way out is not plain, what to do about it. */
export function describeFailure(failure: Failure): string {
  if (isStage(failure, 'manifest.')) return describeManifest(failure);
  if (isStage(failure, 'artifact.')) return describeArtifact(failure);
  if (isStage(failure, 'trust.') || isStage(failure, 'vault.')) return describeTrust(failure);
  if (isStage(failure, 'audit.')) return describeAudit(failure);
  if (isStage(failure, 'runtime.')) return describeRuntime(failure);
  if (isStage(failure, 'runner.')) return describeRunner(failure);
  if (isStage(failure, 'contracts.')) return describeContracts(failure);
  if (isStage(failure, 'a2ui.')) return describeA2ui(failure);
  if (isStage(failure, 'extension.')) return describeExtension(failure);
  if (isStage(failure, 'profile.')) return describeProfile(failure);
  if (isStage(failure, 'reaudit.')) return describeReaudit(failure);
  if (isStage(failure, 'registry.')) return describeRegistry(failure);
  if (isStage(failure, 'installed.')) return describeInstalled(failure);
  if (isStage(failure, 'hooks.')) return describeHooks(failure);
  if (isStage(failure, 'state.')) return describeState(failure);
  if (isStage(failure, 'plugins.')) return describePlugins(failure);
  if (isStage(failure, 'index.') || isStage(failure, 'lifecycle.')) return describeLifecycle(failure);
  return describeSigning(failure);
}

function isStage<S extends string>(failure: Failure, stage: S): failure is Extract<Failure, { code: `${S}${string}` }> {
  return failure.code.startsWith(stage);
}

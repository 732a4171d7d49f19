import type { A2uiFailure } from './failure/a2ui.ts';
import type { ArtifactFailure } from './failure/artifact.ts';
import type { AuditFailure } from './failure/audit.ts';
import type { ContractsFailure } from './failure/contracts.ts';
import type { ExtensionFailure } from './failure/extensions.ts';
import type { HooksFailure } from './failure/hooks.ts';
import type { InstalledFailure } from './failure/installed.ts';
import type { LifecycleFailure } from './failure/lifecycle.ts';
import type { ManifestFailure } from './failure/manifest.ts';
import type { PluginsFailure } from './failure/plugins.ts';
import type { ProfileFailure } from './failure/profiles.ts';
import type { ReauditFailure } from './failure/reaudit.ts';
import type { RegistryFailure } from './failure/registry.ts';
import type { RunnerFailure } from './failure/runner.ts';
import type { RuntimeFailure } from './failure/runtime.ts';
import type { SigningFailure } from './failure/signing.ts';
import type { StateFailure } from './failure/state.ts';
import type { TrustFailure } from './failure/trust.ts';

/** Every way to say no. The code is the contract, the other fields are the evidence. */
export type Failure =
  | ManifestFailure
  | ArtifactFailure
  | SigningFailure
  | TrustFailure
  | StateFailure
  | AuditFailure
  | RuntimeFailure
  | RunnerFailure
  | ContractsFailure
  | ExtensionFailure
  | ProfileFailure
  | LifecycleFailure
  | RegistryFailure
  | ReauditFailure
  | InstalledFailure
  | PluginsFailure
  | HooksFailure
  | A2uiFailure;

export type FailureCode = Failure['code'];

import type { A2uiFailure } from './failure/a2ui.ts';
import type { ArtifactFailure } from './failure/artifact.ts';
import type { ContractsFailure } from './failure/contracts.ts';
import type { ManifestFailure } from './failure/manifest.ts';
import type { RunnerFailure } from './failure/runner.ts';
import type { RuntimeFailure } from './failure/runtime.ts';
import type { SigningFailure } from './failure/signing.ts';
import type { TrustFailure } from './failure/trust.ts';

/** Every way to say no. The code is the contract, the other fields are the evidence. */
export type Failure =
  | ManifestFailure
  | ArtifactFailure
  | SigningFailure
  | TrustFailure
  | RuntimeFailure
  | RunnerFailure
  | ContractsFailure
  | A2uiFailure;

export type FailureCode = Failure['code'];

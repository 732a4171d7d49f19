import type { ArtifactFailure } from './failure/artifact.ts';
import type { ManifestFailure } from './failure/manifest.ts';
import type { SigningFailure } from './failure/signing.ts';
import type { TrustFailure } from './failure/trust.ts';

/** Every way to say no. The code is the contract, the other fields are the evidence. */
export type Failure = ManifestFailure | ArtifactFailure | SigningFailure | TrustFailure;

export type FailureCode = Failure['code'];

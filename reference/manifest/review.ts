import { asciiLower, trim } from '../text/white-space.ts';
import type { Manifest } from './manifest.ts';

const reviewed = ['approved', 'signed'];

/** MAN-REVIEW: an experiment that nobody has approved. Informative: neither a build nor a verification asks. */
export function requiresReview({ builder }: Manifest): boolean {
  return builder?.experimental === true && !reviewed.includes(asciiLower(trim(builder.reviewStatus)));
}

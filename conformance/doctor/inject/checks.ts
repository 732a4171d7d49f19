import type { Check } from '../check.ts';
import { intoRunner } from './into-runner.ts';
import { intoSubject } from './into-subject.ts';

/** Faults on the wire, in both directions. */
export const injectionChecks: readonly Check[] = [...intoSubject, ...intoRunner];

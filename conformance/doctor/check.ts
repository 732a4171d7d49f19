import type { Exam } from './exam.ts';
import type { Finding } from './report.ts';

/** One question about an adapter. */
export interface Check {
  readonly id: string;
  /** What is so where all is well. */
  readonly claim: string;
  readonly why: string;
  /** What to do where it is not so. */
  readonly advice: string;
  examine(exam: Exam): Finding | Promise<Finding>;
}

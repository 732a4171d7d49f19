import type { DiagnosisCode } from '#conformance/diagnosis.ts';
import { suiteReasons } from '#conformance/reason-map/parse.ts';
import type { CaseLine } from '#conformance/report/lines.ts';
import type { Operation } from '#spec/operations.ts';
import { CommonCauses } from './common-causes.ts';

const mostShown = 20;

/** How many cases came to one diagnosis, and the id of the first of them. */
export interface DiagnosedCases {
  readonly cases: number;
  readonly first: string;
}

/** As much of the lines as is shown, so that a run of any length needs no more memory than a short one. */
export class Noted {
  /** The first failures that no baseline knows. */
  readonly failures: CaseLine[] = [];
  /** Of all the failures that no baseline knows. */
  readonly causes = new CommonCauses();
  readonly diagnosed = new Map<DiagnosisCode, DiagnosedCases>();
  readonly unsupported = new Set<Operation>();
  known = 0;
  /** Failures whose refusal has no reason of the suite. */
  unnamed = 0;

  see(line: CaseLine): void {
    const { diagnosis } = line.observed;
    if (diagnosis !== undefined) {
      const { cases, first } = this.diagnosed.get(diagnosis) ?? { cases: 0, first: line.id };
      this.diagnosed.set(diagnosis, { cases: cases + 1, first });
    }
    if (line.verdict === 'unsupported') this.unsupported.add(line.operation);
    if (line.verdict !== 'fail') return;
    if (line.known !== undefined) {
      this.known++;
      return;
    }
    this.causes.see(line);
    if (line.observed.outcome === 'reject' && !suiteReasons.has(line.observed.reason ?? '')) this.unnamed++;
    if (this.failures.length < mostShown) this.failures.push(line);
  }
}

import { diagnoses } from '../../diagnosis.ts';

interface DiagnosisText {
  readonly severity: 'error' | 'warning';
  readonly text: string;
}

const known: ReadonlyMap<string, DiagnosisText> = new Map(Object.entries(diagnoses));

/** A report may be of a later suite and know of more. */
export function diagnosisText(code: string): DiagnosisText {
  return known.get(code) ?? { severity: 'error', text: 'this version of the suite does not know this diagnosis' };
}

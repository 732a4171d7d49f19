import type { FormField } from '../client/components/form-field.ts';
import type { FieldValue } from './values.ts';

/** Why a form is not sent. */
export type FieldProblem = 'required' | 'email' | 'min' | 'max' | 'step';

/** The e-mail addresses of the HTML standard, which are not quite those of RFC 5322. */
const email =
  /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/;

/** What is wrong with the value of a field; of an untouched number nothing is. */
export function problemOf(field: FormField, value: FieldValue, isTouched: boolean): FieldProblem | undefined {
  // A2S-REQUIRED, A2S-CHECKED: blanks are something.
  if (field.required && (value === '' || value === false)) return 'required';
  // A2S-EMAIL
  if (field.type === 'email' && value !== '' && !email.test(String(value))) return 'email';
  if (field.type === 'number' && typeof value === 'number' && isTouched) return numberProblem(field, value);
  return undefined;
}

/** A2S-RANGE */
function numberProblem({ min, max, step }: FormField & { type: 'number' }, value: number): FieldProblem | undefined {
  if (value < min) return 'min';
  if (value > max) return 'max';
  const steps = (value - min) / step;
  // Steps like 0.1 are no doubles: what is on the step but for rounding is on it.
  return Math.abs(steps - Math.round(steps)) > 1e-6 ? 'step' : undefined;
}

export function describeProblem(problem: FieldProblem, field: FormField): string {
  if (problem === 'required') return field.type === 'checkbox' ? 'This must be checked.' : 'This must be filled in.';
  if (problem === 'email') return 'This is no e-mail address.';
  if (field.type !== 'number') return 'This is not allowed.';
  if (problem === 'min') return `This must be ${field.min} or more.`;
  return problem === 'max' ? `This must be ${field.max} or less.` : `This must be a step of ${field.step}.`;
}

import type { FormField } from '../client/components/form-field.ts';

/** What a field holds: text, a number, or whether it is checked. */
export type FieldValue = string | number | boolean;

export type Entered =
  | { readonly is: 'value'; readonly value: FieldValue }
  /** The default again, whatever it is by then. */
  | { readonly is: 'default' }
  /** Nobody can enter this there. */
  | { readonly is: 'impossible' };

export function enteredValue(field: FormField, entered: string | boolean): Entered {
  const isFlag = typeof entered === 'boolean';
  if (isFlag !== (field.type === 'checkbox')) return { is: 'impossible' };
  if (field.type === 'number') {
    const value = numberIn(String(entered));
    return value === undefined ? { is: 'default' } : { is: 'value', value };
  }
  // An option that is not offered cannot be chosen.
  const isOffered = field.type !== 'select' || field.options.some(({ value }) => value === entered);
  // A2S-ENTERED: never trimmed.
  return isOffered ? { is: 'value', value: entered } : { is: 'impossible' };
}

/** As the web platform reads a number; undefined where it is none, or none that a double holds. */
function numberIn(text: string): number | undefined {
  const number = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

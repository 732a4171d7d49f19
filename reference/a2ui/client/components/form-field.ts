import { isJsonArray, isJsonObject, type Json, type JsonObject } from '#spec/json/value.ts';
import { renderLimits as limits } from '../limits.ts';
import { readFlag, readIdentifier, readNumber, readText, readWord } from '../text.ts';

type FieldHead = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly required: boolean;
};

export type SelectOption = { readonly label: string; readonly value: string };

export type FormField = FieldHead &
  (
    | { readonly type: 'text' | 'email'; readonly placeholder: string; readonly defaultValue: string }
    | {
        readonly type: 'number';
        readonly min: number;
        readonly max: number;
        readonly step: number;
        readonly defaultValue: number;
      }
    | { readonly type: 'select'; readonly options: readonly SelectOption[]; readonly defaultValue: string }
    | { readonly type: 'checkbox'; readonly defaultValue: boolean }
  );

const bound = 1_000_000;

/** The field at a position of the list, counted from 1; its id is not unique yet. */
export function readField(field: JsonObject, position: number, unique: (id: string) => string): FormField {
  const id = unique(readIdentifier(field.get('id'), `field-${position}`, limits.fieldId));
  const head: FieldHead = {
    id,
    label: readText(field.get('label'), id, limits.label),
    hint: readText(field.get('hint'), '', limits.hint),
    required: readFlag(field.get('required')),
  };
  const given = defaultOf(field);
  const type = readWord(field.get('type'), 'text', 16);
  switch (type) {
    case 'number':
      return { ...head, type, ...numberRange(field, given) };
    case 'select': {
      const options = readOptions(field.get('options'));
      return { ...head, type, options, defaultValue: chosen(options, given) };
    }
    case 'checkbox':
      return { ...head, type, defaultValue: readFlag(given) };
    default: {
      const placeholder = readText(field.get('placeholder'), '', limits.placeholder);
      const defaultValue = readText(given, '', limits.text);
      return { ...head, type: type === 'email' ? 'email' : 'text', placeholder, defaultValue };
    }
  }
}

/** A2C-DEFAULTS-STAY: a document that was normalised before has the second name. */
function defaultOf(field: JsonObject): Json | undefined {
  return field.get('default') ?? field.get('defaultValue');
}

function numberRange(field: JsonObject, given: Json | undefined) {
  const min = readNumber(field.get('min'), 0, -bound, bound);
  // A2C-RANGE: a maximum that nobody gave is not below the minimum either.
  const max = Math.max(min, readNumber(field.get('max'), 100, min, bound));
  const step = readNumber(field.get('step'), 1, 0.000001, 100_000);
  return { min, max, step, defaultValue: readNumber(given, min, min, max) };
}

function readOptions(value: Json | undefined): readonly SelectOption[] {
  const options: SelectOption[] = [];
  for (const [index, option] of (isJsonArray(value) ? value.slice(0, limits.selectOptions) : []).entries()) {
    if (!isJsonObject(option)) continue;
    options.push({
      label: readText(option.get('label'), `Option ${index + 1}`, limits.label),
      value: readIdentifier(option.get('value'), `option-${index + 1}`, limits.label),
    });
  }
  return options.length === 0 ? [{ label: 'N/A', value: 'na' }] : options;
}

function chosen(options: readonly SelectOption[], given: Json | undefined): string {
  const first = options[0]?.value ?? '';
  const wanted = readText(given, first, limits.optionDefault);
  return options.some(({ value }) => value === wanted) ? wanted : first;
}

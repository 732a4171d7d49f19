import { isJsonArray, isJsonObject, type JsonObject } from '#spec/json/value.ts';
import type { Component } from '../document.ts';
import { renderLimits as limits } from '../limits.ts';
import { readText } from '../text.ts';
import { UniqueIds } from '../unique-ids.ts';
import { type FormField, readField } from './form-field.ts';

export function readForm(id: string, props: JsonObject): Component {
  const given = props.get('fields');
  // A2C-FIELD-IDS-UNIQUE
  const ids = new UniqueIds(limits.fieldId);
  const fields: FormField[] = [];
  for (const [index, field] of (isJsonArray(given) ? given.slice(0, limits.formFields) : []).entries()) {
    if (isJsonObject(field)) fields.push(readField(field, index + 1, (fieldId) => ids.take(fieldId)));
  }
  const title = readText(props.get('title'), 'Form', limits.text);
  const submitLabel = readText(props.get('submit_label') ?? props.get('submitLabel'), 'Submit', limits.submitLabel);
  return { id, type: 'form', title, submitLabel, fields };
}

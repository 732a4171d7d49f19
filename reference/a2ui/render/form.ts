import type { FormField } from '../client/components/form-field.ts';
import type { Component } from '../client/document.ts';
import type { FieldProblem } from '../forms/problems.ts';
import { describeProblem } from '../forms/problems.ts';
import type { FieldValue } from '../forms/values.ts';
import type { ControlNode, FormNode } from './tree.ts';

type Form = Extract<Component, { readonly type: 'form' }>;

/** What a person has done to a form since it was shown. */
export interface FormState {
  readonly values: ReadonlyMap<string, FieldValue>;
  readonly problems: ReadonlyMap<string, FieldProblem>;
}

/** The form at a position of the page. */
export function formNode({ title, submitLabel, fields }: Form, position: number, state?: FormState): FormNode {
  const controls = fields.map((field, index) => control(field, `field-${position}-${index + 1}`, state));
  return { role: 'form', title, submitLabel, controls };
}

function control(field: FormField, elementId: string, state: FormState | undefined): ControlNode {
  const { id, label, hint, required } = field;
  const problem = state?.problems.get(id);
  const error = problem === undefined ? undefined : describeProblem(problem, field);
  const head = { elementId, name: label, description: hint, required, error };
  const typed = state?.values.get(id);
  switch (field.type) {
    case 'number': {
      const { min, max, step, defaultValue } = field;
      return { ...head, role: 'spinbutton', min, max, step, value: typeof typed === 'number' ? typed : defaultValue };
    }
    case 'select':
      return { ...head, role: 'choice', options: field.options, value: textOr(field.defaultValue, typed) };
    case 'checkbox':
      return { ...head, role: 'checkbox', checked: typeof typed === 'boolean' ? typed : field.defaultValue };
    default: {
      const { type, placeholder, defaultValue } = field;
      return { ...head, role: 'textbox', kind: type, placeholder, value: textOr(defaultValue, typed) };
    }
  }
}

function textOr(fallback: string, typed: FieldValue | undefined): string {
  return typeof typed === 'string' ? typed : fallback;
}

import { fail, ok, type Result } from '#spec/result.ts';
import type { FormField } from '../client/components/form-field.ts';
import type { Component, NormalDocument } from '../client/document.ts';
import { enteredValue, type FieldValue } from './values.ts';

export type Form = Extract<Component, { readonly type: 'form' }>;

/** What a person has entered and not sent: by form, then by field. Fields that nobody touched are not in it. */
export type Drafts = ReadonlyMap<string, FormDrafts>;
export type FormDrafts = ReadonlyMap<string, Draft>;

interface Draft {
  readonly type: FormField['type'];
  readonly value: FieldValue;
}

/** A2S-SHOWN */
export function findForm({ components }: NormalDocument, componentId: string): Result<Form> {
  const form = components.find((each): each is Form => each.type === 'form' && each.id === componentId);
  return form === undefined ? fail({ code: 'a2ui.no-form', componentId }) : ok(form);
}

/** The drafts once somebody has entered something in a field. */
export function enter(drafts: Drafts, form: Form, fieldId: string, entered: string | boolean): Result<Drafts> {
  const field = form.fields.find(({ id }) => id === fieldId);
  const result = field === undefined ? undefined : enteredValue(field, entered);
  if (field === undefined || result === undefined || result.is === 'impossible') {
    return fail({ code: 'a2ui.no-field', componentId: form.id, field: fieldId });
  }
  const ofForm = new Map(drafts.get(form.id));
  if (result.is === 'default') ofForm.delete(fieldId);
  else ofForm.set(fieldId, { type: field.type, value: result.value });
  return ok(new Map(drafts).set(form.id, ofForm));
}

/** A2S-KEPT: a document that was patched takes nothing away that somebody entered, as long as its field is there. */
export function keepDrafts(drafts: Drafts, { components }: NormalDocument): Drafts {
  const kept = new Map<string, FormDrafts>();
  for (const component of components) {
    const ofForm = component.type === 'form' ? drafts.get(component.id) : undefined;
    if (component.type === 'form' && ofForm !== undefined) kept.set(component.id, keepOfForm(ofForm, component));
  }
  return kept;
}

function keepOfForm(drafts: FormDrafts, { fields }: Form): FormDrafts {
  const kept = new Map<string, Draft>();
  for (const field of fields) {
    const draft = drafts.get(field.id);
    if (draft !== undefined && stillFits(draft, field)) kept.set(field.id, draft);
  }
  return kept;
}

function stillFits({ type, value }: Draft, field: FormField): boolean {
  if (type !== field.type) return false;
  return field.type !== 'select' || field.options.some((option) => option.value === value);
}

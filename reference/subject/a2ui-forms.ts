import type { Json } from '#spec/json/value.ts';
import type { OperationValue } from '#spec/operations.ts';
import { ok, type Result } from '#spec/result.ts';
import { defaultBudget } from '../a2ui/client/budget.ts';
import type { NormalDocument } from '../a2ui/client/document.ts';
import { normaliseDocument } from '../a2ui/client/normalise.ts';
import { readClientPatch } from '../a2ui/client/patch.ts';
import { runTick } from '../a2ui/client/queue.ts';
import { type Drafts, enter, findForm, keepDrafts } from '../a2ui/forms/drafts.ts';
import { type Submission, submitForm } from '../a2ui/forms/submit.ts';
import type { FieldValue } from '../a2ui/forms/values.ts';
import type { InputReader } from './read-input.ts';

/** A console with one person before it: a form is shown, filled in while patches come, and sent. */
export function submit(input: InputReader): Result<OperationValue<'a2ui.submit'>> {
  const componentId = input.text('componentId');
  const shown = normaliseDocument(input.json('document'));
  if (!shown.ok) return shown;
  let document = shown.value;
  let drafts: Drafts = new Map();
  for (const step of input.list('steps')) {
    if (step.has('patch')) {
      document = patched(document, step.json('patch'));
      drafts = keepDrafts(drafts, document);
      continue;
    }
    const form = findForm(document, componentId);
    if (!form.ok) return form;
    const entered = enter(drafts, form.value, step.text('field'), step.textOrFlag('entered'));
    if (!entered.ok) return entered;
    drafts = entered.value;
  }
  const form = findForm(document, componentId);
  return form.ok ? ok(submissionToWire(submitForm(form.value, drafts.get(componentId) ?? new Map()))) : form;
}

/** A2Q-BAD-PATCH: what cannot be read or applied changes nothing. */
function patched(document: NormalDocument, json: Json): NormalDocument {
  const patch = readClientPatch(json, defaultBudget);
  if (!patch.ok) return document;
  return runTick(document, [{ index: 0, patch: patch.value }], defaultBudget, () => 0).document;
}

function submissionToWire(submission: Submission): OperationValue<'a2ui.submit'> {
  if (submission.outcome === 'blocked') {
    const blocked = [...submission.problems].map(([field, problem]) => ({ field, problem }));
    return { event: null, blocked };
  }
  const values = new Map([...submission.values].map(([id, value]) => [id, valueToJson(value)]));
  return { event: { componentId: submission.componentId, values }, blocked: [] };
}

/** A2C-WHOLE-NUMBERS holds here too. */
function valueToJson(value: FieldValue): Json {
  return typeof value === 'number' && Number.isInteger(value) ? BigInt(value) : value;
}

import { expect, test } from 'vitest';
import { toJson } from '#spec/compile/plain.ts';
import { normaliseDocument } from '../client/normalise.ts';
import { enter, findForm } from '../forms/drafts.ts';
import { submitForm } from '../forms/submit.ts';
import type { FieldValue } from '../forms/values.ts';
import { renderDocument } from '../render/render.ts';

const normal = normaliseDocument(
  toJson({
    v: 1n,
    surface: 's',
    components: [
      {
        id: 'ask',
        type: 'form',
        props: {
          fields: [
            { id: 'age', label: 'Age', type: 'number', min: 1n, max: 9n, hint: 'In years.' },
            { id: 'ok', label: 'Agreed', type: 'checkbox', required: true },
            { id: 'name', label: 'Name' },
          ],
        },
      },
    ],
  }),
);
if (!normal.ok) throw new Error(normal.failure.code);
const document = normal.value;

test('a form that was not sent says why beside each control, and keeps what was entered (A2R-ERRORS)', () => {
  const form = findForm(document, 'ask');
  if (!form.ok) throw new Error(form.failure.code);
  const entered = enter(new Map(), form.value, 'age', '99');
  if (!entered.ok) throw new Error(entered.failure.code);
  const drafts = entered.value.get('ask') ?? new Map();
  const submission = submitForm(form.value, drafts);
  if (submission.outcome !== 'blocked') throw new Error(submission.outcome);
  const values = new Map<string, FieldValue>([...drafts].map(([id, { value }]) => [id, value]));
  const state = new Map([['ask', { values, problems: submission.problems }]]);
  const html = renderDocument(document, { forms: state });
  expect(html).toContain(
    '<input id="field-1-1" aria-invalid="true" aria-describedby="field-1-1-error field-1-1-hint" type="number" min="1" max="9" step="1" value="99">',
  );
  expect(html).toContain('<p id="field-1-1-error" data-error="">This must be 9 or less.</p>');
  expect(html).toContain('<p id="field-1-2-error" data-error="">This must be checked.</p>');
  expect(html).not.toContain('field-1-3-error');
});

test('before anybody has touched it a form says nothing of errors', () => {
  expect(renderDocument(document)).not.toContain('error');
});

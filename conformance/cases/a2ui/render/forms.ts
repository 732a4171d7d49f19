import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import { type Members, type Proves, page, type Said, shows, texts } from './rows.ts';

const options = [
  { label: 'Red', value: 'r' },
  { label: 'Green', value: 'g' },
];

/** One field, and what its control must be. */
function field(id: string, proves: Proves, given: Members, control: Said): Case {
  const props = { fields: [{ id: 'f', label: 'F', ...given }] };
  return shows(`field-${id}`, proves, 'form', props, { controls: [control] });
}

const kinds: readonly (readonly [type: string, control: string])[] = [
  ['text', 'text'],
  ['email', 'email'],
  ['number', 'number'],
  ['select', 'choice'],
  ['checkbox', 'checkbox'],
];

const values: readonly (readonly [id: string, given: Members, control: Said])[] = [
  ['text-default', { default: 'Ada', placeholder: 'Your name' }, { value: 'Ada', placeholder: 'Your name' }],
  ['text-without-a-default', {}, { value: '', placeholder: '' }],
  ['email-default', { type: 'email', default: 'a@b.example' }, { control: 'email', value: 'a@b.example' }],
  ['number-default', { type: 'number', min: 1n, default: 4n }, { value: 4n }],
  ['number-fraction', { type: 'number', step: 0.5, default: 2.5 }, { value: 2.5 }],
  ['number-least', { type: 'number', min: 3n }, { value: 3n }],
  ['choice-default', { type: 'select', options, default: 'g' }, { options: ['Red', 'Green'], value: 'Green' }],
  ['choice-first', { type: 'select', options }, { options: ['Red', 'Green'], value: 'Red' }],
  ['choice-of-nothing', { type: 'select' }, { options: ['N/A'], value: 'N/A' }],
  ['checked', { type: 'checkbox', default: true }, { value: true }],
  ['not-checked', { type: 'checkbox', default: 'true' }, { value: false }],
];

const ranges: readonly (readonly [id: string, given: Members, control: Said])[] = [
  ['all', { min: -5n, max: 5n, step: 0.5 }, { min: -5n, max: 5n, step: 0.5 }],
  ['none', {}, { min: 0n, max: 100n, step: 1n }],
  ['least-above-the-usual', { min: 200n }, { min: 200n, max: 200n, step: 1n }],
];

const hint = (id: string, label: string): Members => ({ id, label, hint: `Hint of ${label}.` });

export const formPageCases: readonly Case[] = [
  shows(
    'form',
    ['A2R-FORM', 'A2R-LABELS'],
    'form',
    {
      title: 'Who are you?',
      submit_label: 'Tell',
      fields: kinds.map(([type]) => ({ id: type, label: `A ${type}`, type })),
    },
    {
      says: texts('Who are you?'),
      controls: kinds.map(([type, control]): WireValue => ({ control, name: `A ${type}` })),
      buttons: ['Tell'],
    },
  ),
  shows(
    'form-without-fields',
    ['A2R-FORM'],
    'form',
    { title: 'T' },
    { says: texts('T'), controls: [], buttons: ['Submit'] },
  ),
  page(
    'two-forms',
    ['A2R-FORM', 'A2R-LABELS', 'A2R-HINTS'],
    // Put together, the ids of form and field are the same twice.
    [
      { id: 'a', type: 'form', props: { fields: [hint('b-c', 'One')] } },
      { id: 'a-b', type: 'form', props: { fields: [hint('c', 'Two')] } },
    ],
    ['One', 'Two'].map((label) => ({ controls: [{ name: label, description: `Hint of ${label}.` }] })),
  ),
  shows(
    'labels-alike',
    ['A2R-LABELS'],
    'form',
    { fields: ['a', 'b'].map((id) => ({ id, label: 'Same', default: id })) },
    {
      controls: [
        { name: 'Same', value: 'a' },
        { name: 'Same', value: 'b' },
      ],
    },
  ),
  ...kinds.map(([type, control]) =>
    field(
      `label-of-${type}`,
      ['A2R-LABELS'],
      { type, label: 'The label', placeholder: 'Not the label' },
      { control, name: 'The label' },
    ),
  ),
  ...kinds.map(([type, control]) =>
    field(`hint-of-${type}`, ['A2R-HINTS'], { type, hint: 'Look it up.' }, { control, description: 'Look it up.' }),
  ),
  ...values.map(([id, given, control]) => field(`value-${id}`, ['A2R-FORM-VALUES'], given, control)),
  ...['text', 'email'].flatMap((type) => [
    field(`required-${type}`, ['A2R-REQUIRED'], { type, required: true }, { required: true }),
    field(`not-required-${type}`, ['A2R-REQUIRED'], { type, required: 'true' }, { required: false }),
  ]),
  ...['number', 'select', 'checkbox'].flatMap((type) => [
    field(`required-${type}`, ['A2R-REQUIRED-EVERYWHERE'], { type, required: true }, { required: true }),
    field(`not-required-${type}`, ['A2R-REQUIRED-EVERYWHERE'], { type }, { required: false }),
  ]),
  ...ranges.map(([id, given, control]) => field(`range-${id}`, ['A2R-RANGE'], { type: 'number', ...given }, control)),
];

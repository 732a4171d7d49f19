import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { observed } from '../../../rows.ts';
import { documentOf, ellipsis, normal, props, times } from './rows.ts';

const form = ['A2C-FORM'] as const;
type Members = { readonly [name: string]: JsonModel };

const head = { title: 'T', submitLabel: 'Go' };
const given = { title: 'T', submit_label: 'Go' };
const common = { id: 'f', label: 'F', hint: '', required: false };

/** What becomes of one field. */
function field(id: string, proves: Parameters<typeof props>[1], one: JsonModel, expected: Members): Case {
  return props(
    `field-${id}`,
    proves,
    'form',
    { ...given, fields: [one] },
    { ...head, fields: [{ ...common, ...expected }] },
  );
}

const textField = { type: 'text', placeholder: '', defaultValue: '' };
const plain = { id: 'f', label: 'F' };

const heads: readonly (readonly [string, Members, Members])[] = [
  ['nothing', {}, { title: 'Form', submitLabel: 'Submit' }],
  ['empty-texts', { title: '', submit_label: ' ' }, { title: '', submitLabel: '' }],
  ['camel-case', { title: 'T', submitLabel: 'Send' }, { title: 'T', submitLabel: 'Send' }],
  ['snake-case-first', { submit_label: 'A', submitLabel: 'B' }, { title: 'Form', submitLabel: 'A' }],
  ['snake-case-null', { submit_label: null, submitLabel: 'B' }, { title: 'Form', submitLabel: 'B' }],
  ['snake-case-number', { submit_label: 1n, submitLabel: 'B' }, { title: 'Form', submitLabel: 'Submit' }],
  ['label-at-the-limit', { submit_label: 's'.repeat(48) }, { title: 'Form', submitLabel: 's'.repeat(48) }],
  [
    'label-beyond-the-limit',
    { submit_label: 's'.repeat(49) },
    { title: 'Form', submitLabel: `${'s'.repeat(47)}${ellipsis}` },
  ],
];

const types: readonly (readonly [string, JsonModel, string])[] = [
  ['missing', null, 'text'],
  ['password', 'password', 'text'],
  ['folded', ' EMAIL', 'email'],
  ['number-of-something', 5n, 'text'],
];

const ranges: readonly (readonly [string, Members, Members])[] = [
  ['nothing', {}, { min: 0n, max: 100n, step: 1n, defaultValue: 0n }],
  ['all', { min: 1n, max: 9n, step: 0.5, default: 4n }, { min: 1n, max: 9n, step: 0.5, defaultValue: 4n }],
  ['max-below-min', { min: 10n, max: 5n }, { min: 10n, max: 10n, step: 1n, defaultValue: 10n }],
  ['default-below', { min: 1n, max: 9n, default: -3n }, { min: 1n, max: 9n, step: 1n, defaultValue: 1n }],
  ['default-above', { min: 1n, max: 9n, default: 99n }, { min: 1n, max: 9n, step: 1n, defaultValue: 9n }],
  ['default-text', { min: 1n, max: 9n, default: '5' }, { min: 1n, max: 9n, step: 1n, defaultValue: 1n }],
  ['step-zero', { step: 0n }, { min: 0n, max: 100n, step: 0.000001, defaultValue: 0n }],
  ['step-large', { step: 100_001n }, { min: 0n, max: 100n, step: 100_000n, defaultValue: 0n }],
  [
    'bounds',
    { min: -2_000_000n, max: 2_000_000n },
    { min: -1_000_000n, max: 1_000_000n, step: 1n, defaultValue: -1_000_000n },
  ],
  ['min-text', { min: '5', max: 9n }, { min: 0n, max: 9n, step: 1n, defaultValue: 0n }],
];

const option = (value: string, label = value) => ({ label, value });
const selects: readonly (readonly [string, Members, Members])[] = [
  ['nothing', {}, { options: [option('na', 'N/A')], defaultValue: 'na' }],
  ['no-objects', { options: ['a', null] }, { options: [option('na', 'N/A')], defaultValue: 'na' }],
  ['first-chosen', { options: [option('a'), option('b')] }, { options: [option('a'), option('b')], defaultValue: 'a' }],
  [
    'chosen',
    { options: [option('a'), option('b')], default: ' b ' },
    { options: [option('a'), option('b')], defaultValue: 'b' },
  ],
  ['chosen-unknown', { options: [option('a')], default: 'x' }, { options: [option('a')], defaultValue: 'a' }],
  [
    'value-as-identifier',
    { options: [option('v 1')], default: 'v-1' },
    { options: [option('v-1', 'v 1')], defaultValue: 'v-1' },
  ],
  [
    'default-not-as-identifier',
    { options: [option('a'), option('v 1')], default: 'v 1' },
    { options: [option('a'), option('v-1', 'v 1')], defaultValue: 'a' },
  ],
  ['defaults-by-place', { options: [1n, {}] }, { options: [option('option-2', 'Option 2')], defaultValue: 'option-2' }],
  [
    '64',
    { options: times(64, (n) => option(`o${n}`)) },
    { options: times(64, (n) => option(`o${n}`)), defaultValue: 'o1' },
  ],
  [
    '65',
    { options: times(65, (n) => option(`o${n}`)) },
    { options: times(64, (n) => option(`o${n}`)), defaultValue: 'o1' },
  ],
];

const named = (id: JsonModel): JsonModel => ({ id, label: 'F' });
const namedIs = (id: string) => ({ ...common, id, ...textField });
const unique = ['A2C-FIELD-IDS-UNIQUE'] as const;

function fields(
  id: string,
  proves: Parameters<typeof props>[1],
  list: readonly JsonModel[],
  expected: readonly JsonModel[],
): Case {
  return props(`fields-${id}`, proves, 'form', { ...given, fields: list }, { ...head, fields: expected });
}

const staying: readonly (readonly [string, Members, Members])[] = [
  [
    'text',
    { type: 'text', placeholder: 'p', defaultValue: 'd' },
    { type: 'text', placeholder: 'p', defaultValue: 'd' },
  ],
  [
    'number',
    { type: 'number', min: 1n, max: 9n, step: 2n, defaultValue: 4n },
    { type: 'number', min: 1n, max: 9n, step: 2n, defaultValue: 4n },
  ],
  [
    'select',
    { type: 'select', options: [option('a'), option('b')], defaultValue: 'b' },
    { type: 'select', options: [option('a'), option('b')], defaultValue: 'b' },
  ],
  ['checkbox', { type: 'checkbox', defaultValue: true }, { type: 'checkbox', defaultValue: true }],
  [
    'first-name-counts',
    { type: 'checkbox', default: false, defaultValue: true },
    { type: 'checkbox', defaultValue: false },
  ],
  [
    'first-name-null',
    { type: 'checkbox', default: null, defaultValue: true },
    { type: 'checkbox', defaultValue: true },
  ],
];

export const formCases: readonly Case[] = [
  ...heads.map(([name, one, expected]) => props(`form-${name}`, form, 'form', one, { ...expected, fields: [] })),
  props('form-fields-no-list', form, 'form', { ...given, fields: { '0': plain } }, { ...head, fields: [] }),
  field('plain', form, plain, textField),
  ...types.map(([name, type, expected]) =>
    field(`type-${name}`, ['A2C-FOLD', ...form], { ...plain, type }, { ...textField, type: expected }),
  ),
  field('id-default', form, { label: 'F' }, { ...textField, id: 'field-1' }),
  field('id-at-the-limit', form, { ...plain, id: 'i'.repeat(48) }, { ...textField, id: 'i'.repeat(48) }),
  field('id-beyond-the-limit', form, { ...plain, id: 'i'.repeat(49) }, { ...textField, id: `${'i'.repeat(47)}-` }),
  field('label-default', form, { id: 'a b' }, { ...textField, id: 'a-b', label: 'a-b' }),
  field('label-empty', form, { id: 'f', label: ' ' }, { ...textField, label: '' }),
  field(
    'label-beyond-the-limit',
    form,
    { id: 'f', label: 'l'.repeat(65) },
    { ...textField, label: `${'l'.repeat(63)}${ellipsis}` },
  ),
  field('hint', form, { ...plain, hint: ' h ' }, { ...textField, hint: 'h' }),
  field(
    'hint-beyond-the-limit',
    form,
    { ...plain, hint: 'h'.repeat(129) },
    { ...textField, hint: `${'h'.repeat(127)}${ellipsis}` },
  ),
  field('required', ['A2C-FLAG', ...form], { ...plain, required: true }, { ...textField, required: true }),
  field('required-text', ['A2C-FLAG', ...form], { ...plain, required: 'true' }, textField),
  field(
    'placeholder',
    form,
    { ...plain, placeholder: 'p'.repeat(97) },
    { ...textField, placeholder: `${'p'.repeat(95)}${ellipsis}` },
  ),
  field('default', form, { ...plain, default: ' d ' }, { ...textField, defaultValue: 'd' }),
  field(
    'default-of-email',
    form,
    { ...plain, type: 'email', default: 'a@b.c' },
    { ...textField, type: 'email', defaultValue: 'a@b.c' },
  ),
  field('default-number-of-text', form, { ...plain, default: 5n }, textField),
  field(
    'default-beyond-the-limit',
    form,
    { ...plain, default: 'd'.repeat(513) },
    { ...textField, defaultValue: `${'d'.repeat(511)}${ellipsis}` },
  ),
  field('checkbox', form, { ...plain, type: 'checkbox', default: true }, { type: 'checkbox', defaultValue: true }),
  field(
    'checkbox-text',
    ['A2C-FLAG', ...form],
    { ...plain, type: 'checkbox', default: 'true' },
    { type: 'checkbox', defaultValue: false },
  ),
  ...ranges.map(([name, one, expected]) =>
    field(
      `number-${name}`,
      ['A2C-NUMBER', ...form],
      { ...plain, type: 'number', ...one },
      { type: 'number', ...expected },
    ),
  ),
  field(
    'number-max-left-out-below-min',
    ['A2C-RANGE'],
    { ...plain, type: 'number', min: 200n },
    { type: 'number', min: 200n, max: 200n, step: 1n, defaultValue: 200n },
  ),
  ...selects.map(([name, one, expected]) =>
    field(`select-${name}`, form, { ...plain, type: 'select', ...one }, { type: 'select', ...expected }),
  ),
  fields(
    '32',
    form,
    times(32, (n) => named(`f${n}`)),
    times(32, (n) => namedIs(`f${n}`)),
  ),
  fields(
    '33',
    ['A2C-FIRST', ...form],
    times(33, (n) => named(`f${n}`)),
    times(32, (n) => namedIs(`f${n}`)),
  ),
  fields('dropped-are-counted', ['A2C-FIRST', ...form], [null, 'x', { label: 'F' }], [namedIs('field-3')]),
  fields(
    'equal-ids',
    unique,
    times(3, () => named('f')),
    [namedIs('f'), namedIs('f-2'), namedIs('f-3')],
  ),
  fields(
    'equal-ids-at-the-limit',
    unique,
    times(2, () => named('f'.repeat(48))),
    [namedIs('f'.repeat(48)), namedIs(`${'f'.repeat(46)}-2`)],
  ),
  fields(
    'equal-to-a-number',
    unique,
    [named('f-2'), named('f'), named('f')],
    [namedIs('f-2'), namedIs('f'), namedIs('f-3')],
  ),
  normal(
    'fields-of-two-forms',
    unique,
    [1, 2].map((n) => ({ id: `form${n}`, type: 'form', props: { ...given, fields: [named('f')] } })),
    [1, 2].map((n) => ({ id: `form${n}`, type: 'form', props: { ...head, fields: [namedIs('f')] } })),
  ),
  ...staying.map(([name, one, expected]) =>
    field(`stays-${name}`, ['A2C-DEFAULTS-STAY', 'A2C-IDEMPOTENT'], { ...common, ...one }, expected),
  ),
  observed('a2ui/client-defaults-lost', ['A2C-DEFAULTS-LOST'], 'accepted', (world) => ({
    operation: 'a2ui.normalize',
    model: {
      document: documentOf(world, [
        { id: 'it', type: 'form', props: { fields: [{ ...common, ...textField, defaultValue: 'd' }] } },
      ]),
    },
  })),
  observed('a2ui/client-ids-cut-late', ['A2C-IDS-HOLE'], 'accepted', (world) => ({
    operation: 'a2ui.normalize',
    model: {
      document: documentOf(
        world,
        times(2, () => ({ id: 'k'.repeat(64), type: 'text', props: {} })),
      ),
    },
  })),
];

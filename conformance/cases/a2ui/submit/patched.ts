import type { Case } from '../../../case.ts';
import { observed } from '../../../rows.ts';
import { enter, filledIn, patch, sends } from './rows.ts';

const options = [
  { label: 'Red', value: 'r' },
  { label: 'Green', value: 'g' },
];
const fields = [
  { id: 'name', default: 'Ada' },
  { id: 'age', type: 'number', default: 4n },
  { id: 'color', type: 'select', options },
  { id: 'ok', type: 'checkbox' },
];
const all = [enter('name', 'Grace'), enter('age', '9'), enter('color', 'g'), enter('ok', true)];
const sent = { name: 'Grace', age: 9n, color: 'g', ok: true };
const untouched = { name: 'Ada', age: 4n, color: 'r', ok: false };

const kept = ['A2S-KEPT'] as const;
const ofForm = '/components/1/props/fields';
const elsewhere = patch('replace', '/components/0/props/value', 'After.');

export const patchedFormCases: readonly Case[] = [
  sends('kept-beside-a-patch', kept, fields, [...all, elsewhere], sent),
  sends(
    'kept-between-patches',
    kept,
    fields,
    [elsewhere, ...all.slice(0, 2), elsewhere, ...all.slice(2), elsewhere],
    sent,
  ),
  sends('defaults-beside-a-patch', ['A2C-DEFAULTS-STAY'], fields, [elsewhere], untouched),
  sends('kept-when-a-label-changes', kept, fields, [...all, patch('replace', `${ofForm}/0/label`, 'Your name')], sent),
  sends('kept-when-the-form-moves', kept, fields, [...all, patch('remove', '/components/0')], sent),
  sends('kept-when-fields-move', kept, fields, [...all, patch('add', `${ofForm}/0`, { id: 'first', default: 'new' })], {
    first: 'new',
    ...sent,
  }),
  sends('kept-when-the-default-changes', kept, fields, [...all, patch('add', `${ofForm}/0/default`, 'Bob')], sent),
  sends('default-of-now', ['A2S-ENTERED', 'A2S-EVENT'], fields, [patch('add', `${ofForm}/0/default`, 'Bob')], {
    ...untouched,
    name: 'Bob',
  }),
  sends(
    'entered-behind-a-patch',
    ['A2S-ENTERED'],
    fields,
    [patch('add', `${ofForm}/0/default`, 'Bob'), enter('name', 'Eve')],
    { ...untouched, name: 'Eve' },
  ),
  sends('field-removed', ['A2S-EVENT'], fields, [...all, patch('remove', `${ofForm}/0`)], {
    age: 9n,
    color: 'g',
    ok: true,
  }),
  sends(
    'type-changed',
    ['A2S-EVENT'],
    fields,
    [enter('name', 'Grace'), patch('replace', `${ofForm}/0/type`, 'checkbox')],
    { ...untouched, name: false },
  ),
  sends(
    'option-removed',
    ['A2S-EVENT'],
    fields,
    [enter('color', 'g'), patch('remove', `${ofForm}/2/options/1`)],
    untouched,
  ),
  sends('bad-patch', ['A2Q-BAD-PATCH', ...kept], fields, [...all, patch('remove', '/nowhere')], sent),
  sends('patch-that-ruins', ['A2Q-RUINED', ...kept], fields, [...all, patch('remove', '/surface')], sent),
  sends('patch-that-is-none', ['A2Q-BAD-PATCH', ...kept], fields, [...all, { patch: null }], sent),
  observed(
    'a2ui/submit-observed-beside-a-patch',
    ['A2S-LOST'],
    'accepted',
    filledIn(fields, [enter('name', 'Eve'), elsewhere]),
  ),
];

import type { Case } from '../../../case.ts';
import { insert, observed, put, rejected } from '../../../rows.ts';
import { enter, filledIn, isBlocked, sends } from './rows.ts';

const options = [
  { label: 'Red', value: 'r' },
  { label: 'Green', value: 'g' },
];
const name = { id: 'name', label: 'Name', default: 'Ada' };
const five = [
  name,
  { id: 'mail', type: 'email' },
  { id: 'age', type: 'number', min: 1n, max: 10n, default: 4n },
  { id: 'color', type: 'select', options, default: 'g' },
  { id: 'ok', type: 'checkbox', default: true },
];
const untouched = { name: 'Ada', mail: '', age: 4n, color: 'g', ok: true };
const age = { id: 'age', type: 'number', min: 1n, max: 10n, default: 4n };
const wide = { id: 'age', type: 'number', min: -100_000n, max: 100_000n, default: 4n };
const fine = { ...wide, min: 0n, step: 0.25 };
const required = { id: 'name', required: true };
const mail = { id: 'mail', type: 'email' };
const box = { id: 'ok', type: 'checkbox', required: true };
const entered = ['A2S-ENTERED'] as const;
const noNumber = ['A2S-NO-NUMBER'] as const;
const range = ['A2S-RANGE'] as const;
const shown = ['A2S-SHOWN'] as const;

export const sendingCases: readonly Case[] = [
  sends('untouched', ['A2S-EVENT', ...entered, ...shown], five, [], untouched),
  sends('no-fields', ['A2S-EVENT'], [], [], {}),
  sends('one-touched', ['A2S-EVENT', ...entered], five, [enter('name', 'Grace')], { ...untouched, name: 'Grace' }),
  sends(
    'all-touched',
    ['A2S-EVENT', ...entered],
    five,
    [enter('name', ''), enter('mail', 'a@b.example'), enter('age', '7'), enter('color', 'r'), enter('ok', false)],
    { name: '', mail: 'a@b.example', age: 7n, color: 'r', ok: false },
  ),
  sends('last-entry-counts', entered, [name], [enter('name', 'A'), enter('name', 'B')], { name: 'B' }),
  sends('back-to-the-default', entered, [name], [enter('name', 'A'), enter('name', 'Ada')], { name: 'Ada' }),
  sends('not-trimmed', entered, [name], [enter('name', '  a  b ')], { name: '  a  b ' }),
  sends('not-cut', entered, [name], [enter('name', 'n'.repeat(2000))], { name: 'n'.repeat(2000) }),
  sends('markup-as-it-is', entered, [name], [enter('name', '<b>&amp;"')], { name: '<b>&amp;"' }),
  sends('digits-in-a-text', entered, [name], [enter('name', '12')], { name: '12' }),
  sends('checked-and-not', entered, [{ ...box, required: false }], [enter('ok', true), enter('ok', false)], {
    ok: false,
  }),
  sends('ids-alike', ['A2C-FIELD-IDS-UNIQUE'], [name, { ...name, default: 'Bob' }], [], {
    name: 'Ada',
    'name-2': 'Bob',
  }),
  ...(
    [
      ['whole', '12', 12n],
      ['negative', '-12', -12n],
      ['exponent', '1e3', 1000n],
      ['zero', '0', 0n],
    ] as const
  ).map(([id, text, value]) => sends(`number-${id}`, entered, [wide], [enter('age', text)], { age: value })),
  // Without the rule on steps, HTML takes 1 for the step.
  sends('number-fraction', range, [fine], [enter('age', '.5')], { age: 0.5 }),
  ...(
    [
      ['empty', ''],
      ['word', 'abc'],
      ['overflow', '1e999'],
      ['infinity', 'Infinity'],
      ['not-a-number', 'NaN'],
      ['sign-alone', '-'],
    ] as const
  ).map(([id, text]) =>
    sends(`no-number-${id}`, noNumber, [wide], [enter('age', '7'), enter('age', text)], { age: 4n }),
  ),
  isBlocked('required-empty', ['A2S-REQUIRED', 'A2S-BLOCKED'], [required], [], ['name', 'required']),
  isBlocked(
    'required-emptied',
    ['A2S-REQUIRED'],
    [{ ...required, default: 'x' }],
    [enter('name', '')],
    ['name', 'required'],
  ),
  isBlocked('required-mail', ['A2S-REQUIRED'], [{ ...mail, required: true }], [], ['mail', 'required']),
  sends('required-filled', ['A2S-REQUIRED'], [required], [enter('name', 'x')], { name: 'x' }),
  sends('required-blanks', ['A2S-REQUIRED'], [required], [enter('name', '  ')], { name: '  ' }),
  sends('not-required-empty', ['A2S-REQUIRED'], [{ ...required, required: 'yes' }], [], { name: '' }),
  ...['nobody', 'a@', '@b', 'a b@c.example', 'a@b@c'].map((text, n) =>
    isBlocked(`mail-bad-${n + 1}`, ['A2S-EMAIL', 'A2S-BLOCKED'], [mail], [enter('mail', text)], ['mail', 'email']),
  ),
  isBlocked('mail-bad-default', ['A2S-EMAIL'], [{ ...mail, default: 'nobody' }], [], ['mail', 'email']),
  ...['a@b.example', "a.b+c!#$%&'*/=?^_`{|}~-@b-c.example", 'a@b'].map((text, n) =>
    sends(`mail-good-${n + 1}`, ['A2S-EMAIL'], [mail], [enter('mail', text)], { mail: text }),
  ),
  sends('mail-empty', ['A2S-EMAIL'], [mail], [], { mail: '' }),
  isBlocked(
    'blocked-by-two',
    ['A2S-BLOCKED'],
    [mail, name, required],
    [enter('mail', 'nobody'), enter('name', 'x')],
    ['mail', 'email'],
    ['name-2', 'required'],
  ),
  isBlocked('box-not-checked', ['A2S-CHECKED'], [box], [], ['ok', 'required']),
  isBlocked('box-unchecked', ['A2S-CHECKED'], [{ ...box, default: true }], [enter('ok', false)], ['ok', 'required']),
  sends('box-checked', ['A2S-CHECKED'], [box], [enter('ok', true)], { ok: true }),
  sends('box-not-required', ['A2S-CHECKED'], [{ ...box, required: false }], [], { ok: false }),
  isBlocked('number-below', range, [age], [enter('age', '0')], ['age', 'min']),
  isBlocked('number-above', range, [age], [enter('age', '11')], ['age', 'max']),
  isBlocked('number-off-the-step', range, [age], [enter('age', '2.5')], ['age', 'step']),
  isBlocked(
    'number-off-a-step-from-the-least',
    range,
    [{ ...age, step: 2n, default: 3n }],
    [enter('age', '4')],
    ['age', 'step'],
  ),
  sends('number-least', range, [age], [enter('age', '1')], { age: 1n }),
  sends('number-most', range, [age], [enter('age', '10')], { age: 10n }),
  sends('number-on-a-step-from-the-least', range, [{ ...age, step: 2n, default: 3n }], [enter('age', '7')], {
    age: 7n,
  }),
  sends('number-on-a-tenth', range, [{ ...age, min: 0n, step: 0.1, default: 0n }], [enter('age', '0.3')], { age: 0.3 }),
  isBlocked(
    'number-off-a-tenth',
    range,
    [{ ...age, min: 0n, step: 0.1, default: 0n }],
    [enter('age', '0.35')],
    ['age', 'step'],
  ),
  observed('a2ui/submit-observed-above', ['A2S-RANGE-UNHEEDED'], 'accepted', filledIn([age], [enter('age', '99')])),
  sends(
    'id-proto',
    ['A2S-NAMES'],
    [{ id: '__proto__', default: 'x' }, { id: 'constructor' }],
    [enter('constructor', 'y')],
    {
      ['__proto__']: 'x',
      constructor: 'y',
    },
  ),
  sends('id-proto-entered', ['A2S-NAMES'], [{ id: '__proto__', default: 'x' }], [enter('__proto__', 'z')], {
    ['__proto__']: 'z',
  }),
  rejected(
    'a2ui/submit-no-document',
    ['A2C-OBJECT'],
    'a2ui/submit-untouched',
    'a2ui.client-not-object',
    put(['document'], null),
  ),
  rejected('a2ui/submit-no-form', shown, 'a2ui/submit-untouched', 'a2ui.no-form', put(['componentId'], 'elsewhere')),
  rejected('a2ui/submit-text-as-a-form', shown, 'a2ui/submit-untouched', 'a2ui.no-form', put(['componentId'], 'note')),
  rejected(
    'a2ui/submit-no-field',
    shown,
    'a2ui/submit-untouched',
    'a2ui.no-field',
    insert(['steps', 0], enter('nothing', 'x')),
  ),
  rejected(
    'a2ui/submit-no-option',
    shown,
    'a2ui/submit-untouched',
    'a2ui.no-field',
    insert(['steps', 0], enter('color', 'blue')),
  ),
];

import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { normal, times } from './rows.ts';

const text = (id: JsonModel, value = 'v'): JsonModel => ({ id, type: 'text', props: { value } });
const textIs = (id: string, value = 'v') => ({ id, type: 'text', props: { tone: 'normal', value } });

const dropped: readonly (readonly [string, JsonModel])[] = [
  ['null', null],
  ['number', 1n],
  ['list', ['text']],
  ['without-type', { id: 'a', props: {} }],
  ['type-null', { id: 'a', type: null }],
  ['type-blank', { id: 'a', type: ' \ufeff' }],
];

const folded: readonly (readonly [string, string])[] = [
  ['upper-case', 'TEXT'],
  ['padded', ' \u00a0text\ufeff'],
  ['mixed', 'TeXt'],
];

const unknown: readonly (readonly [string, string])[] = [
  ['button', 'button'],
  ['with-space-inside', 'te xt'],
  ['too-long', `text${' '.repeat(24)}x`],
  ['prototype', '__proto__'],
  ['constructor', 'constructor'],
  ['dotted-capital-i', 'L\u0130ST'],
];

const ids: readonly (readonly [string, JsonModel, string])[] = [
  ['number', 12n, 'component-1'],
  ['empty', '', 'component-1'],
  ['blank', '  ', 'component-1'],
  ['spaces', 'a  b', 'a-b'],
  ['dashes', 'a--b', 'a-b'],
  ['dot', 'a.b', 'a-b'],
  ['emoji', '😀', '-'],
  ['all-that-is-allowed', 'Az09:_-', 'Az09:_-'],
  ['proto', '__proto__', '__proto__'],
  ['markup', '"><img src=x>', '-img-src-x-'],
  ['padded', ' a ', 'a'],
  ['at-the-limit', 'i'.repeat(64), 'i'.repeat(64)],
  ['beyond-the-limit', 'i'.repeat(65), `${'i'.repeat(63)}-`],
];

const sixty = 'k'.repeat(60);

export const componentCases: readonly Case[] = [
  ...dropped.map(([name, component]) =>
    normal(`component-${name}`, ['A2C-COMPONENT'], [component, text('a')], [textIs('a')]),
  ),
  ...folded.map(([name, type]) =>
    normal(`type-${name}`, ['A2C-FOLD'], [{ id: 'a', type, props: { value: 'v' } }], [textIs('a')]),
  ),
  normal(
    'type-kelvin-sign',
    ['A2C-FOLD'],
    [{ id: 'a', type: 'mar\u212adown', props: { value: 'v' } }],
    [{ id: 'a', type: 'markdown', props: { value: 'v' } }],
  ),
  ...unknown.map(([name, type]) =>
    normal(
      `type-${name}`,
      ['A2C-COMPONENT', 'A2C-UNKNOWN-TYPE'],
      [{ id: 'a', type, props: {} }, text('a')],
      [textIs('a-2')],
    ),
  ),
  normal('props-missing', ['A2C-COMPONENT'], [{ id: 'a', type: 'text' }], [textIs('a', '')]),
  normal('props-list', ['A2C-COMPONENT'], [{ id: 'a', type: 'text', props: ['v'] }], [textIs('a', '')]),
  normal('props-null', ['A2C-COMPONENT'], [{ id: 'a', type: 'text', props: null }], [textIs('a', '')]),
  ...ids.map(([name, given, expected]) =>
    normal(`id-${name}`, ['A2C-IDENTIFIER', 'A2C-IDS'], [text(given)], [textIs(expected)]),
  ),
  normal(
    'id-missing',
    ['A2C-IDS', 'A2C-FIRST'],
    [null, { type: 'text', props: { value: 'v' } }],
    [textIs('component-2')],
  ),
  normal(
    'ids-of-six',
    ['A2C-IDS', 'A2C-IDENTIFIER'],
    [{ type: 'text', props: { value: 'v' } }, text(''), text('a b'), text('😀'), text(12n), text('a.b')],
    [textIs('component-1'), textIs('component-2'), textIs('a-b'), textIs('-'), textIs('component-5'), textIs('a-b-2')],
  ),
  normal(
    'ids-equal',
    ['A2C-IDS'],
    times(4, () => text('a')),
    [textIs('a'), textIs('a-2'), textIs('a-3'), textIs('a-4')],
  ),
  normal(
    'ids-number-taken',
    ['A2C-IDS'],
    [text('a-2'), text('a'), text('a'), text('a')],
    [textIs('a-2'), textIs('a'), textIs('a-3'), textIs('a-4')],
  ),
  normal(
    'ids-number-taken-later',
    ['A2C-IDS'],
    [text('a'), text('a'), text('a-2')],
    [textIs('a'), textIs('a-2'), textIs('a-2-2')],
  ),
  normal(
    'ids-default-taken',
    ['A2C-IDS'],
    [text('component-2'), { type: 'text', props: { value: 'v' } }],
    [textIs('component-2'), textIs('component-2-2')],
  ),
  normal('ids-differ-by-case', ['A2C-IDS'], [text('a'), text('A')], [textIs('a'), textIs('A')]),
  normal(
    'ids-of-60-units',
    ['A2C-IDS'],
    times(3, () => text(sixty)),
    [textIs(sixty), textIs(`${sixty}-2`), textIs(`${sixty}-3`)],
  ),
  normal(
    'ids-of-64-units',
    ['A2C-IDS-UNIQUE'],
    times(3, () => text('k'.repeat(64))),
    [textIs('k'.repeat(64)), textIs(`${'k'.repeat(62)}-2`), textIs(`${'k'.repeat(62)}-3`)],
  ),
  normal(
    'ids-of-63-units',
    ['A2C-IDS-UNIQUE'],
    times(2, () => text('k'.repeat(63))),
    [textIs('k'.repeat(63)), textIs(`${'k'.repeat(62)}-2`)],
  ),
  normal(
    'ids-with-two-digits',
    ['A2C-IDS-UNIQUE'],
    times(11, () => text('k'.repeat(62))),
    [
      textIs('k'.repeat(62)),
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((n) => textIs(`${'k'.repeat(62)}-${n}`)),
      textIs(`${'k'.repeat(61)}-10`),
      textIs(`${'k'.repeat(61)}-11`),
    ],
  ),
  normal(
    'ids-too-long-of-one-beginning',
    ['A2C-IDS-UNIQUE'],
    [text(`${'k'.repeat(70)}a`), text(`${'k'.repeat(70)}b`)],
    [textIs(`${'k'.repeat(63)}-`), textIs(`${'k'.repeat(62)}-2`)],
  ),
  normal(
    'ids-of-dashes',
    ['A2C-IDS-UNIQUE'],
    times(3, () => text('-')),
    [textIs('-'), textIs('-2'), textIs('-3')],
  ),
  normal(
    'components-128',
    ['A2C-COMPONENTS'],
    times(128, (n) => text(`c${n}`)),
    times(128, (n) => textIs(`c${n}`)) as never,
  ),
  normal(
    'components-129',
    ['A2C-COMPONENTS', 'A2C-FIRST'],
    times(129, (n) => text(`c${n}`)),
    times(128, (n) => textIs(`c${n}`)) as never,
  ),
  normal('components-cut-before-looked-at', ['A2C-FIRST'], [...times(128, () => null), text('a')], []),
  normal('components-last-in-reach', ['A2C-FIRST'], [...times(127, () => null), text('a')], [textIs('a')]),
];

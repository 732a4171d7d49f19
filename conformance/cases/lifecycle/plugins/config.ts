import type { RequirementId } from '#spec/generated/requirement-ids.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { exactly } from '../../manifest/exactly.ts';
import { configIs, configured, shownWhole, wholeValues, withValue, withValues } from './config-given.ts';
import { answers } from './given.ts';

const types = ['PLUG-CONFIG-TYPES'] as const;
const state = ['PLUG-CONFIG-STATE'] as const;
const listed = ['PLUG-CONFIG-LISTED'] as const;
const effective = ['PLUG-CONFIG-EFFECTIVE'] as const;
const redacted = ['PLUG-CONFIG-REDACTED'] as const;
const issues = ['PLUG-CONFIG-ISSUES'] as const;

type Key = keyof typeof wholeValues;
type Shown = { readonly [key: string]: WireValue };

function without(values: Shown, ...keys: readonly Key[]): WireValue {
  return exactly(Object.fromEntries(Object.entries(values).filter(([key]) => !keys.some((one) => one === key))));
}

/** A value that is none of its property: an issue, and not in effect. */
function wrong(key: Key, word: string, value: JsonModel, ...more: readonly RequirementId[]): readonly Case[] {
  return [
    withValue(
      `${key}-${word}`,
      [...types, ...state, ...effective, ...more],
      key,
      value,
      configIs('invalid', {
        effective: without(shownWhole, key),
      }),
    ),
    withValue(
      `${key}-${word}-issue`,
      issues,
      key,
      value,
      configIs('invalid', { issues: [{ code: 'wrong-type', property: key }] }),
    ),
  ];
}

function right(key: Key, word: string, value: JsonModel): Case {
  return withValue(
    `${key}-${word}`,
    types,
    key,
    value,
    configIs('valid', { effective: exactly({ ...shownWhole, [key]: value }) }),
  );
}

function unlisted(word: string, value: string): readonly Case[] {
  return [
    withValue(
      `region-${word}`,
      listed,
      'region',
      value,
      configIs('invalid', { effective: without(shownWhole, 'region') }),
    ),
    withValue(
      `region-${word}-issue`,
      issues,
      'region',
      value,
      configIs('invalid', { issues: [{ code: 'not-listed', property: 'region' }] }),
    ),
  ];
}

const several = { ...wholeValues, zeta: 1n, ratio: 'much', loud: 0n };

export const configCases: readonly Case[] = [
  answers(
    'config-whole',
    [...types, ...state, ...effective, ...redacted, ...issues, ...listed, 'PLUG-CONFIG-UNDECLARED'],
    configured(wholeValues),
    configIs('valid', {
      issues: [],
      redacted_fields: ['pin', 'token'],
      configured: exactly(shownWhole),
      effective: exactly(shownWhole),
    }),
  ),
  right('name', 'empty', ''),
  right('name', 'digits', '12'),
  ...wrong('name', 'integer', 12n),
  ...wrong('name', 'false', false),
  ...wrong('name', 'list', ['a']),
  ...wrong('name', 'object', { a: 'b' }),
  right('retries', 'negative', -1n),
  right('retries', 'of-63-bits', 2n ** 63n - 1n),
  right('retries', 'least', -(2n ** 63n)),
  ...wrong('retries', 'text', '5'),
  ...wrong('retries', 'fraction', 5.5),
  ...wrong('retries', 'true', true),
  right('ratio', 'integer', 2n),
  right('ratio', 'negative', -0.25),
  ...wrong('ratio', 'text', '0.5'),
  ...wrong('ratio', 'list', [0.5]),
  right('loud', 'false', false),
  ...wrong('loud', 'text', 'true'),
  ...wrong('loud', 'integer', 1n),
  right('tags', 'empty', []),
  right('tags', 'repeated', ['x', 'y', 'y']),
  ...wrong('tags', 'text', 'a'),
  ...wrong('tags', 'mixed', ['x', 'y', 1n]),
  ...wrong('tags', 'nested', ['x', 'y', ['a']]),
  ...wrong('tags', 'object', {}),
  right('region', 'other', ' us'),
  ...unlisted('trimmed', 'us'),
  ...unlisted('capitals', 'EU'),
  ...unlisted('both', 'eu, us'),
  ...unlisted('empty', ''),
  ...wrong('token', 'integer', 7n, ...redacted),
  ...wrong('pin', 'text', '1', ...redacted),

  withValue(
    'undeclared',
    ['PLUG-CONFIG-UNDECLARED', ...effective, ...state],
    'nmae',
    'b',
    configIs('invalid', {
      effective: exactly(shownWhole),
    }),
  ),
  withValue('undeclared-capital', ['PLUG-CONFIG-UNDECLARED'], 'Name', 'b', configIs('invalid')),
  withValue(
    'undeclared-proto',
    ['PLUG-CONFIG-UNDECLARED'],
    'constructor',
    'b',
    configIs('invalid', {
      effective: exactly(shownWhole),
    }),
  ),
  withValue(
    'undeclared-issue',
    issues,
    'nmae',
    'b',
    configIs('invalid', { issues: [{ code: 'undeclared', property: 'nmae' }] }),
  ),
  withValue(
    'undeclared-hidden',
    ['PLUG-CONFIG-UNDECLARED-HIDDEN'],
    'nmae',
    'b',
    configIs('invalid', {
      configured: exactly({ ...shownWhole, nmae: '[redacted]' }),
    }),
  ),
  withValues(
    'declared-shown',
    ['PLUG-CONFIG-UNDECLARED-HIDDEN'],
    { name: 'b' },
    configIs('valid', {
      configured: exactly({ name: 'b' }),
    }),
  ),
  withValues(
    'several-issues',
    issues,
    several,
    configIs('invalid', {
      issues: [
        { code: 'wrong-type', property: 'loud' },
        { code: 'wrong-type', property: 'ratio' },
        { code: 'undeclared', property: 'zeta' },
      ],
    }),
  ),
  withValue(
    'secret-of-other-type-hidden',
    redacted,
    'token',
    7n,
    configIs('invalid', {
      configured: exactly(shownWhole),
    }),
  ),
  withValues(
    'secret-not-given',
    redacted,
    { name: 'a' },
    configIs('valid', {
      redacted_fields: ['pin', 'token'],
      configured: exactly({ name: 'a' }),
      effective: exactly({ name: 'a', retries: 3n, pin: '[redacted]' }),
    }),
  ),
];

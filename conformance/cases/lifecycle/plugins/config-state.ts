import type { Case } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { exactly } from '../../manifest/exactly.ts';
import { checking } from './checking.ts';
import { configIs, configured, withoutInstance, withValues } from './config-given.ts';
import { answers, answersOtherwise, answersToo } from './given.ts';

const required = ['PLUG-CONFIG-REQUIRED'] as const;
const state = ['PLUG-CONFIG-STATE'] as const;
const migration = ['PLUG-CONFIG-MIGRATION'] as const;
const noContract = ['PLUG-CONFIG-NO-CONTRACT'] as const;
const absent = ['PLUG-CONFIG-ABSENT'] as const;
const issues = ['PLUG-CONFIG-ISSUES'] as const;

const defaultsOnly = `
[operator.config]
required = ["greeting"]
[operator.config.properties.greeting]
type = "string"
default = "hello"`;

const twoRequired = `
[operator.config]
schema_version = 3
required = ["b", "a"]
[operator.config.properties.a]
type = "string"
[operator.config.properties.b]
type = "boolean"
[operator.config.properties.c]
type = "integer"`;

const noEffect = { effective: exactly({}) };
const digest = '0123456789abcdef'.repeat(4);

export const configStateCases: readonly Case[] = [
  withValues('name-alone', required, { name: 'a' }, configIs('valid')),
  withValues('default-given', required, { name: 'a', retries: 3n }, configIs('valid')),
  withValues(
    'default-fills',
    [...required, 'PLUG-CONFIG-EFFECTIVE'],
    { name: 'a', ratio: 1.5 },
    configIs('valid', {
      effective: exactly({ name: 'a', retries: 3n, ratio: 1.5, pin: '[redacted]' }),
      configured: exactly({ name: 'a', ratio: 1.5 }),
    }),
  ),
  withValues(
    'name-missing',
    [...required, ...state, 'PLUG-CONFIG-EFFECTIVE'],
    { retries: 1n },
    configIs('missing', {
      effective: exactly({ retries: 1n, pin: '[redacted]' }),
    }),
  ),
  withValues(
    'name-missing-issue',
    issues,
    {},
    configIs('missing', { issues: [{ code: 'missing', property: 'name' }] }),
  ),
  withValues('nothing-given', [...required, ...state], {}, configIs('missing')),
  withValues('missing-and-wrong', state, { ratio: 'x' }, configIs('invalid')),
  withValues('missing-and-undeclared', state, { nmae: 'x' }, configIs('invalid')),
  withValues('missing-and-unlisted', state, { region: 'x' }, configIs('invalid')),
  withValues('required-of-wrong-type', state, { name: 1n }, configIs('invalid')),
  answers(
    'config-two-missing',
    [...required, ...state],
    configured({ c: 1n }, twoRequired),
    configIs('missing', {
      effective: exactly({ c: 1n }),
    }),
  ),
  answers('config-one-of-two-missing', required, configured({ a: '' }, twoRequired), configIs('missing')),
  answers('config-none-of-two-missing', required, configured({ a: '', b: false }, twoRequired), configIs('valid')),
  answers(
    'config-two-missing-issues',
    issues,
    configured({}, twoRequired),
    configIs('missing', {
      issues: [
        { code: 'missing', property: 'a' },
        { code: 'missing', property: 'b' },
      ],
    }),
  ),

  answersOtherwise(
    'config-older-contract',
    migration,
    'config-whole',
    put(['config', 'contractSchemaVersion'], 2n),
    configIs('requires_migration', noEffect),
  ),
  answersOtherwise(
    'config-newer-contract',
    migration,
    'config-whole',
    put(['config', 'contractSchemaVersion'], 4n),
    configIs('requires_migration', noEffect),
  ),
  answersOtherwise(
    'config-other-artifact',
    migration,
    'config-whole',
    put(['config', 'payloadSha256'], digest),
    configIs('requires_migration', noEffect),
  ),
  answersOtherwise(
    'config-of-this-contract',
    migration,
    'config-older-of-two',
    put(['config', 'contractSchemaVersion'], 3n),
    configIs('missing'),
  ),
  answers(
    'config-older-of-two',
    migration,
    (world) => {
      const { operation, model } = configured({}, twoRequired)(world);
      return {
        operation,
        model: { ...(model as object), config: { contractSchemaVersion: 2n, payloadSha256: 'installed', values: {} } },
      };
    },
    configIs('requires_migration', noEffect),
  ),

  answers(
    'config-no-contract',
    noContract,
    checking(),
    configIs('valid', { effective: exactly({}), redacted_fields: [] }),
  ),
  answersToo(
    'config-no-contract-empty-instance',
    noContract,
    checking(),
    put(['config'], { contractSchemaVersion: null, payloadSha256: null, values: {} }),
    configIs('valid', noEffect),
  ),
  answersOtherwise(
    'config-no-contract-values',
    noContract,
    'config-no-contract',
    put(['config'], { contractSchemaVersion: null, payloadSha256: null, values: { name: 'a' } }),
    configIs('invalid', noEffect),
  ),
  answers(
    'config-no-instance-name-missing',
    ['PLUG-CONFIG-REQUIRED'],
    withoutInstance(twoRequired),
    configIs('missing'),
  ),
  answers(
    'config-no-instance-defaults',
    absent,
    withoutInstance(defaultsOnly),
    configIs('valid', {
      effective: exactly({ greeting: 'hello' }),
    }),
  ),
  answers('config-no-instance-missing', absent, withoutInstance(twoRequired), configIs('missing')),
];

import { capabilityClasses } from '#spec/contracts/vocabulary.ts';
import { runnerTextFields } from '#spec/runner.ts';
import type { Case, RecipeValue } from '../../../case.ts';
import { insert, put } from '../../../rows.ts';
import { at, field, inline, inlineAnswer, kebab, ofSkill, skillAnswer } from './given.ts';
import { refusesText } from './input-text.ts';
import { answerText } from './modules.ts';
import { refused, refusing, refusingInline, runs } from './rows.ts';

const repeated = refusesText(['RUN-REPEATED'], 'runner.repeated-field');
const unknown = refusingInline(['RUN-UNKNOWN-FIELDS'], 'runner.unknown-field');
const mistyped = refusingInline(['RUN-FIELD-TYPES'], 'runner.wrong-type');
const wholeList = 'empty-lists';
const unknownList = refusing(['RUN-UNKNOWN-FIELDS'], wholeList, 'runner.unknown-field');
const mistypedList = refusing(['RUN-FIELD-TYPES'], wholeList, 'runner.wrong-type');

const emptyLists = Object.fromEntries(capabilityClasses.map((each) => [each, []]));
/** What an inline module can do without. */
const unused = runnerTextFields.filter((name) => name !== 'module_base64' && name !== 'entrypoint');

/** What is no list of capabilities, by the word for it in an id. */
const strangers = [
  ['hosts', 'hosts'],
  ['filesystem', 'filesystem'],
  ['secret-keys', 'secret_keys'],
  ['capitals', 'HTTP_HOSTS'],
  ['hyphen', 'storage-prefixes'],
  ['blank-behind', 'channels '],
  ['prototype', '__proto__'],
  ['field-of-input', 'skill_id'],
] as const;

/** A value of each type, by the word for it in an id. */
const values = {
  number: 1n,
  float: 1.5,
  true: true,
  list: [],
  object: {},
  text: 'a',
  null: null,
} as const satisfies Record<string, RecipeValue>;
type TypeWord = keyof typeof values;

const except = (...words: readonly TypeWord[]) =>
  (Object.keys(values) as TypeWord[])
    .filter((word) => !words.includes(word))
    .map((word) => [word, values[word]] as const);

export const inputFieldCases: readonly Case[] = [
  repeated('repeated-entrypoint', '"entrypoint":"run"', '"entrypoint":"run","entrypoint":"run"'),
  repeated('repeated-apart', '"entrypoint":"run"', '"entrypoint":"run","skill_id":"a.b"'),
  repeated('repeated-null-first', '"entrypoint":"run"', '"entrypoint":null,"entrypoint":"run"'),
  repeated('repeated-null-last', '"entrypoint":"run"', '"entrypoint":"run","entrypoint":null'),
  repeated('repeated-escaped', '"entrypoint":"run"', '"\\u0065ntrypoint":"run","entrypoint":"run"'),
  repeated('repeated-module', '"module_base64":', '"module_base64":"","module_base64":'),
  repeated('repeated-capabilities', '"capabilities":', '"capabilities":{},"capabilities":'),
  repeated('repeated-list', '"http_hosts":', '"http_hosts":[],"http_hosts":'),
  repeated('repeated-list-escaped', '"http_hosts":', '"http\\u005fhosts":[],"http_hosts":'),
  ...['skill_version', 'module_path', 'tool_id', 'module_wat'].map((name) =>
    repeated(`repeated-${kebab(name)}`, '{"module', `{"${name}":null,"${name}":null,"module`),
  ),
  ...['secrets', 'storage_prefixes', 'channels'].map((name) =>
    repeated(`repeated-${kebab(name)}`, '"http_hosts":', `"${name}":[],"${name}":[],"http_hosts":`),
  ),

  ...['dev', 'timeout', 'timeout_ms', 'args', 'input', 'env', 'module', 'skillId', 'policy'].map((name) =>
    unknown(`unknown-${kebab(name.toLowerCase())}`, field(name, null)),
  ),
  unknown('unknown-no-name', field('', null)),
  unknown('unknown-prototype', field('__proto__', true)),
  unknown('unknown-capital', field('Entrypoint', 'run')),
  unknown('unknown-blank-behind', field('entrypoint ', 'run')),
  unknown('unknown-hyphen', field('skill-id', 'a.b')),
  unknown('unknown-list-at-root', field('http_hosts', [])),
  ...strangers.map(([word, name]) => unknownList(`unknown-list-${word}`, put(at('capabilities', name), []))),

  ...runnerTextFields.map((name) => mistyped(`number-as-${kebab(name)}`, field(name, 1n))),
  ...except('number', 'text', 'null').map(([word, value]) =>
    mistyped(`${word}-as-entrypoint-text`, field('entrypoint', value)),
  ),
  mistyped('module-in-list', field('module_base64', ['AGFzbQEAAAA='])),
  ...except('list', 'object').map(([word, value]) => mistyped(`${word}-as-capabilities`, field('capabilities', value))),
  runs('empty-lists', ['RUN-FIELD-TYPES', 'RUN-UNKNOWN-FIELDS'], inline({ capabilities: emptyLists }), inlineAnswer),
  runs('no-lists', ['RUN-FIELD-TYPES'], inline({ capabilities: {} }), inlineAnswer),
  ...capabilityClasses.map((each) => mistypedList(`null-as-${kebab(each)}`, put(at('capabilities', each), null))),
  ...except('list', 'null').map(([word, value]) =>
    mistypedList(`${word}-as-list`, put(at('capabilities', 'channels'), value)),
  ),
  ...capabilityClasses.map((each) => mistypedList(`null-in-${kebab(each)}`, insert(at('capabilities', each, 0), null))),
  ...except('text', 'null').map(([word, value]) =>
    mistypedList(`${word}-in-list`, insert(at('capabilities', 'secrets', 0), value)),
  ),
  ...except('list', 'object').map(([word, value]) => mistyped(`${word}-as-input`, put(['input', 'json'], value))),

  ...unused.map((name) => runs(`null-${kebab(name)}`, ['RUN-NULL'], inline({ [name]: null }), inlineAnswer)),
  runs(
    'null-module-base64',
    ['RUN-NULL', 'RUN-ONE-MODULE'],
    inline({ module_base64: null, module_wat: answerText }),
    inlineAnswer,
  ),
  runs(
    'null-modules-beside-skill',
    ['RUN-NULL', 'RUN-INLINE-ALLOWED'],
    ofSkill({ module_wat: null, module_base64: null }, undefined, { policy: { allow_inline_modules: false } }),
    skillAnswer,
  ),
  runs(
    'null-in-all-other-fields',
    ['RUN-NULL'],
    inline(Object.fromEntries(unused.map((name) => [name, null]))),
    inlineAnswer,
  ),
  refused('nothing-given', ['RUN-SOURCE'], 'text', 'runner.no-module-source', put(['input'], '{}')),
  refusingInline(['RUN-NULL', 'RUN-SOURCE'], 'runner.no-module-source')('null-module', field('module_base64', null)),
];

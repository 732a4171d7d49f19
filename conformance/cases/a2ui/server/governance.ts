import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import { ordered } from '../../../rows.ts';
import { alsoTakes, plainDocument, refusesDocument, takes } from './rows.ts';

const base = 'governed-document';

const track = '"track_id":"t-1"';
const flag = '"feature_flag":"f.x"';
const summary = '"support_summary":"Ask us."';
const review = '"security_review":["read"]';
const exit = '"exit_criteria":["measured","agreed"]';

function governed(world: World): string {
  return plainDocument(world).replace(
    '"v":1,',
    `"v":1,"experimental":{${[track, flag, summary, review, exit].join(',')}},`,
  );
}

type Code = Parameters<typeof refusesDocument>[3];
type Proves = Parameters<typeof refusesDocument>[1];

const refuses = (id: string, proves: Proves, code: Code, from: string, by: string) =>
  refusesDocument(`governance-${id}`, proves, base, code, from, by);
const alsoAccepts = (id: string, proves: Proves, from: string, by: string) =>
  alsoTakes(`governance-${id}`, proves, base, from, by, governed);

/** Behind the last required member. */
const more = (members: string) => [exit, `${exit},${members}`] as const;

const texts = [
  ['track', track, 'track_id'],
  ['flag', flag, 'feature_flag'],
  ['summary', summary, 'support_summary'],
] as const;
const lists = [
  ['review', review, 'security_review'],
  ['exit', exit, 'exit_criteria'],
] as const;

const blanks = [
  ['no-characters', ''],
  ['space', ' '],
  ['no-break-space', '\u00a0'],
  ['next-line', '\u0085'],
  ['ideographic-space', '\u3000'],
  ['several', ' \\t\\n\u2028'],
] as const;
const notBlanks = [
  ['byte-order-mark', '\ufeff'],
  ['zero-width-space', '\u200b'],
  ['nul', '\\u0000'],
  ['long', 'x'.repeat(10_000)],
] as const;

const textCases = texts.flatMap(([name, member, key]) => [
  refuses(`${name}-missing`, ['A2-GOV-REQUIRED'], 'a2ui.governance-missing', member, '"other":1'),
  refuses(`${name}-null`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":null`),
  refuses(`${name}-number`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":1`),
  refuses(`${name}-list`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":["t"]`),
  ...blanks.map(([row, value]) =>
    refuses(`${name}-${row}`, ['A2-GOV-EMPTY'], 'a2ui.governance-empty', member, `"${key}":"${value}"`),
  ),
  ...notBlanks.map(([row, value]) => alsoAccepts(`${name}-${row}`, ['A2-GOV-EMPTY'], member, `"${key}":"${value}"`)),
]);

const listCases = lists.flatMap(([name, member, key]) => [
  refuses(`${name}-missing`, ['A2-GOV-REQUIRED'], 'a2ui.governance-missing', member, '"other":1'),
  refuses(`${name}-null`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":null`),
  refuses(`${name}-text`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":"read"`),
  refuses(`${name}-object`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":{"0":"read"}`),
  refuses(`${name}-no-elements`, ['A2-GOV-EMPTY'], 'a2ui.governance-empty', member, `"${key}":[]`),
  refuses(`${name}-of-number`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":["read",1]`),
  refuses(`${name}-of-null`, ['A2-GOV-TYPES'], 'a2ui.governance-type', member, `"${key}":[null]`),
  refuses(`${name}-of-blank`, ['A2-GOV-EMPTY'], 'a2ui.governance-empty', member, `"${key}":["read"," "]`),
  refuses(
    `${name}-blank-then-number`,
    ['A2-GOV-EMPTY', 'A2-GOV-ORDER'],
    'a2ui.governance-empty',
    member,
    `"${key}":["",1]`,
  ),
  refuses(
    `${name}-number-then-blank`,
    ['A2-GOV-TYPES', 'A2-GOV-ORDER'],
    'a2ui.governance-type',
    member,
    `"${key}":[1,""]`,
  ),
  alsoAccepts(`${name}-long`, ['A2-GOV-EMPTY'], member, `"${key}":[${'"x",'.repeat(99)}"${'y'.repeat(500)}"]`),
]);

const notObjects = [
  ['null', 'null'],
  ['list', '[]'],
  ['text', '"t-1"'],
  ['false', 'false'],
  ['zero', '0'],
] as const;

const stages = ['disabled', 'dark_launch', 'operator_preview', 'limited_preview'];
const stageProves = ['A2-GOV-NAMES'] as const;
const consent = ['A2-GOV-CONSENT'] as const;

export const governanceCases: readonly Case[] = [
  takes(base, ['A2-GOV-OBJECT', 'A2-GOV-REQUIRED', 'A2-GOV-TYPES', 'A2-DOC-UNCHANGED'], governed),
  ...notObjects.map(([name, value]) =>
    refusesDocument(
      `governance-${name}`,
      ['A2-GOV-OBJECT'],
      'plain-document',
      'a2ui.experimental-type',
      '"v":1,',
      `"v":1,"experimental":${value},`,
    ),
  ),
  refusesDocument(
    'governance-nothing',
    ['A2-GOV-REQUIRED'],
    'plain-document',
    'a2ui.governance-missing',
    '"v":1,',
    '"v":1,"experimental":{},',
  ),
  ...textCases,
  ...listCases,
  refuses('track-camel-case', ['A2-GOV-REQUIRED'], 'a2ui.governance-missing', '"track_id"', '"trackId"'),
  refuses('review-camel-case', ['A2-GOV-REQUIRED'], 'a2ui.governance-missing', '"security_review"', '"securityReview"'),
  alsoAccepts(
    'camel-case-passed-over',
    ['A2-GOV-NAMES', 'A2-DOC-UNCHANGED'],
    ...more('"rolloutStage":3,"ambientMode":"push_to_talk"'),
  ),
  ...stages.map((stage) =>
    alsoAccepts(`stage-${stage.replace('_', '-')}`, stageProves, ...more(`"rollout_stage":"${stage}"`)),
  ),
  refuses('stage-upper-case', stageProves, 'a2ui.governance-value', ...more('"rollout_stage":"Disabled"')),
  refuses('stage-padded', stageProves, 'a2ui.governance-value', ...more('"rollout_stage":" dark_launch"')),
  refuses('stage-unknown', stageProves, 'a2ui.governance-value', ...more('"rollout_stage":"ga"')),
  refuses('stage-empty', stageProves, 'a2ui.governance-value', ...more('"rollout_stage":""')),
  refuses('stage-null', ['A2-GOV-TYPES'], 'a2ui.governance-type', ...more('"rollout_stage":null')),
  refuses('stage-number', ['A2-GOV-TYPES'], 'a2ui.governance-type', ...more('"rollout_stage":3')),
  alsoAccepts('mode-disabled', stageProves, ...more('"ambient_mode":"disabled"')),
  refuses(
    'mode-unknown',
    stageProves,
    'a2ui.governance-value',
    ...more('"ambient_mode":"loud","consent_required":true'),
  ),
  refuses(
    'mode-upper-case',
    stageProves,
    'a2ui.governance-value',
    ...more('"ambient_mode":"PUSH_TO_TALK","consent_required":true'),
  ),
  refuses('mode-null', ['A2-GOV-TYPES'], 'a2ui.governance-type', ...more('"ambient_mode":null')),
  refuses('consent-null', ['A2-GOV-TYPES'], 'a2ui.governance-type', ...more('"consent_required":null')),
  refuses(
    'consent-text',
    ['A2-GOV-TYPES'],
    'a2ui.governance-type',
    ...more('"ambient_mode":"push_to_talk","consent_required":"true"'),
  ),
  refuses('consent-number', ['A2-GOV-TYPES'], 'a2ui.governance-type', ...more('"consent_required":1')),
  alsoAccepts('consent-given', consent, ...more('"ambient_mode":"push_to_talk","consent_required":true')),
  alsoAccepts('consent-without-need', consent, ...more('"ambient_mode":"disabled","consent_required":true')),
  alsoAccepts('consent-false-without-need', consent, ...more('"consent_required":false')),
  refuses('consent-left-out', consent, 'a2ui.consent-missing', ...more('"ambient_mode":"push_to_talk"')),
  refuses(
    'consent-false',
    consent,
    'a2ui.consent-missing',
    ...more('"consent_required":false,"ambient_mode":"push_to_talk"'),
  ),
  refuses(
    'mode-before-consent',
    ['A2-GOV-ORDER'],
    'a2ui.governance-value',
    ...more('"consent_required":1,"ambient_mode":"loud"'),
  ),
  refuses(
    'stage-before-mode',
    ['A2-GOV-ORDER'],
    'a2ui.governance-type',
    ...more('"ambient_mode":"loud","rollout_stage":3'),
  ),
  ordered(
    'a2ui/governance-track-before-review',
    ['A2-GOV-ORDER'],
    'a2ui/governance-track-missing',
    'a2ui/governance-review-no-elements',
  ),
  ordered(
    'a2ui/governance-flag-before-exit',
    ['A2-GOV-ORDER'],
    'a2ui/governance-flag-space',
    'a2ui/governance-exit-missing',
  ),
  ordered(
    'a2ui/governance-summary-before-review',
    ['A2-GOV-ORDER'],
    'a2ui/governance-summary-null',
    'a2ui/governance-review-missing',
  ),
  ordered(
    'a2ui/governance-review-before-exit',
    ['A2-GOV-ORDER'],
    'a2ui/governance-review-of-blank',
    'a2ui/governance-exit-missing',
  ),
  refuses('exit-before-stage', ['A2-GOV-ORDER'], 'a2ui.governance-missing', exit, '"rollout_stage":3'),
];

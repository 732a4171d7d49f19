import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { ordered, put, remove } from '../../../rows.ts';
import { alsoDocument, ellipsis, refuses, takes } from './rows.ts';

const base = 'governed';
const given = {
  track_id: 't',
  feature_flag: 'f',
  support_summary: 's',
  security_review: ['a'],
  exit_criteria: ['b'],
};
const normal = {
  trackId: 't',
  featureFlag: 'f',
  rolloutStage: 'dark_launch',
  ambientMode: 'disabled',
  consentRequired: false,
  supportSummary: 's',
  securityReview: ['a'],
  exitCriteria: ['b'],
};
const at = (name: string) => ['document', 'experimental', name];

type Members = { readonly [name: string]: JsonModel };
type Change = readonly [string, string, JsonModel, Partial<Record<keyof typeof normal, JsonModel>>];

const forms: readonly Change[] = [
  ['track-as-identifier', 'track_id', ' a b.c ', { trackId: 'a-b-c' }],
  ['track-beyond-the-limit', 'track_id', 't'.repeat(65), { trackId: `${'t'.repeat(63)}-` }],
  ['flag-keeps-dots', 'feature_flag', 'a.b c', { featureFlag: 'a.b-c' }],
  ['flag-of-marks', 'feature_flag', '!!!', { featureFlag: '-' }],
  ['flag-beyond-the-limit', 'feature_flag', 'f'.repeat(97), { featureFlag: `${'f'.repeat(95)}-` }],
  ['summary-trimmed', 'support_summary', ' Ask. ', { supportSummary: 'Ask.' }],
  ['summary-beyond-the-limit', 'support_summary', 's'.repeat(241), { supportSummary: `${'s'.repeat(239)}${ellipsis}` }],
  ['stage', 'rollout_stage', 'operator_preview', { rolloutStage: 'operator_preview' }],
  ['stage-folded', 'rollout_stage', ' LIMITED_PREVIEW ', { rolloutStage: 'limited_preview' }],
  ['stage-disabled', 'rollout_stage', 'disabled', { rolloutStage: 'disabled' }],
  ['consent', 'consent_required', true, { consentRequired: true }],
  [
    'exit-entry-beyond-the-limit',
    'exit_criteria',
    ['e'.repeat(161)],
    { exitCriteria: [`${'e'.repeat(159)}${ellipsis}`] },
  ],
];

/** Documents with other members than the base has, and what becomes of those. */
const others: readonly (readonly [string, Members, Partial<typeof normal>])[] = [
  ['stage-unknown', { rollout_stage: 'ga' }, {}],
  ['stage-number', { rollout_stage: 5n }, {}],
  ['mode-unknown', { ambient_mode: 'loud' }, {}],
  ['consent-text', { consent_required: 'true' }, {}],
  ['review-mixed', { security_review: [1n, ' ', 'a '] }, {}],
  [
    'review-six',
    { security_review: ['1', '2', '3', '4', '5', '6', '7'] },
    { securityReview: ['1', '2', '3', '4', '5', '6'] },
  ],
  ['review-sixth', { security_review: ['', '', '', '', '', 'x', 'y'] }, { securityReview: ['x'] }],
  ['other-name-passed-over', { trackId: 'x' }, {}],
  ['null-then-other-name', { track_id: null, trackId: 'C' }, { trackId: 'C' }],
  ['members-left-out', { note: 'x' }, {}],
];

const empties: readonly (readonly [string, string, JsonModel])[] = [
  ['track-number', 'track_id', 1n],
  ['track-blank', 'track_id', ' \ufeff'],
  ['flag-blank', 'feature_flag', ''],
  ['summary-list', 'support_summary', ['s']],
  ['review-text', 'security_review', 'a'],
  ['review-empty', 'security_review', []],
  ['exit-null', 'exit_criteria', null],
];

const form = ['A2C-GOV-FORM'] as const;
const required = ['A2C-GOV-REQUIRED'] as const;
const consent = ['A2C-GOV-CONSENT'] as const;
const talk = { ...given, ambient_mode: 'PUSH_TO_TALK', consent_required: true };

export const governanceCases: readonly Case[] = [
  takes(base, ['A2C-GOV-OBJECT', ...required, ...form], { experimental: given }, { experimental: normal }),
  ...[
    ['list', []],
    ['text', 't'],
    ['false', false],
    ['zero', 0n],
  ].map(([name, value]) =>
    refuses(
      `governance-${name}`,
      ['A2C-GOV-OBJECT'],
      base,
      'a2ui.client-experimental',
      put(['document', 'experimental'], value as JsonModel),
    ),
  ),
  ...forms.map(([name, member, value, expected]) =>
    alsoDocument(`governance-${name}`, form, base, put(at(member), value), {
      experimental: { ...normal, ...expected },
    }),
  ),
  ...others.map(([name, members, expected]) =>
    takes(
      `governance-${name}`,
      form,
      { experimental: { ...given, ...members } },
      { experimental: { ...normal, ...expected } },
    ),
  ),
  takes('governance-other-names', form, { experimental: normal }, { experimental: normal }),
  refuses(
    'governance-empty-hides-other-name',
    required,
    'governance-null-then-other-name',
    'a2ui.client-governance',
    put(at('track_id'), ''),
  ),
  refuses(
    'governance-review-blank',
    required,
    'governance-review-mixed',
    'a2ui.client-governance',
    put([...at('security_review'), 2], ' '),
  ),
  refuses(
    'governance-review-six-blanks-first',
    required,
    'governance-review-sixth',
    'a2ui.client-governance',
    put([...at('security_review'), 5], ''),
  ),
  ...['track_id', 'feature_flag', 'support_summary', 'security_review', 'exit_criteria'].map((name) =>
    refuses(
      `governance-without-${name.replaceAll('_', '-')}`,
      required,
      base,
      'a2ui.client-governance',
      remove(at(name)),
    ),
  ),
  ...empties.map(([name, member, value]) =>
    refuses(`governance-${name}`, required, base, 'a2ui.client-governance', put(at(member), value)),
  ),
  takes(
    'governance-talk',
    consent,
    { experimental: talk },
    { experimental: { ...normal, ambientMode: 'push_to_talk', consentRequired: true } },
  ),
  refuses(
    'governance-talk-without-consent',
    consent,
    base,
    'a2ui.client-consent',
    put(at('ambient_mode'), 'push_to_talk'),
  ),
  refuses(
    'governance-talk-with-text',
    consent,
    'governance-talk',
    'a2ui.client-consent',
    put(at('consent_required'), 'true'),
  ),
  ordered(
    'a2ui/client-governance-consent-before-lists',
    consent,
    'a2ui/client-governance-talk-without-consent',
    'a2ui/client-governance-review-empty',
  ),
  ordered(
    'a2ui/client-governance-track-before-consent',
    required,
    'a2ui/client-governance-track-blank',
    'a2ui/client-governance-talk-without-consent',
  ),
];

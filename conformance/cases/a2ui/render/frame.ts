import type { Case } from '../../../case.ts';
import { put, rejected } from '../../../rows.ts';
import { documentOf } from '../client/rows.ts';
import { page, shows, texts, wholePage } from './rows.ts';

const text = (id: string, value: string) => ({ id, type: 'text', props: { value } });

const governance = {
  track_id: 'track-9',
  feature_flag: 'flag.9',
  support_summary: 'Ask the owners.',
  rollout_stage: 'limited_preview',
  security_review: ['Threats listed.', 'Keys rotated.'],
  exit_criteria: ['Nobody complained.'],
};
const ambient = {
  ...governance,
  rollout_stage: 'operator_preview',
  ambient_mode: 'push_to_talk',
  consent_required: true,
};

function governed(id: string, proves: Parameters<typeof wholePage>[1], experimental: typeof governance, said: object) {
  return wholePage(id, proves, (world) => ({ ...documentOf(world, [text('it', 'T')]), experimental }), {
    banners: [said as { readonly says: ReturnType<typeof texts> }],
  });
}

export const frameCases: readonly Case[] = [
  wholePage('nothing', ['A2R-NOTHING', 'A2R-REGION'], (world) => documentOf(world, []), {
    notice: true,
    articles: [],
    banners: [],
  }),
  page('text', ['A2R-REGION', 'A2R-ARTICLES', 'A2R-TEXT'], [text('a', 'One.')], [{ blocks: [{ line: ['One.'] }] }]),
  page(
    'three-articles',
    ['A2R-ARTICLES'],
    [text('c', 'First.'), text('a', 'Second.'), text('b', 'Third.')],
    ['First.', 'Second.', 'Third.'].map((each) => ({ blocks: [{ line: [each] }] })),
  ),
  page(
    'unknown-type-between',
    ['A2R-ARTICLES'],
    [text('a', 'First.'), { id: 'b', type: 'button', props: { value: 'No.' } }, text('c', 'Second.')],
    ['First.', 'Second.'].map((each) => ({ blocks: [{ line: [each] }] })),
  ),
  page(
    'ids-of-other-elements',
    ['A2R-ARTICLES', 'A2R-TEXT'],
    ['body', 'location', 'it', '__proto__'].map((id) => text(id, `Of ${id}.`)),
    ['body', 'location', 'it', '__proto__'].map((id) => ({ blocks: [{ line: [`Of ${id}.`] }] })),
  ),
  ...['muted', 'success', 'critical'].map((tone) =>
    shows(`tone-${tone}`, ['A2R-TEXT'], 'text', { tone, value: 'Said.' }, { blocks: [{ line: ['Said.'] }] }),
  ),
  shows('text-without-any', ['A2R-TEXT'], 'text', { value: '' }, { blocks: [] }),
  shows(
    'text-is-no-markdown',
    ['A2R-TEXT'],
    'text',
    { value: '# **a** [b](/c)' },
    {
      blocks: [{ line: ['# **a** [b](/c)'] }],
    },
  ),
  wholePage('no-banner', ['A2R-BANNER'], (world) => documentOf(world, [text('it', 'T')]), { banners: [] }),
  governed('banner', ['A2R-BANNER'], governance, {
    headings: texts('track-9'),
    says: texts('flag.9', 'Ask the owners.'),
    lists: [
      { ordered: false, items: [['Threats listed.'], ['Keys rotated.']] },
      { ordered: false, items: [['Nobody complained.']] },
    ],
  }),
  governed('banner-states', ['A2R-BANNER-STATES'], governance, {
    says: texts('Limited preview', 'Disabled', 'not required'),
  }),
  governed('banner-states-ambient', ['A2R-BANNER-STATES'], ambient, {
    says: texts('Operator preview', 'Push-to-talk only', 'required'),
  }),
  rejected('a2ui/page-no-object', ['A2C-OBJECT'], 'a2ui/page-text', 'a2ui.client-not-object', put(['document'], null)),
  rejected(
    'a2ui/page-no-version',
    ['A2C-VERSION'],
    'a2ui/page-text',
    'a2ui.client-version',
    put(['document', 'v'], 2n),
  ),
];

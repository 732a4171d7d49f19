import type { World } from '#fixtures/world.ts';
import type { Case } from '../../../case.ts';
import type { JsonModel } from '../../../recipe/models.ts';
import { documentOf } from '../client/rows.ts';
import { type Members, type Proves, type Said, texts, wholePage } from './rows.ts';

/** Short enough for every place, without white space in a row, and no markdown. */
const payloads: readonly (readonly [id: string, text: string])[] = [
  ['script', '<script>alert(1)</script>'],
  ['image', '<img src=x onerror=alert(1)>'],
  ['out-of-quotes', '"><svg onload=alert(1)>'],
  ['out-of-apostrophes', "'><iframe srcdoc=x></iframe>"],
  ['handler', '" autofocus onfocus="alert(1)'],
  ['end-tags', '</section></textarea></title><u>x'],
  ['entities', '&lt;b&gt;&amp;quot;&#34; onfocus=x'],
  ['comment', '<!--x--><![CDATA[y]]>--!>'],
  ['scheme', 'javascript:alert(1)'],
  ['data', 'data:text/html,<script>x</script>'],
  ['braces', "{{constructor('x')()}} {x} <%= y %>"],
  ['style', '<style>@import url(//e.example)</style>'],
];

interface Place {
  readonly id: string;
  readonly proves: Proves;
  readonly document: (text: string, world: World) => JsonModel;
  /** What of the page must be read. */
  readonly read: (text: string) => Said;
}

const both: Proves = ['A2R-TEXT-AS-TEXT', 'A2R-SAFE'];

function inComponent(id: string, type: string, props: (text: string) => Members, said: (text: string) => Said): Place {
  return {
    id,
    proves: both,
    document: (text, world) => documentOf(world, [{ id: 'it', type, props: props(text) }]),
    read: (text) => ({ articles: [said(text)] }),
  };
}

function inField(id: string, field: (text: string) => Members, control: (text: string) => Said): Place {
  const props = (text: string) => ({ fields: [{ id: 'f', label: 'F', ...field(text) }] });
  return inComponent(id, 'form', props, (text) => ({ controls: [control(text)] }));
}

const governance = (text: string) => ({
  track_id: 't',
  feature_flag: 'f',
  support_summary: text,
  security_review: [text],
  exit_criteria: [text],
});

/** An identifier in which nothing else is left. */
const dashed = (text: string) => text.replace(/[^A-Za-z0-9:_-]/g, '-').replace(/-{2,}/g, '-');

const places: readonly Place[] = [
  inComponent(
    'text',
    'text',
    (value) => ({ value }),
    (text) => ({ blocks: [{ line: [text] }] }),
  ),
  inComponent(
    'markdown',
    'markdown',
    (value) => ({ value }),
    (text) => ({ blocks: [{ line: [text] }] }),
  ),
  inComponent(
    'strong',
    'markdown',
    (text) => ({ value: `**${text}**` }),
    (text) => ({ blocks: [{ line: [{ strong: text }] }] }),
  ),
  inComponent(
    'code',
    'markdown',
    (text) => ({ value: `# \`${text}\`` }),
    (text) => ({ blocks: [{ line: [{ code: text }] }] }),
  ),
  inComponent(
    'item',
    'list',
    (text) => ({ items: [text] }),
    (text) => ({ lists: [{ items: [[text]] }] }),
  ),
  inComponent(
    'column',
    'table',
    (text) => ({ columns: [text], rows: [['x']] }),
    (text) => ({ tables: [{ columns: [text] }] }),
  ),
  inComponent(
    'cell',
    'table',
    (text) => ({ columns: ['A', 'B'], rows: [['x', text]] }),
    (text) => ({ tables: [{ rows: [['x', text]] }] }),
  ),
  inComponent(
    'row-header',
    'table',
    (text) => ({ columns: ['A', 'B'], rows: [[text, 'x']] }),
    (text) => ({ tables: [{ rows: [[text, 'x']] }] }),
  ),
  inComponent(
    'chart',
    'chart',
    (title) => ({ title }),
    (text) => ({ images: [text], says: texts(text) }),
  ),
  inComponent(
    'title',
    'form',
    (title) => ({ title }),
    (text) => ({ says: texts(text) }),
  ),
  inComponent(
    'button',
    'form',
    (text) => ({ submit_label: text }),
    (text) => ({ buttons: [text] }),
  ),
  inField(
    'label',
    (label) => ({ label }),
    (name) => ({ name }),
  ),
  inField(
    'hint',
    (hint) => ({ hint }),
    (description) => ({ description }),
  ),
  inField(
    'placeholder',
    (placeholder) => ({ placeholder }),
    (placeholder) => ({ placeholder }),
  ),
  inField(
    'default',
    (text) => ({ default: text }),
    (value) => ({ value }),
  ),
  inField(
    'option',
    (label) => ({ type: 'select', options: [{ label, value: 'o' }] }),
    (text) => ({ options: [text] }),
  ),
  inField(
    'option-value',
    (value) => ({ type: 'select', options: [{ label: 'O', value }] }),
    () => ({ options: ['O'] }),
  ),
  inField(
    'field-id',
    (id) => ({ id }),
    () => ({ name: 'F' }),
  ),
  {
    id: 'id',
    proves: both,
    document: (text, world) => documentOf(world, [{ id: text, type: 'table', props: {} }]),
    read: (text) => ({ articles: [{ tables: [{ name: dashed(text) }] }] }),
  },
  {
    id: 'surface',
    proves: both,
    document: (text, world) => ({ ...documentOf(world, []), surface: text }),
    read: (text) => ({ regions: [text], articles: [] }),
  },
  {
    id: 'governance',
    proves: both,
    document: (text, world) => ({ ...documentOf(world, []), experimental: governance(text) }),
    read: (text) => ({ banners: [{ says: texts(text), lists: [{ items: [[text]] }, { items: [[text]] }] }] }),
  },
];

/** In this chart the point is in the table that only `hardened` asks for. */
const point: Place = {
  ...inComponent(
    'point',
    'chart',
    (label) => ({ series: [{ label, value: 1n }] }),
    (text) => ({ tables: [{ rows: [[text, '1']] }] }),
  ),
  proves: ['A2R-CHART-TABLE'],
};

export const hostileCases: readonly Case[] = [...places, point].flatMap(({ id, proves, document, read }) =>
  payloads.map(([payload, text]) =>
    wholePage(`hostile-${id}-${payload}`, proves, (world) => document(text, world), read(text)),
  ),
);

import fc from 'fast-check';
import type { Json } from '#spec/json/value.ts';

const words = [
  'a',
  'a b',
  '-',
  '--',
  '😀',
  ' x ',
  '',
  'k'.repeat(63),
  'k'.repeat(65),
  '__proto__',
  'v-2',
  '\ufeff',
  'a-2',
];
const someText = fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'grapheme', maxLength: 8 }));
export const someScalar = fc.oneof(
  someText,
  fc.constantFrom<Json>(null, true, false, 0n, 200n, -5n, 0.5, 1e21, 18446744073709551615n),
);
const record = (members: { readonly [name: string]: fc.Arbitrary<Json> }) =>
  fc.record(members, { requiredKeys: [] }).map((object): Json => new Map(Object.entries(object) as [string, Json][]));
const listOf = (item: fc.Arbitrary<Json>) =>
  fc.oneof({ weight: 5, arbitrary: fc.array(item, { maxLength: 5 }) }, someScalar);

const someField = record({
  id: someScalar,
  label: someScalar,
  type: fc.oneof(fc.constantFrom<Json>('number', 'select', 'checkbox', ' EMAIL ', 'password'), someScalar),
  min: someScalar,
  max: someScalar,
  step: someScalar,
  default: someScalar,
  defaultValue: someScalar,
  required: someScalar,
  options: listOf(record({ label: someScalar, value: someScalar })),
});
const someProps = record({
  value: someScalar,
  markdown: someScalar,
  tone: someScalar,
  items: listOf(fc.oneof(someScalar, fc.array(someScalar), record({ a: someScalar }))),
  ordered: someScalar,
  columns: listOf(someScalar),
  rows: listOf(listOf(someScalar)),
  title: someScalar,
  submit_label: someScalar,
  submitLabel: someScalar,
  fields: listOf(someField),
  series: listOf(record({ label: someScalar, value: someScalar })),
});
const someComponent = fc.oneof(
  {
    weight: 6,
    arbitrary: record({
      id: someScalar,
      type: fc.constantFrom<Json>('text', 'markdown', 'list', 'table', 'form', 'chart', 'button', ' TEXT '),
      props: someProps,
    }),
  },
  someScalar,
);
const someGovernance = record({
  track_id: someText,
  feature_flag: someText,
  support_summary: someText,
  security_review: listOf(someText),
  exit_criteria: listOf(someText),
  ambient_mode: someScalar,
  consent_required: someScalar,
});
/** Documents that are mostly right, of values that are often wrong. */
export const someDocument = fc
  .record({
    surface: someText,
    components: fc.array(someComponent, { maxLength: 12 }),
    experimental: fc.option(someGovernance),
  })
  .map(
    ({ surface, components, experimental }): Json =>
      new Map<string, Json>([
        ['v', 1n],
        ['surface', surface],
        ['components', components],
        ['experimental', experimental],
      ]),
  );

import { grantClasses, grantClassFacts } from '#spec/extensions.ts';
import type { Case, RecipeValue } from '../../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../../rows.ts';
import { answers, asking, type Members } from './asking.ts';

const proves = ['EXT-OUTCOME'] as const;
const more = ['EXT-OUTCOME-MORE'] as const;
const exact = ['EXT-OUTCOME-EXACT'] as const;
const met = 'lifecycle/extensions-outcome-met';

function row(name: string): string {
  return `lifecycle/extensions-outcome-${name}`;
}

interface Tried {
  readonly expected?: Members;
  readonly required?: readonly Members[];
  readonly outputs?: Members;
  readonly granted?: readonly Members[];
}

function trying({ expected = {}, required = [], outputs = {}, granted = [] }: Tried) {
  return asking('eval_outcome', ({ tool }) => ({
    fixture: {
      fixture_id: `${tool}-fixture`,
      label: 'as it was',
      expected_outputs: expected,
      required_capabilities: required,
      regression_labels: ['old'],
    },
    outputs,
    granted,
  }));
}

function ended(...failed_checks: readonly string[]) {
  return answers(({ tool }) => ({
    fixture_id: `${tool}-fixture`,
    passed: failed_checks.length === 0,
    failed_checks,
    flaky_signal: false,
  }));
}

const host = { class: 'network', value: 'api.example.com' };
const outputs = ['request', 'outputs'] as const;
const granted = ['request', 'granted'] as const;

/** Each class is told by its own name. */
const classCases: readonly Case[] = grantClasses.flatMap((each) => {
  const name = each.replace('_', '-');
  const needed = { class: each, value: 'a/b' };
  const twin = row(`${name}-granted`);
  return [
    accepted(twin, proves, trying({ required: [needed], granted: [needed] }), ended()),
    changed(
      row(`${name}-not-granted`),
      proves,
      twin,
      remove([...granted, 0]),
      ended(`missing_capability:${grantClassFacts[each].shown}:a/b`),
    ),
  ];
});

export const outcomeCases: readonly Case[] = [
  accepted(
    met,
    [...proves, ...more],
    trying({
      expected: { text: 'seven', more: 'eight' },
      required: [host],
      outputs: { more: 'eight', text: 'seven' },
      granted: [host],
    }),
    ended(),
  ),
  accepted(row('of-nothing'), [...proves, ...more], trying({}), ended()),
  changed(row('output-differs'), proves, met, put([...outputs, 'text'], 'six'), ended('expected_output_mismatch:text')),
  changed(
    row('output-in-another-case'),
    proves,
    met,
    put([...outputs, 'text'], 'Seven'),
    ended('expected_output_mismatch:text'),
  ),
  changed(
    row('output-with-blank'),
    proves,
    met,
    put([...outputs, 'more'], 'eight '),
    ended('expected_output_mismatch:more'),
  ),
  changed(row('output-missing'), proves, met, remove([...outputs, 'text']), ended('expected_output_mismatch:text')),
  accepted(
    row('output-more-than-expected'),
    more,
    trying({ expected: { text: 'seven' }, outputs: { text: 'seven', other: 'x', 'text.more': '' } }),
    ended(),
  ),
  accepted(row('grant-more-than-required'), more, trying({ granted: [host] }), ended()),
  accepted(
    row('grant-beside-the-required'),
    more,
    trying({
      required: [host],
      granted: [{ class: 'device', value: 'camera' }, host, { class: 'network', value: 'b' }],
    }),
    ended(),
  ),
  changed(
    row('grant-of-another-value'),
    [...proves, ...more],
    met,
    put([...granted, 0, 'value'], 'api.example.org'),
    ended('missing_capability:Network:api.example.com'),
  ),
  changed(
    row('grant-of-another-class'),
    proves,
    met,
    put([...granted, 0, 'class'], 'channel'),
    ended('missing_capability:Network:api.example.com'),
  ),
  ...classCases,
  ...exactCases(),
  changed(
    row('of-nothing-needs-a-grant'),
    proves,
    row('of-nothing'),
    insert(['request', 'fixture', 'required_capabilities', 0], host),
    ended('missing_capability:Network:api.example.com'),
  ),
];

/** Scopes, letters and JSON values are compared as they are. */
function exactCases(): readonly Case[] {
  const secret = { class: 'secret', value: 'token', scope: 'skill:acme.echo' };
  const lacking = ended('missing_capability:Secret:token');
  const scoped = row('scope-as-required');
  const structured = row('output-structured');
  const differs = ended('expected_output_mismatch:made');
  const made = { count: 1n, parts: [{ a: true, b: null }, 0.5] };
  const otherwise = (name: string, value: RecipeValue) =>
    changed(row(`output-${name}`), exact, structured, put([...outputs, 'made'], value), differs);
  return [
    accepted(scoped, exact, trying({ required: [secret], granted: [secret] }), ended()),
    changed(row('scope-of-another'), exact, scoped, put([...granted, 0, 'scope'], 'global'), lacking),
    changed(row('scope-not-granted'), exact, scoped, remove([...granted, 0, 'scope']), lacking),
    changed(
      row('scope-not-required'),
      exact,
      scoped,
      remove(['request', 'fixture', 'required_capabilities', 0, 'scope']),
      lacking,
    ),
    changed(row('value-with-blank'), exact, scoped, put([...granted, 0, 'value'], ' token'), lacking),
    accepted(structured, exact, trying({ expected: { made }, outputs: { made } }), ended()),
    accepted(
      row('output-keys-in-another-order'),
      exact,
      trying({ expected: { made }, outputs: { made: { parts: [{ b: null, a: true }, 0.5], count: 1n } } }),
      ended(),
    ),
    otherwise('integer-as-float', { ...made, count: 1 }),
    accepted(
      row('output-list-in-another-order'),
      exact,
      trying({ expected: { made }, outputs: { made: { ...made, parts: [0.5, { a: true, b: null }] } } }),
      differs,
    ),
    otherwise('one-key-more', { ...made, more: null }),
    otherwise('one-key-less', { count: 1n, parts: [{ a: true }, 0.5] }),
    otherwise('integer-as-text', { ...made, count: '1' }),
    otherwise('null', null),
  ];
}

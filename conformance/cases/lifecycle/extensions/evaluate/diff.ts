import { grantClasses, grantClassFacts } from '#spec/extensions.ts';
import type { WireValue } from '#spec/operations.ts';
import type { Case } from '../../../../case.ts';
import { accepted, changed, insert, put, remove } from '../../../../rows.ts';
import { grant } from '../given.ts';
import { answers, asking, type Members } from './asking.ts';

const canonical = ['EXT-CANONICAL'] as const;
const compares = ['EXT-DIFF'] as const;
const same = 'lifecycle/extensions-diff-same';
const requested = ['request', 'requested'] as const;
const granted = ['request', 'granted'] as const;

function row(name: string): string {
  return `lifecycle/extensions-diff-${name}`;
}

function comparing(wanted: readonly Members[], given: readonly Members[]) {
  return asking('capability_diff', { requested: wanted, granted: given });
}

type Grants = readonly WireValue[];

function differs(missing: Grants, excess: Grants) {
  return answers({ valid: false, missing, excess });
}

const agrees = answers({ valid: true, missing: [], excess: [] });

const host = grant('network', 'api.example.com');
const other = grant('network', 'b.example.com');
const secret = grant('secret', 'token', 'global');

/** As little of a grant as can be written. */
function bare({ class: of, value }: { readonly class: string; readonly value: string }): Members {
  return { class: of, value };
}

function comesBack(name: string, wanted: readonly Members[], ...expected: readonly ReturnType<typeof grant>[]): Case {
  return accepted(
    row(name),
    canonical,
    comparing(wanted, wanted),
    answers({ valid: true, requested: expected, granted: expected, missing: [], excess: [] }),
  );
}

const backwards = [...grantClasses].reverse();

export const diffCases: readonly Case[] = [
  accepted(same, [...compares, ...canonical], comparing([host, secret], [host, secret]), agrees),
  accepted(row('of-nothing'), compares, comparing([], []), agrees),
  accepted(row('in-another-order'), compares, comparing([secret, host], [host, secret]), agrees),
  accepted(row('repeated-on-one-side'), compares, comparing([host, host, host], [host]), agrees),
  accepted(
    row('actions-of-another-class'),
    compares,
    comparing([{ ...host, policy_action: 'anything' }], [host]),
    agrees,
  ),
  changed(row('one-missing'), compares, same, remove([...granted, 0]), differs([host], [])),
  changed(row('one-in-excess'), compares, same, insert([...granted, 2], other), differs([], [other])),
  changed(row('one-more-requested'), compares, same, insert([...requested, 0], other), differs([other], [])),
  changed(row('all-missing'), compares, same, put(granted, []), differs([host, secret], [])),
  changed(row('all-in-excess'), compares, same, put(requested, []), differs([], [host, secret])),
  changed(row('another-value'), compares, same, put([...granted, 0], other), differs([host], [other])),
  changed(
    row('value-in-upper-case'),
    compares,
    same,
    put([...granted, 0, 'value'], 'API.example.com'),
    differs([host], [grant('network', 'API.example.com')]),
  ),
  changed(
    row('another-class'),
    compares,
    same,
    put([...granted, 0, 'class'], 'channel'),
    differs([host], [grant('channel', 'api.example.com')]),
  ),
  changed(
    row('another-scope'),
    compares,
    same,
    put([...granted, 1, 'scope'], 'skill:acme.echo'),
    differs([secret], [grant('secret', 'token', 'skill:acme.echo')]),
  ),
  changed(
    row('without-scope'),
    compares,
    same,
    remove([...granted, 1, 'scope']),
    differs([secret], [grant('secret', 'token')]),
  ),
  changed(
    row('scope-in-the-value'),
    compares,
    same,
    put([...granted, 1, 'value'], 'global/token'),
    differs([secret], [grant('secret', 'global/token', 'global')]),
  ),
  comesBack('canonical-nothing', []),
  comesBack('canonical-blank', [
    { class: 'network', value: '' },
    { class: 'device', value: ' \u0085\u3000' },
  ]),
  comesBack('canonical-trimmed', [{ class: 'network', value: '\t api.example.com\u00a0\n' }], host),
  comesBack('canonical-trimmed-into-one', [bare(host), { class: 'network', value: ' api.example.com ' }], host),
  comesBack('canonical-repeated', [secret, host, secret, host], host, secret),
  comesBack(
    'canonical-not-lowered',
    [{ class: 'network', value: 'API.example.com' }],
    grant('network', 'API.example.com'),
  ),
  comesBack(
    'canonical-byte-order-mark-stays',
    [{ class: 'channel', value: '\ufeffcli' }],
    grant('channel', '\ufeffcli'),
  ),
  comesBack(
    'canonical-classes-in-order',
    backwards.map((of) => ({ class: of, value: 'a' })),
    ...grantClasses.map((of) => grant(of, 'a')),
  ),
  comesBack(
    'canonical-values-in-order',
    ['b', 'a10', 'a2', 'B', '\u{1f600}', '\uff5e'].map((value) => ({ class: 'channel', value })),
    ...['B', 'a10', 'a2', 'b', '\uff5e', '\u{1f600}'].map((value) => grant('channel', value)),
  ),
  comesBack(
    'canonical-class-before-value',
    [
      { class: 'secret', value: 'a' },
      { class: 'network', value: 'z' },
    ],
    grant('network', 'z'),
    grant('secret', 'a'),
  ),
  comesBack(
    'canonical-scopes-in-order',
    [
      grant('secret', 'k', 'skill:b'),
      grant('secret', 'k', 'global'),
      grant('secret', 'k'),
      grant('secret', 'k', 'channel:z'),
    ],
    grant('secret', 'k'),
    grant('secret', 'k', 'channel:z'),
    grant('secret', 'k', 'global'),
    grant('secret', 'k', 'skill:b'),
  ),
  comesBack(
    'canonical-value-before-scope',
    [grant('secret', 'b', 'a'), grant('secret', 'a', 'z')],
    grant('secret', 'a', 'z'),
    grant('secret', 'b', 'a'),
  ),
  ...grantClasses.map((of) =>
    comesBack(
      `canonical-action-of-${of.replace('_', '-')}`,
      [{ class: of, value: 'v', policy_action: grantClassFacts.device.action }],
      grant(of, 'v'),
    ),
  ),
];

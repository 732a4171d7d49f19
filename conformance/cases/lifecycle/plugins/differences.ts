import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { WireValue } from '#spec/operations.ts';
import type { DifferenceCategory } from '#spec/plugins.ts';
import type { Case } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { withLines } from '../../runtime/runner/given.ts';
import { checking, classes, declaring, everything, kebab, type Lists, only, usualValue } from './checking.ts';
import { answers, answersOtherwise, answersToo, type Proves } from './given.ts';

type Entry = readonly [DifferenceCategory, CapabilityClass, string];

function compared(valid: boolean, effective: Lists, ...entries: readonly Entry[]): WireValue {
  return {
    capabilities: {
      valid,
      effective: everything(effective),
      entries: entries.map(([category, capability_kind, value]) => ({ category, capability_kind, value })),
    },
  };
}

const missing = (which: CapabilityClass, value: string): readonly Entry[] => [
  ['missing_grant', which, value],
  ['unused_declared_capability', which, value],
];
const excess = (which: CapabilityClass, value: string): readonly Entry[] => [
  ['excess_grant', which, value],
  ['policy_restricted', which, value],
];

const profileAt = ['binding', 'capability_profile'] as const;

/** Values that look like the usual one of the class, and are others. */
const alike: Readonly<Record<CapabilityClass, readonly string[]>> = {
  http_hosts: ['sub.api.example.com', 'example.com'],
  secrets: ['global/token', 'toke'],
  storage_prefixes: ['plugins/cache/', 'plugins/cache/a', 'plugins'],
  channels: ['cl', 'cli-2'],
};

/** What each of the three voices does to a class when it speaks alone, or is silent. */
function ofClass(which: CapabilityClass): readonly Case[] {
  const value = usualValue[which];
  const name = (what: string) => `capabilities-${kebab(which)}-${what}`;
  const granted = (...values: readonly string[]) => put([...profileAt], everything(only(which, ...values)));
  const allowed = (...values: readonly string[]) => put(['policy', which], values);
  const all = only(which, value);
  const twin = name('agreed');
  const agreed = checking({ artifact: declaring(all), fields: { capability_profile: everything(all) }, policy: all });
  const row = (what: string, proves: Proves, edit: ReturnType<typeof put>, expected: WireValue) =>
    answersOtherwise(name(what), proves, twin, edit, expected);
  return [
    answers(twin, ['PLUG-DECLARED', 'PLUG-EFFECTIVE', 'PLUG-DIFFERENCE-VALID'], agreed, {
      capabilities: {
        valid: true,
        declared: everything(all),
        granted: everything(all),
        effective: everything(all),
        entries: [],
      },
    }),
    row(
      'not-granted',
      ['PLUG-MISSING', 'PLUG-DIFFERENCE-VALID'],
      granted(),
      compared(true, {}, ...missing(which, value)),
    ),
    row(
      'not-allowed',
      ['PLUG-RESTRICTED', 'PLUG-DIFFERENCE-VALID'],
      allowed(),
      compared(false, {}, ['policy_restricted', which, value]),
    ),
    answersToo(name('more-allowed'), ['PLUG-EFFECTIVE'], agreed, allowed(value, 'zz'), compared(true, all)),
    answersOtherwise(
      name('more-granted'),
      ['PLUG-EXCESS', 'PLUG-RESTRICTED', 'PLUG-EFFECTIVE'],
      name('more-allowed-than-declared'),
      granted(value, 'zz'),
      compared(false, all, ...excess(which, 'zz')),
    ),
    answers(
      name('more-allowed-than-declared'),
      ['PLUG-EXCESS', 'PLUG-DIFFERENCE-VALID'],
      checking({
        artifact: declaring(all),
        fields: { capability_profile: everything(all) },
        policy: only(which, value, 'zz'),
      }),
      compared(true, all),
    ),
    answers(
      name('three-voices'),
      ['PLUG-EXCESS', 'PLUG-MISSING', 'PLUG-RESTRICTED', 'PLUG-DIFFERENCE-ORDER'],
      checking({
        artifact: declaring(only(which, 'b', 'a', 'c')),
        fields: { capability_profile: everything(only(which, 'b', 'c', 'd')) },
        policy: only(which, 'a', 'c', 'd'),
      }),
      compared(
        false,
        only(which, 'c'),
        ...missing(which, 'a'),
        ['policy_restricted', which, 'b'],
        ...excess(which, 'd'),
      ),
    ),
    ...alike[which].map((other, index) =>
      answersOtherwise(
        name(`granted-alike-${index + 1}`),
        ['PLUG-EFFECTIVE', 'PLUG-EXCESS', 'PLUG-MISSING'],
        twin,
        granted(other),
        compared(
          false,
          {},
          ...[...excess(which, other), ...missing(which, value)].toSorted(([, , a], [, , b]) =>
            a < b ? -1 : a > b ? 1 : 0,
          ),
        ),
      ),
    ),
    ...alike[which].map((other, index) =>
      row(
        `allowed-alike-${index + 1}`,
        ['PLUG-EFFECTIVE', 'PLUG-RESTRICTED'],
        allowed(other),
        compared(false, {}, ['policy_restricted', which, value]),
      ),
    ),
  ];
}

const wildcards: Readonly<Record<CapabilityClass, string>> = {
  http_hosts: '*.example.com',
  secrets: '*',
  storage_prefixes: 'data/*',
  channels: '*',
};

function wildcard(which: CapabilityClass): Case {
  return answers(
    `capabilities-${kebab(which)}-wildcard`,
    ['PLUG-WILDCARD', 'PLUG-DIFFERENCE-VALID', 'PLUG-DIFFERENCE-ORDER'],
    checking({ artifact: declaring(only(which, wildcards[which])) }),
    compared(true, {}, ...missing(which, wildcards[which]), ['wildcard_risk', which, wildcards[which]]),
  );
}

const three = { http_hosts: ['b.example', 'a.example'], secrets: ['k'], storage_prefixes: ['s'] };
const scopes = `
[[capabilities.secrets]]
scope = "global"
key_names = ["b", "a"]
[[capabilities.secrets]]
scope = "skill:acme.echo"
key_names = ["c", "a"]`;
const others = `
[capabilities]
device_capabilities = ["camera"]
[capabilities.filesystem]
read_roots = ["data/in"]`;

export const differenceCases: readonly Case[] = [
  ...classes.flatMap(ofClass),
  ...classes.map(wildcard),
  answers(
    'capabilities-nothing-declared',
    ['PLUG-WILDCARD', 'PLUG-MISSING', 'PLUG-EXCESS', 'PLUG-RESTRICTED'],
    checking(),
    compared(true, {}),
  ),
  answers('capabilities-secrets-of-several-scopes', ['PLUG-DECLARED'], checking({ artifact: withLines(scopes) }), {
    capabilities: { declared: everything({ secrets: ['a', 'b', 'c'] }) },
  }),
  answers(
    'capabilities-devices-and-read-roots',
    ['PLUG-DECLARED', 'PLUG-MISSING'],
    checking({ artifact: withLines(others) }),
    { capabilities: { valid: true, declared: everything({}), entries: [] } },
  ),
  answers(
    'capabilities-declared-twice',
    ['PLUG-DECLARED'],
    checking({ artifact: declaring({ http_hosts: ['b.example', 'a.example', 'b.example'] }) }),
    { capabilities: { declared: everything({ http_hosts: ['a.example', 'b.example'] }) } },
  ),
  answers(
    'capabilities-of-three-classes',
    ['PLUG-DIFFERENCE-ORDER'],
    checking({ artifact: declaring(three) }),
    compared(
      true,
      {},
      ...missing('http_hosts', 'a.example'),
      ...missing('http_hosts', 'b.example'),
      ...missing('secrets', 'k'),
      ...missing('storage_prefixes', 's'),
    ),
  ),
  answersOtherwise(
    'capabilities-value-of-other-class',
    ['PLUG-EXCESS', 'PLUG-DIFFERENCE-ORDER'],
    'capabilities-of-three-classes',
    put([...profileAt], everything({ secrets: ['s'], storage_prefixes: ['s'] })),
    compared(
      false,
      {},
      ...missing('http_hosts', 'a.example'),
      ...missing('http_hosts', 'b.example'),
      ...missing('secrets', 'k'),
      ...excess('secrets', 's'),
      ['policy_restricted', 'storage_prefixes', 's'],
    ),
  ),
];

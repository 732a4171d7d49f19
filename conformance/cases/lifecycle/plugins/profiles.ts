import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { Case } from '../../../case.ts';
import { put } from '../../../rows.ts';
import { answersToo, binding, indexOf, noLists, refused, seen } from './given.ts';

const form = ['PLUG-PROFILE-FORM'] as const;
const normal = ['PLUG-PROFILE-NORMAL'] as const;
const scoped = ['PLUG-SCOPED-SECRETS'] as const;

type Spelling = readonly [word: string, text: string];

const good: Readonly<Record<CapabilityClass, readonly Spelling[]>> = {
  http_hosts: [
    ['name', 'localhost'],
    ['address', '127.0.0.1'],
    ['hyphen-before-dot', 'a-.b'],
    ['hyphen-behind-dot', 'a.-b'],
  ],
  secrets: [
    ['scoped', 'global/token'],
    ['two-dots', '..'],
    ['slash', '/'],
    ['digit', '0'],
  ],
  storage_prefixes: [
    ['slash-last', 'plugins/cache/'],
    ['two-slashes', 'a//b'],
    ['dot', '.'],
  ],
  channels: [
    ['two-dots', '..'],
    ['slash', 'a/b'],
    ['underscore', '_'],
  ],
};

const badName: readonly Spelling[] = [
  ['capital', 'Token'],
  ['colon', 'a:b'],
  ['blank-inside', 'a b'],
  ['star', '*'],
  ['backslash', 'a\\b'],
  ['kelvin-sign', '\u212a'],
  ['nul', 'a\u0000'],
];

const bad: Readonly<Record<CapabilityClass, readonly Spelling[]>> = {
  http_hosts: [
    ['star', '*'],
    ['wildcard', '*.example.com'],
    ['two-dots', 'a..b'],
    ['dots-alone', '...'],
    ['hyphen-first', '-a'],
    ['hyphen-last', 'a-'],
    ['dot-first', '.a'],
    ['port', 'host:443'],
    ['url', 'https://a'],
    ['underscore', 'a_b'],
    ['address-in-brackets', '[::1]'],
    ['kelvin-sign', '\u212a.example'],
    ['blank-inside', 'a b'],
  ],
  secrets: badName,
  storage_prefixes: [
    ['slash-first', '/x'],
    ['climbing', '../x'],
    ['two-dots-inside', 'a..b'],
    ['backslash-first', '\\x'],
    ['capital', 'A'],
    ['colon', 'c:a'],
    ['star', '*'],
    ['nul', 'a\u0000'],
  ],
  channels: badName,
};

/** As it is written, and as it comes back. */
const spelled: Readonly<Record<CapabilityClass, readonly [readonly string[], readonly string[]]>> = {
  http_hosts: [
    ['b.example', ' API.Example.COM... ', 'api.example.com', '', '\u0085', 'B.example.'],
    ['api.example.com', 'b.example'],
  ],
  secrets: [
    ['z', ' a\n', 'a', ' ', 'a/b', 'a-b'],
    ['a', 'a-b', 'a/b', 'z'],
  ],
  storage_prefixes: [
    ['b', 'a/', ' a', 'b\u3000', ''],
    ['a', 'a/', 'b'],
  ],
  channels: [
    ['web', 'cli', 'cli ', '\u2003'],
    ['cli', 'web'],
  ],
};

const classes = Object.keys(spelled) as readonly CapabilityClass[];
const place = (which: CapabilityClass) => `bind-profile-${which.replaceAll('_', '-')}`;

function bound(
  name: string,
  proves: typeof form | typeof normal | typeof scoped,
  which: CapabilityClass,
  texts: readonly string[],
  values: readonly string[],
): Case {
  return answersToo(
    `${place(which)}-${name}`,
    proves,
    binding(),
    put(['request', 'capability_profile'], { [which]: texts }),
    indexOf({ capability_profile: { ...noLists, [which]: values } }),
  );
}

function unbindable(which: CapabilityClass, [word, text]: Spelling): Case {
  return refused(
    `${place(which)}-${word}-refused`,
    form,
    'bind',
    'plugins.bad-capability',
    put(['request', 'capability_profile'], { [which]: ['a.b', text] }),
  );
}

export const profileCases: readonly Case[] = [
  ...classes.flatMap((which) => [
    ...good[which].map(([word, text]) => bound(word, form, which, [text], [text])),
    ...bad[which].map((spelling) => unbindable(which, spelling)),
    bound('spelled', normal, which, ...spelled[which]),
    bound('blank-alone', normal, which, ['', ' \n'], []),
  ]),
  bound('of-skill', scoped, 'secrets', ['skill:acme.echo/token'], ['skill:acme.echo/token']),
  bound('of-principal', scoped, 'secrets', [' principal:a:b/c:d'], ['principal:a:b/c:d']),
  bound('of-channel', scoped, 'secrets', ['channel:cli/k'], ['channel:cli/k']),
  refused(
    'bind-profile-secrets-of-nobody-refused',
    scoped,
    'bind',
    'plugins.bad-capability',
    put(['request', 'capability_profile'], { secrets: ['user:a/b'] }),
  ),
  refused(
    'bind-profile-channels-of-skill-refused',
    scoped,
    'bind',
    'plugins.bad-capability',
    put(['request', 'capability_profile'], { channels: ['skill:a/b'] }),
  ),
  seen(
    'seen-bind-secret-of-skill',
    ['PLUG-COLON-SECRETS'],
    'PluginBinding',
    binding({ request: { capability_profile: { secrets: ['skill:acme.echo/token'] } } }),
  ),
];

import { manifestText } from '#fixtures/manifest.ts';
import type { World } from '#fixtures/world.ts';
import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { Case, Recipe } from '../../../case.ts';
import { insert, put } from '../../../rows.ts';
import { everything, kebab, type Lists } from './checking.ts';
import { answers, answersOtherwise, answersToo, comesFirst, type Proves, refused, seen } from './given.ts';

const hook = ['PLUG-GRANT-HOOK'] as const;
const two = ['PLUG-GRANT-BOTH'] as const;
const three = ['PLUG-GRANT-PROFILE'] as const;

const capabilities = `
[capabilities]
http_egress_allowlist = ["api.example.com", "cdn.example.com"]
node_capabilities = ["cli"]
[capabilities.filesystem]
write_roots = ["plugins/cache", "plugins/data"]
read_roots = ["plugins/read"]
[[capabilities.secrets]]
scope = "global"
key_names = ["token", "other"]
`;

/** What a run of that manifest may ask for, two values of a class. */
const askable = {
  http_hosts: ['api.example.com', 'cdn.example.com'],
  secrets: ['global/other', 'global/token'],
  storage_prefixes: ['plugins/cache', 'plugins/data'],
} as const;
type Askable = keyof typeof askable;
const classes = Object.keys(askable) as readonly Askable[];

interface Given {
  readonly requested: Lists | null;
  readonly profile: Lists;
  readonly policy?: Lists;
}

function granting({ requested, profile, policy = { ...askable, channels: ['cli'] } }: Given): (world: World) => Recipe {
  return (world) => ({
    operation: 'plugins.grant',
    model: {
      requested: requested && everything(requested),
      profile: everything(profile),
      manifest: `${manifestText(world)}${capabilities}`,
      policy: everything(policy),
    },
  });
}

const granted = (lists: Lists) => ({ granted: everything(lists) });

function ofClass(which: Askable): readonly Case[] {
  const [first, second] = askable[which];
  const name = (what: string) => `grant-${kebab(which)}-${what}`;
  const denied = (
    what: string,
    proves: Proves,
    twin: string,
    edit: ReturnType<typeof put>,
    code: 'runner.denied' | 'plugins.not-in-profile',
  ) => refused(name(what), proves, name(twin), code, edit);
  const call = granting({ requested: { [which]: [first] }, profile: { [which]: [first, second] } });
  return [
    answers(
      name('hook'),
      [...hook, ...two],
      granting({ requested: null, profile: { [which]: [first] } }),
      granted({ [which]: [first] }),
    ),
    answersOtherwise(
      name('hook-of-two'),
      hook,
      name('hook'),
      put(['profile', which], [second, first]),
      granted({ [which]: [first, second] }),
    ),
    answersOtherwise(name('hook-of-none'), hook, name('hook'), put(['profile', which], []), granted({})),
    denied('hook-beyond-policy', [...hook, ...two], 'hook', put(['policy', which], [second]), 'runner.denied'),
    denied('hook-beyond-manifest', [...hook, ...two], 'hook', put(['profile', which], ['zz']), 'runner.denied'),
    answers(name('call'), [...two, ...three], call, granted({ [which]: [first] })),
    answersOtherwise(
      name('call-of-two'),
      two,
      name('call'),
      put(['requested', which], [second, first]),
      granted({ [which]: [first, second] }),
    ),
    answersOtherwise(name('call-of-none'), two, name('call'), put(['requested', which], []), granted({})),
    denied('call-beyond-policy', two, 'call', put(['policy', which], [second]), 'runner.denied'),
    denied(
      'call-beyond-manifest',
      two,
      'call-with-more-policy',
      put(['requested', which], [first, 'zz']),
      'runner.denied',
    ),
    answers(
      name('call-with-more-policy'),
      two,
      granting({
        requested: { [which]: [first] },
        profile: { [which]: [first, 'zz'] },
        policy: { ...askable, [which]: [first, second, 'zz'] },
      }),
      granted({ [which]: [first] }),
    ),
    denied('call-beyond-profile', three, 'call', put(['profile', which], [second]), 'plugins.not-in-profile'),
    denied('call-empty-profile', three, 'call', put(['profile', which], []), 'plugins.not-in-profile'),
    answersToo(
      name('call-within-profile'),
      three,
      call,
      put(['profile', which], [first]),
      granted({ [which]: [first] }),
    ),
    comesFirst(three, name('call-beyond-policy'), name('call-beyond-profile')),
    seen(
      name('call-beyond-profile-seen'),
      ['PLUG-GRANT-UNASKED'],
      'accepted',
      granting({ requested: { [which]: [first] }, profile: {} }),
    ),
  ];
}

const misspelt: Readonly<Record<CapabilityClass, string>> = {
  http_hosts: '*.example.com',
  secrets: 'Token',
  storage_prefixes: '../x',
  channels: 'CLI',
};

const all = granting({ requested: null, profile: askable });

export const grantingCases: readonly Case[] = [
  ...classes.flatMap(ofClass),
  answers('grant-nothing', [...hook, ...two], granting({ requested: null, profile: {} }), granted({})),
  answers('grant-call-of-nothing', two, granting({ requested: {}, profile: { ...askable } }), granted({})),
  answers('grant-all', [...hook, ...two], all, granted(askable)),
  answersToo('grant-all-to-call', [...two, ...three], all, put(['requested'], everything(askable)), granted(askable)),
  answersToo(
    'grant-spelled',
    two,
    all,
    put(['requested'], everything({ ...askable, http_hosts: [' CDN.example.com. ', '', 'cdn.example.com'] })),
    granted({ ...askable, http_hosts: ['cdn.example.com'] }),
  ),
  answers('grant-all-called', [...two, ...three], granting({ requested: askable, profile: askable }), granted(askable)),
  refused('grant-channel', two, 'grant-nothing', 'runner.denied', put(['profile', 'channels'], ['cli'])),
  refused(
    'grant-channel-to-call',
    two,
    'grant-call-of-nothing',
    'runner.denied',
    put(['requested', 'channels'], ['cli']),
  ),
  refused('grant-bare-secret', two, 'grant-nothing', 'runner.denied', put(['profile', 'secrets'], ['token'])),
  refused(
    'grant-read-root',
    two,
    'grant-nothing',
    'runner.denied',
    put(['profile', 'storage_prefixes'], ['plugins/read']),
  ),
  ...(Object.keys(misspelt) as readonly CapabilityClass[]).flatMap((which) => [
    refused(
      `grant-misspelt-${kebab(which)}`,
      two,
      'grant-call-of-nothing',
      'runner.bad-capability',
      put(['requested', which], [misspelt[which]]),
    ),
    refused(
      `grant-misspelt-policy-${kebab(which)}`,
      two,
      'grant-call-of-nothing',
      'runner.bad-capability',
      insert(['policy', which, 0], misspelt[which]),
    ),
  ]),
];

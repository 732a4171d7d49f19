import type { Case } from '../../../case.ts';
import { insert, replace } from '../../../rows.ts';
import { at, inline } from './given.ts';
import { asksOne } from './granting.ts';
import { asks, granted, secretsOf } from './manifest-grants.ts';
import { refused, runs, seen } from './rows.ts';

const scoped = ['RUN-SCOPED-SECRETS'] as const;
const unrequestable = ['RUN-UNREQUESTABLE'] as const;

const rootsOf = (...roots: readonly string[]) => `[capabilities.filesystem]\nwrite_roots = ${JSON.stringify(roots)}`;
const hostsOf = (...hosts: readonly string[]) => `[capabilities]\nhttp_egress_allowlist = ${JSON.stringify(hosts)}`;
const optIn = (kind: string) => `\n[capabilities.wildcard_opt_in]\n${kind} = true`;

/** Scopes and keys that a manifest can have and that are spelled with a colon. */
const secrets = [
  ['skill', 'skill:acme.echo', 'token'],
  ['principal', 'principal:ops:eu', 'token'],
  ['channel', 'channel:cli', 'token'],
  ['colon-in-key', 'global', 'a:b'],
  ['colons-everywhere', 'skill:a:b', 'c:d'],
] as const;

/** Values of manifests that no request can have. */
const values = [
  ['wildcard-host', hostsOf('*.example') + optIn('http_egress')],
  ['any-host', hostsOf('*') + optIn('http_egress')],
  ['root-in-capitals', rootsOf('Plugins')],
  ['root-with-blank', rootsOf('plugins/my cache')],
  ['root-with-backslash', rootsOf('plugins\\cache')],
  ['root-beyond-ascii', rootsOf('caf\u00e9')],
  ['wildcard-root', rootsOf('plugins/*') + optIn('filesystem')],
  ['wildcard-key', secretsOf('global', '*') + optIn('secrets')],
  ['scope-with-white-space-behind', secretsOf('global ', 'db_password')],
  ['scope-with-white-space-inside', secretsOf('skill: acme.echo', 'token')],
  ['key-with-white-space-before', secretsOf('global', '\\u0085db_password')],
] as const;

const spacedInside = [
  ['behind-scope', '" skill:acme.echo"', '" skill:acme.echo "'],
  ['inside-scope', '" skill:acme.echo"', '" skill: acme.echo"'],
  ['before-key', '"token', '" token'],
] as const;

/** What a lenient reader of `skill:acme.echo/token` could take for one. */
const notScoped = [
  'skill:/token',
  'skill:acme',
  'skill:acme/',
  'skill:acme/a/b',
  'skill:Acme/token',
  'skill:acme/Token',
  'Skill:acme/token',
  'user:acme/token',
  'global:acme/token',
  'acme/a:b',
  'skill: acme/token',
  'skill:acme/*',
] as const;

/** Where software in the field refuses every run of a skill, whatever it asks for. */
export const unusualGrantCases: readonly Case[] = [
  ...secrets.flatMap(([word, scope, key]) => {
    const name = `${scope}/${key}`;
    const policy = { allowed_secrets: [name] };
    return [
      granted(`secret-${word}`, scoped, secretsOf(scope, key), { secrets: [name] }, policy),
      granted(`secret-${word}-not-asked-for`, scoped, secretsOf(scope, key), {}),
      seen(`seen-secret-${word}`, ['RUN-UNUSABLE-SKILL'], 'InvalidInput', asks(secretsOf(scope, key), {})),
    ];
  }),
  granted(
    'secret-with-white-space-around',
    scoped,
    secretsOf(' skill:acme.echo', 'token\\u3000'),
    { secrets: ['skill:acme.echo/token'] },
    { allowed_secrets: ['skill:acme.echo/token'] },
  ),
  ...spacedInside.map(([where, word, spaced]) =>
    refused(
      `secret-with-white-space-${where}-denied`,
      [...scoped, ...unrequestable],
      'secret-with-white-space-around',
      'runner.denied',
      replace(['installed', 0, 'artifact', 'manifest'], word, spaced),
    ),
  ),
  runs(
    'scoped-secret-inline',
    scoped,
    inline(
      { capabilities: { secrets: ['skill:acme.echo/token'] } },
      { policy: { allowed_secrets: ['skill:acme.echo/token'] } },
    ),
    { exit_code: 42n, capabilities: { secret_handles_count: 1n } },
  ),
  refused(
    'scoped-secret-of-another-denied',
    scoped,
    'scoped-secret-inline',
    'runner.denied',
    insert(at('capabilities', 'secrets', 1), 'skill:acme.other/token'),
  ),
  refused(
    'scoped-secret-under-another-scope-denied',
    scoped,
    'secret-skill',
    'runner.denied',
    insert(at('capabilities', 'secrets', 1), 'global/token'),
  ),
  ...notScoped.map((text, index) =>
    refused(
      `no-scoped-secret-${index + 1}`,
      ['RUN-CAPABILITY-FORM'],
      asksOne('secrets'),
      'runner.bad-capability',
      insert(at('capabilities', 'secrets', 1), text),
    ),
  ),

  ...values.flatMap(([word, lines]) => [
    granted(`manifest-${word}`, unrequestable, lines, {}),
    seen(`seen-${word}`, ['RUN-UNUSABLE-SKILL'], 'InvalidInput', asks(lines, {})),
  ]),
  granted(
    'manifest-wildcard-beside-host',
    unrequestable,
    hostsOf('*.example', 'api.example.com') + optIn('http_egress'),
    {
      http_hosts: ['api.example.com'],
    },
  ),
  refused(
    'host-below-wildcard-denied',
    unrequestable,
    'manifest-wildcard-beside-host',
    'runner.denied',
    insert(at('capabilities', 'http_hosts', 1), 'policy.example'),
  ),
];

import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { Case } from '../../../case.ts';
import { insert, put } from '../../../rows.ts';
import { at, base64Of, inline, kebab } from './given.ts';
import { allShown, asksOne, grants } from './granting.ts';
import { refused, runs } from './rows.ts';

const normal = ['RUN-CAPABILITY-NORMAL'] as const;
const subset = ['RUN-SUBSET'] as const;
const exact = ['RUN-GRANTED'] as const;
const host = 'api.example.com';
const one = { http_hosts: [host], secrets: ['db_password'], storage_prefixes: ['plugins/cache'], channels: ['cli'] };

function hosts(name: string, asked: readonly string[], allowed: readonly string[], granted: readonly string[]): Case {
  return grants(`hosts-${name}`, normal, 'http_hosts', asked, allowed, granted);
}

function list(name: string, which: CapabilityClass, asked: readonly string[], granted: readonly string[]): Case {
  return grants(`${kebab(which)}-${name}`, normal, which, asked, granted, granted);
}

function denied(name: string, which: CapabilityClass, value: string): Case {
  return refused(
    `${kebab(which)}-${name}-denied`,
    subset,
    asksOne(which),
    'runner.denied',
    insert(at('capabilities', which, 1), value),
  );
}

function counts(name: string, capabilities: Partial<typeof one>, count: number): Case {
  return runs(name, exact, inline({ module_base64: base64Of('echo'), capabilities }), {
    exit_code: BigInt(count),
    capabilities: allShown(capabilities),
  });
}

export const capabilityListCases: readonly Case[] = [
  hosts('in-capitals', ['API.Example.COM'], [host], [host]),
  hosts('with-dots-behind', [`${host}...`], [host], [host]),
  hosts('with-capital-and-dot', ['API.example.com.'], [host], [host]),
  hosts('in-capitals-in-policy', [host], [' API.Example.COM. '], [host]),
  hosts('trimmed', [` \u0085${host}\u3000`], [host], [host]),
  hosts('in-all-spellings', ['A.b', 'a.b', ' a.b', 'a.b.'], ['a.b'], ['a.b']),
  hosts(
    'sorted',
    ['b', 'a0', 'ab', 'a.b', 'a-b', '1'],
    ['1', 'a-b', 'a.b', 'a0', 'ab', 'b'],
    ['1', 'a-b', 'a.b', 'a0', 'ab', 'b'],
  ),
  hosts('sorted-when-lowered', ['B.a', 'a.b'], ['a.b', 'b.a'], ['a.b', 'b.a']),
  hosts('blank', ['', ' \t', '\u2003', host], [host], [host]),
  hosts('blank-alone', ['', ' '], [host], []),
  hosts('blank-in-policy', [host], ['', ' ', host], [host]),
  list('trimmed', 'secrets', [' k\u00a0'], ['k']),
  list('repeated', 'secrets', ['k', 'k ', 'j'], ['j', 'k']),
  list('blank', 'secrets', ['', '\u0085'], []),
  list('trimmed', 'storage_prefixes', ['\ta/b\n'], ['a/b']),
  list('sorted', 'storage_prefixes', ['a_', 'ab', 'a0', 'a/', 'a.', 'a-'], ['a-', 'a.', 'a/', 'a0', 'a_', 'ab']),
  list('repeated', 'storage_prefixes', ['a/', 'a', 'a '], ['a', 'a/']),
  list('blank', 'storage_prefixes', [' '], []),
  list('trimmed', 'channels', ['cli\r\n'], ['cli']),
  list('sorted', 'channels', ['b', 'a', '/', '0'], ['/', '0', 'a', 'b']),
  list('blank', 'channels', ['\u3000'], []),

  denied('unknown', 'http_hosts', 'blocked.example'),
  denied('below', 'http_hosts', `sub.${host}`),
  denied('above', 'http_hosts', 'example.com'),
  denied('longer', 'http_hosts', `${host}.evil.example`),
  denied('unknown', 'secrets', 'api_token'),
  denied('beginning', 'secrets', 'db_pass'),
  denied('slash-last', 'storage_prefixes', 'plugins/cache/'),
  denied('below', 'storage_prefixes', 'plugins/cache/a'),
  denied('above', 'storage_prefixes', 'plugins'),
  denied('two-slashes', 'storage_prefixes', 'plugins//cache'),
  denied('unknown', 'channels', 'discord'),
  denied('below', 'channels', 'cli/a'),
  refused('nothing-allowed', subset, asksOne('http_hosts'), 'runner.denied', put(['policy', 'allowed_http_hosts'], [])),
  refused('host-as-channel', subset, asksOne('channels'), 'runner.denied', put(at('capabilities', 'channels'), [host])),

  counts('asks-nothing', {}, 0),
  counts('asks-everything', one, 4),
  counts('asks-for-two', { secrets: one.secrets, channels: one.channels }, 2),
  refused(
    'asks-for-more-than-everything',
    exact,
    'asks-everything',
    'runner.denied',
    insert(at('capabilities', 'secrets', 0), 'other'),
  ),
  grants('asks-for-some', exact, 'http_hosts', ['b', 'd'], ['a', 'b', 'c', 'd'], ['b', 'd']),
];

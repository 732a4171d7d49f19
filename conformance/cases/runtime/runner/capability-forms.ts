import type { CapabilityClass } from '#spec/contracts/vocabulary.ts';
import type { Case } from '../../../case.ts';
import { insert } from '../../../rows.ts';
import { at, kebab } from './given.ts';
import { asking, asksOne, grants } from './granting.ts';
import { refusing } from './rows.ts';

const proves = ['RUN-CAPABILITY-FORM'] as const;

/** Written so in the request and in the policy; the word is for the id. */
type Spelling = readonly [word: string, text: string];

const long = 'a'.repeat(300);

const hosts: readonly Spelling[] = [
  ['name', 'localhost'],
  ['address', '127.0.0.1'],
  ['digit', '1'],
  ['hyphen-before-dot', 'a-.b'],
  ['hyphen-behind-dot', 'a.-b'],
  ['two-hyphens', 'xn--bcher-kva.example'],
  ['long', `${long}.${long}`],
];
const badHosts: readonly Spelling[] = [
  ['dots-alone', '...'],
  ['dot', '.'],
  ['star', '*'],
  ['wildcard', '*.example.com'],
  ['two-dots', 'a..b'],
  ['hyphen-first', '-a'],
  ['hyphen-last', 'a-'],
  ['hyphen-before-last-dot', 'a-.'],
  ['dot-first', '.a'],
  ['port', 'host:443'],
  ['url', 'http://a'],
  ['path', 'a/b'],
  ['user', 'a@b'],
  ['underscore', 'a_b'],
  ['address-in-brackets', '[::1]'],
  ['long-address', '::1'],
  ['blank-inside', 'a b'],
  ['blank-before-dot', 'a .'],
  ['accent', 'b\u00fccher.example'],
  ['kelvin-sign', '\u212a.example'],
  ['long-s', '\u017f.example'],
  ['dotless-i', '\u0131.example'],
  ['full-width', '\uff41.example'],
  ['full-width-dot', 'a\uff0eb'],
  ['byte-order-mark', '\ufeffa'],
  ['zero-width-space', 'a\u200b'],
  ['nul', 'a\u0000'],
  ['percent', 'a%2eb'],
];

const names: readonly Spelling[] = [
  ['slash-inside', 'global/k'],
  ['two-dots', '..'],
  ['dot', '.'],
  ['slash', '/'],
  ['two-slashes', 'a//b'],
  ['slash-last', 'a/'],
  ['hyphen', '-'],
  ['underscore', '_'],
  ['digit', '0'],
  ['long', long],
];
const badNames: readonly Spelling[] = [
  ['capital', 'DB_PASSWORD'],
  ['one-capital', 'db_passworD'],
  ['colon', 'a:b'],
  ['colon-first', ':a'],
  ['blank-inside', 'a b'],
  ['star', '*'],
  ['backslash', 'a\\b'],
  ['at', 'a@b'],
  ['accent', 'caf\u00e9'],
  ['kelvin-sign', '\u212a'],
  ['arabic-digit', '\u0663'],
  ['byte-order-mark', '\ufeffa'],
  ['nul', 'a\u0000'],
];

const prefixes: readonly Spelling[] = [
  ['slash-last', 'plugins/cache/'],
  ['two-slashes', 'a//b'],
  ['dot', '.'],
  ['dot-last', 'a/.'],
  ['hyphen', '-'],
  ['underscore', 'a_b'],
  ['long', long],
];
const badPrefixes: readonly Spelling[] = [
  ['slash-first', '/x'],
  ['slash', '/'],
  ['climbing', '../x'],
  ['two-dots', '..'],
  ['two-dots-inside', 'a..b'],
  ['two-dots-last', 'a/..'],
  ['backslash-first', '\\x'],
  ['backslash', 'a\\b'],
  ['capital', 'A'],
  ['colon', 'c:a'],
  ['blank-inside', 'a b'],
  ['star', '*'],
  ['home', '~/a'],
  ['accent', 'caf\u00e9'],
  ['nul', 'a\u0000'],
];

/** A malformed entry beside a good one, in the request or in the policy. */
function malformed(which: CapabilityClass, bad: readonly Spelling[]): readonly Case[] {
  const row = refusing(proves, asksOne(which), 'runner.bad-capability');
  return bad.map(([word, text]) => row(`${kebab(which)}-${word}-refused`, insert(at('capabilities', which, 1), text)));
}

function taken(which: CapabilityClass, good: readonly Spelling[]): readonly Case[] {
  return good.map(([word, text]) => grants(`${kebab(which)}-${word}`, proves, which, [text], [text], [text]));
}

function inPolicy(which: CapabilityClass, text: string): Case {
  const row = refusing(proves, 'asks-nothing', 'runner.bad-capability');
  return row(`${kebab(which)}-in-policy-refused`, insert(['policy', `allowed_${which}`, 1], text));
}

export const capabilityFormCases: readonly Case[] = [
  asking('http_hosts', ['api.example.com']),
  asking('secrets', ['db_password']),
  asking('storage_prefixes', ['plugins/cache']),
  asking('channels', ['cli']),
  ...taken('http_hosts', hosts),
  ...malformed('http_hosts', badHosts),
  ...taken('secrets', names),
  ...malformed('secrets', badNames),
  ...taken('storage_prefixes', prefixes),
  ...malformed('storage_prefixes', badPrefixes),
  ...taken('channels', names),
  ...malformed('channels', badNames),
  inPolicy('http_hosts', '*.example.com'),
  inPolicy('secrets', 'DB_PASSWORD'),
  inPolicy('storage_prefixes', '/plugins'),
  inPolicy('channels', 'CLI'),
];

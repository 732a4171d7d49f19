import { type ProfileId, profileAliases, profileIds } from '#spec/profiles.ts';
import type { Case } from '../../../case.ts';
import { accepted, changed, observed, put, refusals } from '../../../rows.ts';
import { isProfile, telling } from './given.ts';

const aliases = ['PROF-ALIASES'] as const;
const wins = ['PROF-CONFIGURED'] as const;
const derived = ['PROF-DERIVED'] as const;

function row(name: string): string {
  return `lifecycle/profiles-${name}`;
}

/** Underscores and hyphens make different spellings and one name. */
function nameOf(alias: string): string {
  return alias.includes('_') ? `${alias.replaceAll('_', '-')}-with-underscores` : alias;
}

const aliasCases: readonly Case[] = profileIds.flatMap((id) =>
  profileAliases[id].map((alias) =>
    accepted(row(`named-${nameOf(alias)}`), aliases, telling({ configured: alias }), isProfile(id)),
  ),
);

const spelled: readonly (readonly [name: string, text: string, id: ProfileId])[] = [
  ['in-upper-case', 'SINGLE-VM', 'single-vm'],
  ['in-mixed-case', 'Worker_Enabled', 'worker-enabled'],
  ['vps-in-upper-case', 'VPS', 'single-vm'],
  ['with-blanks-around', ' worker\n', 'worker-enabled'],
  ['with-next-line-around', '\u0085single\u0085', 'single-vm'],
  ['with-wide-spaces', '\u3000remote\u2003', 'single-vm'],
  ['with-both', '\tWORKERS ', 'worker-enabled'],
];

const twin = row('named-single-vm');
const unknown = refusals(['PROF-KNOWN'], twin, 'profile.unknown');
const lookAlike = refusals(['PROF-ASCII-CASE', 'PROF-KNOWN'], row('named-worker'), 'profile.unknown');
const configured = ['configured'] as const;

const unknownTexts = {
  empty: '',
  blank: ' \t',
  misspelt: 'single-vn',
  'one-word': 'singlevm',
  'with-a-blank-within': 'single vm',
  plural: 'locals',
  'cut-off': 'loca',
  'of-two': 'local,worker',
  'of-a-mode': 'desktop',
  'with-a-byte-order-mark': '\ufefflocal',
  'like-a-default': 'default',
  'like-null': 'null',
  'like-a-member': '__proto__',
  'like-another-member': 'constructor',
};

const unknownCases: readonly Case[] = [
  accepted(
    row('known'),
    ['PROF-KNOWN', 'PROF-ASCII-CASE'],
    telling({ configured: 'workers' }),
    isProfile('worker-enabled'),
  ),
  ...Object.entries(unknownTexts).map(([name, text]) => unknown(row(`unknown-${name}`), put(configured, text))),
  lookAlike(row('unknown-with-a-kelvin-sign'), put(configured, 'wor\u212aer')),
  lookAlike(row('unknown-with-full-width-letters'), put(configured, '\uff37orker')),
  observed(row('unknown-observed'), ['PROF-UNKNOWN-IGNORED'], 'accepted', telling({ configured: 'single-vn' })),
  observed(
    row('unknown-beside-workers-observed'),
    ['PROF-UNKNOWN-IGNORED'],
    'accepted',
    telling({ configured: '', workers: true }),
  ),
];

/** Whatever else the configuration says, in all its combinations. */
const winningCases: readonly Case[] = profileIds.flatMap((id) =>
  [null, 'local_desktop', 'remote_vps', 'worker', 'nothing known'].flatMap((mode, at) =>
    [false, true].map((workers) =>
      accepted(
        row(
          `${id}-wins-over-${['no-mode', 'local', 'remote', 'worker', 'unknown'][at]}${workers ? '-with-workers' : ''}`,
        ),
        wins,
        telling({ configured: id, mode, workers }),
        isProfile(id),
      ),
    ),
  ),
);

function from(name: string, mode: string | null, workers: boolean, id: ProfileId): Case {
  return accepted(row(`derived-from-${name}`), derived, telling({ mode, workers }), isProfile(id));
}

const remote = row('derived-from-remote');

const derivedCases: readonly Case[] = [
  from('nothing', null, false, 'local'),
  from('remote', 'remote_vps', false, 'single-vm'),
  from('local', 'local_desktop', false, 'local'),
  from('workers', null, true, 'worker-enabled'),
  from('local-with-workers', 'local_desktop', true, 'worker-enabled'),
  changed(
    row('derived-from-remote-with-workers'),
    derived,
    remote,
    put(['networkedWorkers'], true),
    isProfile('worker-enabled'),
  ),
  changed(row('derived-from-no-mode'), derived, remote, put(['deploymentMode'], null), isProfile('local')),
  changed(
    row('derived-from-remote-beside-a-profile'),
    [...wins, ...derived],
    remote,
    put(['configured'], 'local'),
    isProfile('local'),
  ),
  from('unknown-mode', 'cloud', false, 'local'),
  from('unknown-mode-with-workers', 'cloud', true, 'worker-enabled'),
  from('empty-mode', '', false, 'local'),
  from('blank-mode', ' ', false, 'local'),
  from('mode-with-blanks', ' remote_vps\u0085', false, 'single-vm'),
  from('mode-in-upper-case', 'REMOTE-VPS', false, 'single-vm'),
  ...profileIds.flatMap((id) =>
    profileAliases[id]
      .filter((alias) => alias !== 'remote_vps' && alias !== 'local_desktop')
      .map((alias) => from(`mode-${nameOf(alias)}`, alias, false, id === 'local' ? 'local' : 'single-vm')),
  ),
];

export const toldCases: readonly Case[] = [
  ...aliasCases,
  ...spelled.map(([name, text, id]) =>
    accepted(row(`spelled-${name}`), aliases, telling({ configured: text }), isProfile(id)),
  ),
  ...unknownCases,
  ...winningCases,
  ...derivedCases,
];

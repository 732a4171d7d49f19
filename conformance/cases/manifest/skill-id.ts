import type { Case } from '../../case.ts';
import { textsAt } from './rows-at.ts';
import { minimal } from './sample.ts';

const { reads, refuses } = textsAt('manifest/skill-id', ['MAN-SKILL-ID'], {
  sample: minimal,
  piece: ({ skillId }) => `skill_id = "${skillId}"`,
  write: (text) => `skill_id = ${text}`,
  shows: (skill_id) => ({ skill_id }),
});
const code = 'manifest.bad-skill-id';

export const skillIdCases: readonly Case[] = [
  reads('one-letter', 'a'),
  reads('one-dash', '-'),
  reads('one-underscore', '_'),
  reads('one-digit', '0'),
  reads('no-dot', 'a_b-c'),
  reads('many-segments', 'a.b.c.d.e'),
  reads('of-another-publisher', 'other.echo', ['MAN-NO-OTHER-LIMITS']),
  reads('spaces-around', ' a.b ', ['MAN-TRIM', 'MAN-VERBATIM']),
  reads('next-line-around', '\u0085a.b\u0085', ['MAN-TRIM', 'MAN-VERBATIM']),
  refuses('dot', '.', code),
  refuses('two-dots', '..', code),
  refuses('dot-first', '.a', code),
  refuses('dot-last', 'a.', code),
  refuses('dots-together', 'a..b', code),
  refuses('dot-last-then-space', 'a. ', code),
  refuses('dot-last-then-next-line', 'a.\u0085', code, ['MAN-TRIM']),
  refuses('colon', 'a:b', code),
  refuses('colon-alone', ':', code),
  refuses('colon-last', 'a:', code),
];

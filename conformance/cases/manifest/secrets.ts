import type { Case } from '../../case.ts';
import { rowsAt, textsAt } from './rows-at.ts';
import { full } from './sample.ts';

const { reads, refuses } = textsAt('manifest/scope', ['MAN-SECRET-SCOPE'], {
  sample: full,
  piece: ({ skillId }) => `scope = "skill:${skillId}"`,
  write: (text) => `scope = ${text}`,
  shows: (scope) => ({ capabilities: { secrets: [{ scope }] } }),
});
const keys = rowsAt('manifest/secret-keys', ['MAN-SECRET-KEYS'], {
  sample: full,
  piece: 'key_names = ["api_key", "backup_key"]\n',
  shows: (key_names) => ({ capabilities: { secrets: [{ key_names }] } }),
});
const code = 'manifest.bad-secret-scope';

export const secretCases: readonly Case[] = [
  reads('global', 'global'),
  reads('global-spaces-around', ' global ', ['MAN-TRIM', 'MAN-VERBATIM']),
  reads('principal', 'principal:a'),
  reads('channel', 'channel:a:b'),
  reads('skill-suffix-spaced', 'skill: a', ['MAN-TRIM', 'MAN-VERBATIM']),
  reads('skill-spaces-around', ' skill:a.b\u0085', ['MAN-TRIM', 'MAN-VERBATIM']),
  reads('of-another-skill', 'skill:other.skill', ['MAN-NO-OTHER-LIMITS']),
  reads('suffix-colon', 'principal::'),
  refuses('empty', '', code),
  refuses('space', ' ', code),
  refuses('global-upper-case', 'GLOBAL', code),
  refuses('global-capital', 'Global', code),
  refuses('global-with-suffix', 'global:a', code),
  refuses('global-longer', 'globally', code),
  refuses('unknown-kind', 'user:a', code),
  refuses('kind-inside', 'user:skill:a', code),
  refuses('kind-alone', 'skill', code),
  refuses('kind-upper-case', 'Skill:a', code),
  refuses('space-before-colon', 'skill :a', code),
  refuses('suffix-empty', 'principal:', code),
  refuses('suffix-blank', 'principal: ', code),
  refuses('suffix-upper-case', 'skill:A', code),
  refuses('suffix-inner-space', 'skill:a b', code),
  refuses('suffix-slash', 'channel:a/b', code),
  refuses('suffix-star', 'skill:*', code, ['MAN-WILDCARD']),
  refuses('star', '*', code, ['MAN-WILDCARD']),
  refuses('byte-order-mark', '\ufeffglobal', code, ['MAN-TRIM']),
  keys.reads('one', 'key_names = ["a"]\n', ['a']),
  keys.reads('repeated', 'key_names = ["a", "a"]\n', ['a', 'a'], ['MAN-NO-OTHER-LIMITS']),
  keys.refuses('none', 'key_names = []\n', 'manifest.no-secret-keys'),
  keys.refuses('absent', '', 'manifest.no-secret-keys'),
];

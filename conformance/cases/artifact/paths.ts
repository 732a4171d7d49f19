import type { Case } from '../../case.ts';
import { refusals } from '../../rows.ts';
import { editFile, opened, withFiles } from './given.ts';

const proves = ['PATH-NORMAL'] as const;
const plain = 'artifact/path-plain';
const refused = refusals(proves, plain, 'artifact.invalid-path');
const named = (name: string) => editFile('docs/a.txt', { name });

export const paths: readonly Case[] = [
  opened(plain, proves, withFiles('docs/a.txt')),
  opened('artifact/path-with-inner-blanks', proves, withFiles('docs/a /b c')),
  opened('artifact/path-of-dots-between-blanks', proves, withFiles('docs/ .. /b')),
  opened('artifact/path-of-three-dots', proves, withFiles('docs/...')),
  opened('artifact/path-with-final-dot', proves, withFiles('docs/a.')),
  opened('artifact/path-of-a-device', proves, withFiles('docs/con')),
  opened('artifact/path-with-bar-star-tilde', proves, withFiles('docs/a|*~')),
  opened('artifact/path-percent-encoded', proves, withFiles('docs/%2e%2e')),
  opened('artifact/path-with-byte-order-mark', proves, withFiles('\ufeffdocs/\u200b')),
  refused('artifact/path-climbs-out', named('../a')),
  refused('artifact/path-climbs-inside', named('docs/../a')),
  refused('artifact/path-climbs-behind-a-blank', named(' ../a')),
  refused('artifact/path-is-two-dots', named('..')),
  refused('artifact/path-is-absolute', named('/a')),
  refused('artifact/path-begins-with-backslash', named('\\a')),
  refused('artifact/path-has-empty-part', named('docs//a')),
  refused('artifact/path-has-two-backslashes', named('docs\\\\a')),
  refused('artifact/path-has-dot-part', named('docs/./a')),
  refused('artifact/path-ends-in-dot-part', named('docs/.')),
  refused('artifact/path-has-colon', named('c:a')),
  refused('artifact/path-has-nul', named('docs/a\0')),
  refused('artifact/path-is-empty', named('')),
  refused('artifact/path-is-blank', named(' \u3000 ')),
  refused('artifact/path-ends-in-slash-and-blank', named('docs/ ')),
];

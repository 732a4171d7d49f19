import type { Case } from '../../case.ts';
import { textsAt } from './rows-at.ts';
import { full } from './sample.ts';

const url = textsAt('manifest/docs-url', ['MAN-DOCS-URL'], {
  sample: full,
  piece: '"https://docs.example.com/echo"',
  shows: (docs_url) => ({ operator: { docs_url } }),
});
const badUrl = 'manifest.bad-docs-url';

const entrypoint = textsAt('manifest/default-entrypoint', ['MAN-DEFAULT-ENTRYPOINT'], {
  sample: full,
  piece: '"serve"',
  shows: (default_entrypoint) => ({ operator: { plugin: { default_entrypoint } } }),
});
const badEntrypoint = 'manifest.bad-entrypoint';

const docsUrlCases: readonly Case[] = [
  url.reads('scheme-alone', 'https://'),
  url.reads('spaces-around', ' https://x ', ['MAN-TRIM', 'MAN-VERBATIM']),
  url.reads('user', 'https://u:p@h/'),
  url.reads('inner-tab', 'https://x/\ty'),
  url.reads('inner-no-break-space', 'https://x/\u00a0y'),
  url.reads('query', 'https://x/?a=b&c'),
  url.reads('letters-and-signs', "https://Docs.Example/A_b-c+d~e!f$g'h(i)*j,k;l=m:n@o%23"),
  url.reads('accented', 'https://bücher.example/ß'),
  url.refuses('empty', '', badUrl),
  url.refuses('space', ' ', badUrl),
  url.refuses('http', 'http://x', badUrl),
  url.refuses('upper-case', 'HTTPS://x', badUrl),
  url.refuses('one-slash', 'https:/x', badUrl),
  url.refuses('no-scheme', 'docs.example.com', badUrl),
  url.refuses('scheme-inside', 'x https://y', badUrl),
  url.refuses('fragment', 'https://x#y', badUrl),
  url.refuses('fragment-empty', 'https://x#', badUrl),
  url.refuses('inner-space', 'https://x y', badUrl),
  url.refuses('byte-order-mark', '\ufeffhttps://x', badUrl, ['MAN-TRIM']),
];

const defaultEntrypointCases: readonly Case[] = [
  entrypoint.reads('spaces-around', ' run ', ['MAN-TRIM', 'MAN-VERBATIM']),
  entrypoint.reads('next-line-behind', 'run\u0085', ['MAN-TRIM', 'MAN-VERBATIM']),
  entrypoint.reads('all-characters', 'abcdefghijklmnopqrstuvwxyz0123456789_-'),
  entrypoint.reads('dash', '-'),
  entrypoint.refuses('empty', '', badEntrypoint),
  entrypoint.refuses('space', ' ', badEntrypoint),
  entrypoint.refuses('upper-case', 'Run', badEntrypoint),
  entrypoint.refuses('dot', 'a.b', badEntrypoint),
  entrypoint.refuses('colon', 'a:b', badEntrypoint),
  entrypoint.refuses('slash', 'a/b', badEntrypoint),
  entrypoint.refuses('inner-space', 'a b', badEntrypoint),
  entrypoint.refuses('inner-newline', 'a\nb', badEntrypoint),
  entrypoint.refuses('accented', 'é', badEntrypoint),
  entrypoint.refuses('grave', 'a`b', badEntrypoint),
  entrypoint.refuses('brace', 'a{b', badEntrypoint),
  entrypoint.refuses('byte-order-mark', '\ufeffrun', badEntrypoint, ['MAN-TRIM']),
];

export const operatorTextCases: readonly Case[] = [...docsUrlCases, ...defaultEntrypointCases];

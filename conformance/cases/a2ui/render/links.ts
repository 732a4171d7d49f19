import type { Case } from '../../../case.ts';
import { observed } from '../../../rows.ts';
import { documentOf } from '../client/rows.ts';
import { line, link, type Proves, shows } from './rows.ts';

type Row = readonly [id: string, destination: string];

const markdown = (destination: string) => ({ value: `See [this](${destination}).` });

const taken: readonly (readonly [id: string, destination: string, to: string])[] = [
  ['https', 'https://e.example', 'https://e.example/'],
  ['http', 'http://e.example/a?b#c', 'http://e.example/a?b#c'],
  ['mail', 'mailto:a@b.example', 'mailto:a@b.example'],
  ['path', '/x/y?z#w', '/x/y?z#w'],
  ['path-of-the-root', '/', '/'],
  ['upper-case', 'HTTPS://E.Example:443/../x', 'https://e.example/x'],
  ['blanks-around', ' https://e.example/a ', 'https://e.example/a'],
  ['path-that-looks-like-a-scheme', '/javascript:x', '/javascript:x'],
  ['scheme-in-the-query', 'https://e.example/?javascript:x', 'https://e.example/?javascript:x'],
  ['quotes', 'https://e.example/"onclick="x', 'https://e.example/%22onclick=%22x'],
  ['markup', 'https://e.example/<b>', 'https://e.example/%3Cb%3E'],
];

const refused: readonly Row[] = [
  ['javascript', 'javascript:alert`1`'],
  ['javascript-mixed-case', 'JaVaScRiPt:alert`1`'],
  ['javascript-behind-a-no-break-space', '\u00a0javascript:x'],
  ['javascript-with-slashes', 'javascript://e.example/%0Aalert`1`'],
  ['javascript-as-an-entity', 'javascript&colon;x'],
  ['javascript-as-a-numeric-entity', '&#106;avascript:x'],
  ['javascript-percent-encoded', '%6aavascript:x'],
  ['javascript-in-full-width', '\uff4aavascript:x'],
  ['javascript-behind-a-zero-width-space', '\u200bjavascript:x'],
  ['data', 'data:text/html,<script>x</script>'],
  ['vbscript', 'vbscript:x'],
  ['file', 'file:///etc/passwd'],
  ['blob', 'blob:https://e.example/1'],
  ['ftp', 'ftp://e.example/'],
  ['tel', 'tel:+1'],
  ['about', 'about:blank'],
  ['web-socket', 'wss://e.example/'],
  ['fragment', '#x'],
  ['query', '?x'],
  ['relative', './x'],
  ['word', 'x'],
  ['host-without-a-scheme', 'e.example/x'],
  ['blank-only', ' '],
  ['without-a-host', 'https://'],
];

/** A browser passes over what is in them, or makes something else of it. */
const controls: readonly Row[] = [
  ['tab-inside', 'java\tscript:x'],
  ['control-before', '\u0001javascript:x'],
  ['nul-before', '\u0000javascript:x'],
];

const looks: readonly Row[] = [
  ['two-slashes', '//evil.example'],
  ['three-slashes', '///evil.example'],
  ['slash-and-backslash', '/\\evil.example'],
  ['backslash-inside', '/a\\..\\b'],
  ['two-backslashes', '\\\\evil.example'],
  ['slash-and-tab', '/\t/evil.example'],
  ['control-inside', 'https://e.example/\u0001'],
  ['tab-in-a-host', 'https://e.ex\tample/'],
  ['delete-inside', '/a\u007fb'],
  ['backslashes-behind-a-scheme', 'https:\\\\e.example'],
];

function isText(prefix: string, proves: Proves, [id, destination]: Row): Case {
  return shows(`${prefix}-${id}`, proves, 'markdown', markdown(destination), { blocks: [line('See this.')] });
}

export const linkCases: readonly Case[] = [
  ...taken.map(([id, destination, to]) =>
    shows(`link-${id}`, ['A2R-LINKS'], 'markdown', markdown(destination), {
      blocks: [line('See ', link('this', to), '.')],
    }),
  ),
  shows(
    'link-apart',
    ['A2R-LINK-APART'],
    'markdown',
    { value: '[a](https://e.example/) [b](/c) [d](mailto:e@f.example)' },
    {
      blocks: [
        line(
          { link: 'a', to: 'https://e.example/', apart: true, target: '_blank' },
          ' ',
          { link: 'b', to: '/c', apart: true, target: '_blank' },
          ' ',
          { link: 'd', to: 'mailto:e@f.example', apart: true, target: '_blank' },
        ),
      ],
    },
  ),
  ...[...refused, ...controls].map((row) => isText('no-link', ['A2R-LINK-SCHEMES', 'A2R-SAFE'], row)),
  ...looks.map((row) => isText('no-link', ['A2R-LINK-LOOKS'], row)),
  shows(
    'link-label-and-destination',
    ['A2R-LINKS', 'A2R-MD-INLINE'],
    'markdown',
    { value: '[**a**](/b) [c](/d)' },
    {
      blocks: [line(link('**a**', '/b'), ' ', link('c', '/d'))],
    },
  ),
  shows(
    'link-in-brackets',
    ['A2R-MD-INLINE'],
    'markdown',
    { value: '[[a]](/u) [](/u) [b]()' },
    {
      blocks: [line('[[a]](/u) [](/u) [b]()')],
    },
  ),
  shows(
    'link-up-to-the-first-bracket',
    ['A2R-LINK-SCHEMES', 'A2R-MD-INLINE'],
    'markdown',
    { value: '[a](javascript:alert(1))' },
    {
      blocks: [line('a)')],
    },
  ),
  shows(
    'link-behind-a-mark-of-exclamation',
    ['A2R-MD-INLINE', 'A2R-SAFE'],
    'markdown',
    { value: '![i](https://e.example/x)' },
    {
      blocks: [line('!', link('i', 'https://e.example/x'))],
    },
  ),
  observed('a2ui/page-observed-two-slashes', ['A2R-LINK-LOOKS-UNHEEDED'], 'accepted', (world) => ({
    operation: 'a2ui.render',
    model: { document: documentOf(world, [{ id: 'it', type: 'markdown', props: { value: '[a](//other.example)' } }]) },
  })),
];

import { expect, test } from 'vitest';
import { firstMismatch } from '../runner/match.ts';
import { readPage } from './read-page.ts';
import type { Section } from './section.ts';

const framed = (inner: string) => `<section aria-label="s"><article>${inner}</article></section>`;

interface Page {
  readonly dangers: readonly string[];
  readonly articles: readonly Section[];
}

function read(html: string): Page {
  return readPage(html) as unknown as Page;
}

const alike: readonly (readonly [name: string, plain: string, other: string])[] = [
  ['a whole file', framed('<p>a</p>'), `<!doctype html><title>t</title><main class="x">${framed('<p>a</p>')}</main>`],
  ['wrappers, classes and ids', framed('<p>a</p>'), framed('<div class=c><div id=d><span>a</span></div></div>')],
  [
    'roles in the place of elements',
    framed('<h2>a</h2>'),
    '<div role=region aria-label=s><div role=article><div role=heading aria-level=2>a</div></div></div>',
  ],
  ['white space', framed('<p>a b</p><p>c</p>'), framed('\n  <p>\n a\n  b </p>\n <p>c</p> ')],
  [
    'a surface that another element names',
    framed('<p>a</p>'),
    '<h1 id=n>s</h1><section aria-labelledby=n><article><p>a</p></article></section>',
  ],
  [
    'decoration that is hidden',
    framed('<p>a</p>'),
    framed('<svg aria-hidden=true><path d=M0/></svg><p>a<span aria-hidden=true>*</span></p><p hidden>b</p>'),
  ],
  ['marks by their older names', framed('<p><strong>a</strong><em>b</em></p>'), framed('<p><b>a</b><i>b</i></p>')],
  ['texts in pieces', framed('<p>ab</p>'), framed('<p>a<!-- -->b</p>')],
  [
    'a label around its control',
    framed('<label for=x>L</label><input id=x>'),
    framed('<label>L<input type=text></label>'),
  ],
  ['a control named by an attribute', framed('<label for=x>L</label><input id=x>'), framed('L<input aria-label=L>')],
  [
    'a required control',
    framed('<label>L<input required></label>'),
    framed('<label>L <span aria-hidden=true>*</span><input aria-required=true></label>'),
  ],
  [
    'a grid of divisions',
    framed('<table aria-label=t><tr><th>A<th>B<tr><th scope=row>1<td>2</table>'),
    framed(
      '<div role=grid aria-label=t><div role=row><span role=columnheader>A</span><span role=columnheader>B</span></div><div role=row><span role=rowheader>1</span><span role=gridcell>2</span></div></div>',
    ),
  ],
  [
    'a table with its parts',
    framed('<table aria-label=t><thead><tr><th>A</thead><tbody><tr><th scope=row>1</tbody></table>'),
    framed('<table><caption>t</caption><thead><tr><th scope=col>A</thead><tbody><tr><th>1</tbody></table>'),
  ],
  [
    'a choice behind a button',
    framed('<label>C<select required><option value=r>Red<option value=g selected>Green</select></label>'),
    framed(
      'C<button aria-haspopup=listbox aria-label="Green C">Green</button><div aria-hidden=true><label>C<select required tabindex=-1><option></option><option value=r>Red</option><option value=g selected>Green</option></select></label></div>',
    ),
  ],
  [
    'a choice of radio buttons',
    framed(
      '<div role=radiogroup aria-label=C><label><input type=radio>Red</label><label><input type=radio checked>Green</label></div>',
    ),
    framed('<select aria-label=C><option value=r>Red<option value=g selected>Green</select>'),
  ],
  [
    'an image that is drawn otherwise',
    framed('<svg role=img aria-label=i></svg>'),
    framed('<div role=img aria-label=i><canvas></canvas></div>'),
  ],
  [
    'links that are written otherwise',
    framed('<a href="https://e.com/" rel="noreferrer noopener" target=_blank>a</a>'),
    framed('<a target="_BLANK" class=x rel="external NoOpener noreferrer" href=HTTPS://e.com>a</a>'),
  ],
];

/** Without what a case never asks for as a whole: all texts, and the blocks of a form, where names are texts too. */
function asked(html: string) {
  const { articles, ...page } = read(html);
  return {
    ...page,
    articles: articles.map(({ says: _, blocks, ...article }) => (isForm(article) ? article : { ...article, blocks })),
  };
}

function isForm({ controls }: Section): boolean {
  return Array.isArray(controls) && controls.length > 0;
}

test.each(alike)('%s: two pages that say the same are read alike', (_, plain, other) => {
  expect(asked(other)).toEqual(asked(plain));
});

const different: readonly (readonly [name: string, html: string, other: string])[] = [
  ['text', framed('<p>a</p>'), framed('<p>b</p>')],
  ['more text', framed('<p>a</p>'), framed('<p>a</p>b')],
  ['two paragraphs', framed('<p>a b</p>'), framed('<p>a</p><p>b</p>')],
  ['level', framed('<h1>a</h1>'), framed('<h2>a</h2>')],
  ['order of a list', framed('<ul><li>a</ul>'), framed('<ol><li>a</ol>')],
  ['name of a control', framed('<input aria-label=a>'), framed('<input placeholder=a>')],
  ['kind of a control', framed('<input aria-label=a>'), framed('<input type=email aria-label=a>')],
  ['destination', framed('<a href=/a>a</a>'), framed('<a href=//a>a</a>')],
  ['mark', framed('<p><b>a</b></p>'), framed('<p>a</p>')],
  [
    'header of a row',
    framed('<table><tr><th>A<th>B<tr><th>1<td>2</table>'),
    framed('<table><tr><th>A<th>B<tr><td>1<td>2</table>'),
  ],
  ['no article', framed('<p>a</p>'), '<section aria-label=s><p>a</p></section>'],
  ['no region', framed('<p>a</p>'), '<article><p>a</p></article>'],
];

test.each(different)('%s: two pages that do not say the same are told apart', (_, html, other) => {
  expect(firstMismatch(readPage(html), readPage(other))).toBeDefined();
});

const dangerous: readonly string[] = [
  '<script>x</script>',
  '<img src=x onerror=y>',
  '<p onclick=x>a</p>',
  '<svg><script>x</script></svg>',
  '<svg onload=x></svg>',
  '<a href="javascript:x">a</a>',
  '<a href=" JaVa\tScript:x">a</a>',
  '<a href="&#106;avascript:x">a</a>',
  '<svg><a xlink:href="javascript:x"><text>a</text></a></svg>',
  '<a href="data:text/html,x">a</a>',
  '<iframe srcdoc="x"></iframe>',
  '<template><img src=x></template>',
  '<form action="https://e.com"><button>a</button></form>',
  '<button formaction=/x>a</button>',
  '<a href=/x ping=/y>a</a>',
  '<meta http-equiv=refresh content="0;url=/x">',
  '<base href="https://e.com">',
  '<link rel=stylesheet href=/x>',
  '<p style="background:url(//e.com)">a</p>',
  '<p style="background:u\\72l(//e.com)">a</p>',
  '<style>@import "x";</style>',
  '<svg><use href="/x#y"/></svg>',
  '<svg><set attributeName=href to=javascript:x /></svg>',
  '<p hidden><img src=x></p>',
  '<object data=x></object>',
  '<video poster=x></video>',
];

test.each(dangerous)('%s is dangerous (A2R-SAFE)', (html) => {
  expect(read(framed(html)).dangers).not.toEqual([]);
});

const harmless: readonly string[] = [
  '<p>javascript:alert(1)</p>',
  '<a href="/javascript:x">a</a>',
  '<a href="#x">a</a>',
  '<a href="mailto:a@b.example">a</a>',
  '<p title="onclick=x" data-onclick=x class="script">a</p>',
  '<p style="color: red; width: calc(1px + 2px)">a</p>',
  '<svg viewBox="0 0 1 1"><use href="#x"/><path d="M0 0"/></svg>',
  '<style>p { color: red }</style>',
  '<form><input><button>a</button></form>',
  '<noscript><img src=x></noscript>',
];

test.each(harmless)('%s is not dangerous (A2R-SAFE)', (html) => {
  expect(read(framed(html)).dangers).toEqual([]);
});

test('a page that no one can follow, or that is huge, is read in bounded time', () => {
  expect(read(framed('<div>'.repeat(100_000))).dangers).toHaveLength(1);
  expect(read(framed(`<label for=x>${'<p>a'.repeat(1000)}</label>`.repeat(100))).dangers).toEqual([]);
  expect(
    read(framed(`${'<input aria-labelledby=x>'.repeat(5000)}<p id=x>${'a '.repeat(100_000)}</p>`)).dangers,
  ).toEqual([]);
});

import fc from 'fast-check';
import { type DefaultTreeAdapterMap, parseFragment, serialize } from 'parse5';
import { expect, test } from 'vitest';
import { normaliseDocument } from '#reference/a2ui/client/normalise.ts';
import type { HtmlNode } from '#reference/a2ui/html/element.ts';
import { vocabulary } from '#reference/a2ui/html/element.ts';
import { encodeHtml } from '#reference/a2ui/html/encode.ts';
import { pageElement } from '#reference/a2ui/html/page.ts';
import { linkTarget } from '#reference/a2ui/render/link-policy.ts';
import { readInline } from '#reference/a2ui/render/markdown/inline.ts';
import { pageOf } from '#reference/a2ui/render/page.ts';
import { renderDocument } from '#reference/a2ui/render/render.ts';
import type { Json } from '#spec/json/value.ts';
import { someDocument } from './arbitrary-document.ts';

type Parsed = DefaultTreeAdapterMap['node'];

const hostile = [
  ...['<script>', '</p>', '<!--', '-->', '"', "'", '&lt;', '&#0;', '&', '<', '>', '`', '=', '\u0000', '\r', '\n', '\t'],
  ...[']]>', '<![CDATA[', '</textarea>', '<svg>', '<math>', '</title>', 'onload=', 'javascript:', '[', '](', ')', '**'],
  ...[
    '*',
    '# ',
    '- ',
    '1. ',
    '//',
    '/',
    '\\',
    'https://e.com',
    'mailto:',
    '\ufeff',
    '\u2028',
    '\ud83d\ude00',
    'a',
    ' ',
  ],
];
const hostileText = fc.array(fc.constantFrom(...hostile), { maxLength: 12 }).map((pieces) => pieces.join(''));
const hostileDocument = fc.array(hostileText, { minLength: 20, maxLength: 20 }).map((texts): Json => {
  let next = 0;
  const text = () => texts[next++ % texts.length] ?? '';
  const record = (members: { readonly [name: string]: Json }): Json => new Map(Object.entries(members));
  const field = (type: string): Json =>
    record({
      ...{ id: text(), type, label: text(), hint: text(), placeholder: text(), default: text(), required: true },
      options: [record({ label: text(), value: text() })],
    });
  const component = (type: string, props: { readonly [name: string]: Json }): Json =>
    record({ id: text(), type, props: record(props) });
  return record({
    v: 1n,
    surface: `s${text()}`,
    components: [
      component('text', { value: text(), tone: text() }),
      component('markdown', { value: `${text()}${text()}\n${text()}` }),
      component('list', { items: [text(), text()] }),
      component('table', { columns: [text(), text()], rows: [[text(), text()]] }),
      component('chart', { title: text(), series: [record({ label: text(), value: 3n })] }),
      component('form', {
        title: text(),
        submit_label: text(),
        fields: ['text', 'number', 'select', 'checkbox'].map(field),
      }),
    ],
    experimental: record({
      ...{ track_id: `t${text()}`, feature_flag: `f${text()}`, support_summary: `s${text()}` },
      ...{ security_review: [`r${text()}`], exit_criteria: [`e${text()}`] },
    }),
  });
});

function strangersIn(node: Parsed): readonly string[] {
  const inner = 'childNodes' in node ? node.childNodes.flatMap(strangersIn) : [];
  if (node.nodeName === '#text' || node.nodeName === '#document-fragment') return inner;
  if (!('tagName' in node)) return [node.nodeName, ...inner];
  const known: Readonly<Record<string, readonly string[]>> = vocabulary;
  const attributes = Object.hasOwn(known, node.tagName) ? known[node.tagName] : undefined;
  if (attributes === undefined) return [node.tagName, ...inner];
  return [
    ...node.attrs.flatMap(({ name }) => (attributes.includes(name) ? [] : [`${node.tagName} ${name}`])),
    ...inner,
  ];
}

function shapeOf(node: Parsed): unknown {
  if ('value' in node) return node.value;
  const children = ('childNodes' in node ? node.childNodes : []).map(shapeOf);
  if (!('tagName' in node)) return children;
  return [node.tagName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])), joined(children)];
}

function meantBy(node: HtmlNode): unknown {
  if (typeof node === 'string') return node.replaceAll('\u0000', '\ufffd');
  const attributes = [...node.attributes].map(([name, value]) => [name, value.replaceAll('\u0000', '\ufffd')]);
  return [node.tag, Object.fromEntries(attributes), joined(node.children.map(meantBy))];
}

/** Two texts beside each other are one, once they are parsed, and an empty one is none. */
function joined(children: readonly unknown[]): readonly unknown[] {
  const all: unknown[] = [];
  for (const child of children) {
    if (child === '') continue;
    if (typeof child === 'string' && typeof all.at(-1) === 'string') all.push(`${all.pop()}${child}`);
    else all.push(child);
  }
  return all;
}

function plain(node: Parsed): string {
  return JSON.stringify(shapeOf(node)).replaceAll('\\r\\n', '\\n').replaceAll('\\r', '\\n');
}

test('a page is parsed as the tree that was meant, of known elements and attributes alone (A2R-SAFE, A2R-TEXT-AS-TEXT)', () => {
  let seen = 0;
  const property = fc.property(fc.oneof(someDocument, hostileDocument), (given) => {
    const document = normaliseDocument(given);
    if (!document.ok) return;
    seen++;
    const element = pageElement(pageOf(document.value));
    const html = encodeHtml(element);
    expect(html).toBe(renderDocument(document.value));
    const fragment = parseFragment(html);
    expect(strangersIn(fragment)).toEqual([]);
    expect(shapeOf(fragment)).toEqual([meantBy(element)]);
    // A serialiser writes a carriage return as it is, and a parser makes a line feed of it.
    expect(plain(parseFragment(serialize(fragment)))).toBe(plain(fragment));
  });
  fc.assert(property, { numRuns: 1500 });
  expect(seen).toBeGreaterThan(500);
});

test('no link leaves for a scheme or a host that does not show (A2R-LINK-SCHEMES, A2R-LINK-LOOKS)', () => {
  const page = 'https://console.example/chat';
  const property = fc.property(fc.oneof(hostileText, fc.string(), fc.webUrl()), (destination) => {
    const target = linkTarget(destination);
    if (target === undefined) return;
    const { protocol, origin } = new URL(target, page);
    expect(['http:', 'https:', 'mailto:']).toContain(protocol);
    if (target.startsWith('/')) expect(origin).toBe('https://console.example');
    expect(target).not.toMatch(/[\u0000-\u001f\\]/);
  });
  fc.assert(property, { numRuns: 5000 });
});

test('no character of a line is lost but those of its marks (A2R-MD-INLINE)', () => {
  const plain = fc.array(fc.constantFrom('a', ' ', '<', '&', '[', ']', '(', ')', '*', '`'), { maxLength: 40 });
  const property = fc.property(plain, (characters) => {
    const line = characters.join('');
    const marks = /[[\]()*`]/g;
    const shown = readInline(line)
      .map(({ text }) => text)
      .join('');
    // Destinations are dropped, so what is left is a subsequence of what was there.
    let at = 0;
    for (const character of shown) {
      at = line.indexOf(character, at) + 1;
      expect(at).toBeGreaterThan(0);
    }
    if (!line.includes('](')) expect(shown.replace(marks, '')).toBe(line.replace(marks, ''));
  });
  fc.assert(property, { numRuns: 5000 });
});

import type { PageElement } from './parse.ts';
import { elementsIn } from './visible.ts';

/** A2R-SAFE: what runs, fetches or sends by itself, wherever it stands in the page. */
export function dangersIn(root: PageElement): readonly string[] {
  return [...new Set([...elementsIn(root)].flatMap(dangersOf))].slice(0, 20);
}

const elements: ReadonlySet<string> = new Set([
  ...['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'link', 'base', 'img', 'picture', 'source'],
  ...['video', 'audio', 'track', 'portal', 'fencedframe'],
]);

const foreignElements: ReadonlySet<string> = new Set([
  ...['script', 'image', 'feimage', 'animate', 'animatemotion', 'animatetransform', 'set', 'iframe', 'audio', 'video'],
]);

const attributesAnywhere: ReadonlySet<string> = new Set([
  ...['src', 'srcset', 'srcdoc', 'action', 'formaction', 'ping', 'poster', 'background', 'data'],
]);

function dangersOf(element: PageElement): readonly string[] {
  const { tag, isForeign, attributes } = element;
  const found: string[] = [];
  if ((isForeign ? foreignElements : elements).has(tag)) found.push(`an element ${tag}`);
  if (tag === 'meta' && attributes.has('http-equiv')) found.push('an element meta with http-equiv');
  for (const [name, value] of attributes) {
    if (name.startsWith('on') || attributesAnywhere.has(name))
      found.push(`an attribute ${short(name)} of ${short(tag)}`);
    if (name === 'href' && leadsAstray(value)) found.push(`href ${short(value)} of ${short(tag)}`);
    if (name === 'style' && fetches(value)) found.push(`a style of ${short(tag)} that fetches`);
  }
  if (tag === 'use' && !(attributes.get('href') ?? '#').startsWith('#')) found.push('an element use of another file');
  if (tag === 'style' && fetches(textIn(element))) found.push('an element style that fetches');
  return found;
}

/** Asked of the URL as a browser reads it on a page of a console. */
function leadsAstray(href: string): boolean {
  const page = 'https://console.invalid';
  return !URL.canParse(href, page) ? false : !['http:', 'https:', 'mailto:'].includes(new URL(href, page).protocol);
}

function fetches(css: string): boolean {
  const plain = css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\\([0-9a-f]{1,6})\s?/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)))
    .replace(/\\/g, '');
  return /url\s*\(|image-set\s*\(|@import|expression\s*\(/i.test(plain);
}

function characterOf(code: number): string {
  return code > 0x10ffff ? '' : String.fromCodePoint(code);
}

function textIn({ children }: PageElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

function short(text: string): string {
  return JSON.stringify(text.slice(0, 60)).slice(1, -1);
}

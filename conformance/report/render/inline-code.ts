import { shown } from './visible.ts';

const longest = 300;

/** Text of somebody else as Markdown code, where neither HTML nor links, images, mentions or emphasis mean anything. */
export function inlineCode(text: string, most = longest): string {
  const code = shown(text, most);
  if (code.trim() === '') return '*nothing*';
  const runs = code.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(0, ...runs.map(({ length }) => length)) + 1);
  const pad = /^[` ]|[` ]$/.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

/**
 * The same in the cell of a table, which is cut at its pipes before code is looked for; behind a backslash not every
 * reader takes one for escaped.
 */
export function cellCode(text: string, most = longest): string {
  return inlineCode(text, most).replaceAll('\\|', '\\\\u007c').replaceAll('|', '\\|');
}

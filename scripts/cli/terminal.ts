import type { Json } from '#spec/json/value.ts';
import { encodePrettyJson } from '#spec/json/write.ts';
import type { Shell } from './shell.ts';

const invisible = '\\u007f-\\u009f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff';
const unprintable = new RegExp(`[\\u0000-\\u001f${invisible}]`, 'g');
const unprintableInJson = new RegExp(`[${invisible}]`, 'g');

/** Text that may come from a hostile file, made unable to steer the terminal it is shown on. */
export function printable(text: string): string {
  return text.replace(unprintable, escapeUnit);
}

/** JSON stays the same document: outside its strings none of these characters can stand. */
export function jsonDocument(value: Json): string {
  return `${escapeInvisible(encodePrettyJson(value))}\n`;
}

export function escapeInvisible(json: string): string {
  return json.replace(unprintableInJson, escapeUnit);
}

/** One line that begins with a marker and goes on in `key=value`; a value that could be misread is quoted as in JSON. */
export function markedLine(
  marker: string,
  fields: { readonly [key: string]: string | bigint | number | boolean },
): string {
  const shown = Object.entries(fields).map(([key, value]) => `${key}=${fieldText(String(value))}`);
  return `${[marker, ...shown].join(' ')}\n`;
}

function fieldText(text: string): string {
  return text === '' || /[\s"]/u.test(text) || printable(text) !== text ? printable(JSON.stringify(text)) : text;
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Node puts U+FFFD where arguments and variables are not UTF-8, so a text that holds it is not what was given. */
export function isText(value: string): boolean {
  return !/[\ufffd\p{Surrogate}]/u.test(value);
}

export type Paint = (style: 'bold' | 'red', text: string) => string;

const styles = { bold: { on: '\u001b[1m', off: '\u001b[22m' }, red: { on: '\u001b[31m', off: '\u001b[39m' } } as const;

/** Colours only what a person looks at and has not asked to be left plain. */
export function painter(shell: Shell, stream: 'stdout' | 'stderr', noColor: boolean): Paint {
  const plain =
    noColor || !shell.terminal[stream] || (shell.env['NO_COLOR'] ?? '') !== '' || shell.env['TERM'] === 'dumb';
  return (style, text) => (plain ? text : `${styles[style].on}${text}${styles[style].off}`);
}

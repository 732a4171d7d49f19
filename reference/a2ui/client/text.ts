import type { Json } from '#spec/json/value.ts';
import { compactJson } from './compact-json.ts';

const ellipsis = '\u2026';

/** The white space of the web platform: that of the introduction without U+0085, and with U+FEFF. */
export function trimWeb(text: string): string {
  return text.trim();
}

/** A2C-CUT: at most `most` UTF-16 units, the last of them an ellipsis where something is missing. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const kept = text.slice(0, most - 1);
  // A2C-WHOLE-CHARACTERS: the first half of a pair alone is no text.
  return (isHighSurrogate(kept.charCodeAt(kept.length - 1)) ? kept.slice(0, -1) : kept) + ellipsis;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** A2C-TEXT: a string trimmed and cut, also where nothing is left; the fallback stands for everything else. */
export function readText(value: Json | undefined, fallback: string, most: number): string {
  return typeof value === 'string' ? cut(trimWeb(value), most) : fallback;
}

/** A2C-FOLD: a word that is compared in lower case. */
export function readWord(value: Json | undefined, fallback: string, most: number): string {
  return readText(value, fallback, most).toLowerCase();
}

export function readFlag(value: Json | undefined): boolean {
  return value === true;
}

/** A2C-NUMBER: the fallback stands for everything that is no number, numbers in strings included. */
export function readNumber(value: Json | undefined, fallback: number, least: number, most: number): number {
  const number = typeof value === 'bigint' ? Number(value) : value;
  if (typeof number !== 'number') return fallback;
  return Math.max(least, Math.min(most, number));
}

/** A2C-IDENTIFIER */
export function readIdentifier(value: Json | undefined, fallback: string, most: number): string {
  const id = dashed(readText(value, fallback, most));
  return id === '' ? fallback : id;
}

/** Every unit that an identifier cannot hold becomes a dash, and dashes in a row become one. */
export function dashed(text: string, others = /[^A-Za-z0-9:_-]/g): string {
  return text.replace(others, '-').replace(/-{2,}/g, '-');
}

/** A2C-SHOW: any value as text; a string is not trimmed here. */
export function show(value: Json, most: number): string {
  return cut(shown(value, most), most);
}

function shown(value: Json, most: number): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'bigint') return String(Number(value));
  // Numbers as ECMAScript writes them: `1e+21`, `0` for -0.
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return compactJson(value, most);
}

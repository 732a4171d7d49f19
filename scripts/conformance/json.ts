import { escapeInvisible } from '../cli/terminal.ts';

/** Our own plain data for a program that reads it; the integers among it are small. */
export function plainJson(value: unknown): string {
  const text = JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? Number(one) : one), 2);
  return `${escapeInvisible(text)}\n`;
}

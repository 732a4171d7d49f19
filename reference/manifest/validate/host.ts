import { asciiLower, trim } from '../../text/white-space.ts';
import type { Verdict } from './check.ts';

/** MAN-HOST: a bare name of ASCII letters, digits, dots and hyphens; final dots are dropped before it is judged. */
export function checkHost(path: string, value: string): Verdict {
  return canonicalHost(trim(value)) === undefined ? { code: 'manifest.bad-host', path, value } : undefined;
}

/** The one spelling of a name of a host, or nothing where the text is none. */
export function canonicalHost(text: string): string | undefined {
  const host = asciiLower(withoutFinalDots(text));
  const isName = /^[a-z0-9.-]+$/.test(host) && !/^[.-]|-$/.test(host) && !host.includes('..');
  return isName ? host : undefined;
}

function withoutFinalDots(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '.') end--;
  return text.slice(0, end);
}

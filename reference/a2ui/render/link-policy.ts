import { trimWeb } from '../client/text.ts';

const schemes: readonly string[] = ['http:', 'https:', 'mailto:'];

/** Where a link of a document leads; undefined where it must not be one. */
export function linkTarget(destination: string): string | undefined {
  const target = trimWeb(destination);
  // A2R-LINK-LOOKS: a browser passes over tabs and line breaks, and takes a backslash for a slash.
  if (/[\u0000-\u001f\u007f\\]/.test(target)) return undefined;
  // A2R-LINK-LOOKS: two slashes leave the console, though they look like a path of it.
  if (target.startsWith('/')) return target.startsWith('//') ? undefined : target;
  if (!URL.canParse(target)) return undefined;
  // A2R-LINK-SCHEMES: asked of the URL as a browser reads it, never of its text.
  const url = new URL(target);
  return schemes.includes(url.protocol) ? url.href : undefined;
}

import { keyIdPrefix, moduleSuffix, modulesFolder } from '../constants.ts';

/** Regular expressions that every dialect reads alike: no look-around, no classes but spelled-out ones. */

/** MAN-TRIM: what is trimmed. `\s` is another set in each language. */
const blank = String.raw`\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
const space = `[${blank}]*`;

/** The inner pattern with white space around it, since values are judged trimmed and kept as written. */
function trimmed(inner: string): string {
  return `^${space}${inner}${space}$`;
}

export const notBlank = `[^${blank}]`;
export const identifier = trimmed('[a-z0-9._:-]+');
export const bareIdentifier = '^[a-z0-9._:-]+$';
export const skillId = trimmed(String.raw`[a-z0-9_-]+(?:\.[a-z0-9_-]+)*`);
export const toolId = trimmed(String.raw`[a-z0-9._:-]+\.[a-z0-9._:-]*`);
export const label = trimmed('[a-z0-9._-]+');
export const entrypoint = trimmed('[a-z0-9_-]+');
export const docsUrl = trimmed('https://[^ #]*');
export const wildcard = String.raw`\*`;
export const host = trimmed(String.raw`[A-Za-z0-9](?:(?:[A-Za-z0-9-]|\.[A-Za-z0-9-])*\.?[A-Za-z0-9])?\.*`);
export const secretScope = trimmed(`(?:global|(?:principal|channel|skill):${space}[a-z0-9._:-]+)`);

/** PATH-NORMAL: empty, absolute, with a colon or NUL, or with an empty, `.` or `..` segment. */
export const badPath = [
  `^${space}$`,
  String.raw`^${space}[/\\]`,
  String.raw`[:\u0000]`,
  String.raw`[/\\](?:[/\\]|${space}$)`,
  String.raw`(?:^${space}|[/\\])\.\.?(?:[/\\]|${space}$)`,
].join('|');
export const modulePath = `^${modulesFolder}[^:]*${moduleSuffix.replace('.', String.raw`\.`)}$`;
export const climbs = String.raw`\.\.`;

export const hexOf32Bytes = '^[0-9a-f]{64}$';
export const keyId = `^${keyIdPrefix}[0-9a-f]{16}$`;
export const trustedKey = trimmed('[0-9A-Fa-f]{64}');
/** SIG-BASE64: padded, and the unused bits of the last character are zero. */
export const base64 = '^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)?$';
export const base64Of32Bytes = '^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$';
export const base64Of64Bytes = '^[A-Za-z0-9+/]{85}[AQgw]==$';

const versionPart = String.raw`\+?${upTo(4_294_967_295n)}`;
export const version = trimmed([versionPart, versionPart, versionPart].join(String.raw`\.`));

/** Decimal digits whose value is at most `most`, with any number of zeros before them. */
export function upTo(most: bigint): string {
  const digits = [...String(most)];
  const shorter = digits.length > 1 ? [`[0-9]{1,${digits.length - 1}}`] : [];
  const smaller = digits.flatMap((digit, at) => {
    if (digit === '0') return [];
    const rest = digits.length - at - 1;
    return [`${digits.slice(0, at).join('')}[0-${Number(digit) - 1}]${rest === 0 ? '' : `[0-9]{${rest}}`}`];
  });
  return `0*(?:${[...shorter, ...smaller, digits.join('')].join('|')})`;
}

import { createHash } from 'node:crypto';
import { parseJson } from '#spec/json/parse.ts';
import { encodeJson } from '#spec/json/write.ts';
import type { AuditLine } from './change.ts';

/** With the line break. A longer line is nobody's. */
export const longestLine = 1024 * 1024;

/** STATE-LOG-LINE */
export function encodeLine({ eventKind, timestampUnixMs, payload }: AuditLine): string {
  const text = encodeJson(
    new Map([
      ['event_kind', eventKind],
      ['timestamp_unix_ms', timestampUnixMs],
      ['payload', payload],
    ]),
  );
  return `${text.slice(0, -1)},"line_sha256":"${checksum(text)}"}\n`;
}

export type LineProblem = 'not-json' | 'checksum';

/** Undefined where it is as it was written. A line without a checksum is one of a program that knows none. */
export function problemOf(line: Uint8Array): LineProblem | undefined {
  const parsed = parseJson(line);
  if (!parsed.ok || !(parsed.value instanceof Map)) return 'not-json';
  if (!parsed.value.has('line_sha256')) return undefined;
  const text = Buffer.from(line).toString();
  const [, before, sha256] = /^(.*),"line_sha256":"([0-9a-f]{16})"\}$/s.exec(text) ?? [];
  return before !== undefined && checksum(`${before}}`) === sha256 ? undefined : 'checksum';
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

import { createHash } from 'node:crypto';
import type { StatusRow } from './change.ts';
import type { EventRow } from './rows.ts';
import * as place from './step-places.ts';

/**
 * One step of a change that is decided. Paths are relative to the root and written with slashes, so that whoever can
 * write a transaction can still write nowhere else; the trust store alone may stand elsewhere, and is named by whoever
 * opens the state. Each step can be done again, whether it was done before, in part, or not at all.
 */
export type Step =
  | { readonly do: 'place-folder'; readonly staged: string; readonly target: string; readonly aside: string }
  | { readonly do: 'replace'; readonly staged: string; readonly target: string; readonly sha256: string }
  | { readonly do: 'delete-file'; readonly target: string }
  | { readonly do: 'trust-store'; readonly staged: string; readonly path: string; readonly sha256: string }
  | { readonly do: 'link'; readonly folder: string; readonly to: string | null; readonly staged: string }
  | { readonly do: 'append'; readonly before: number; readonly lines: string }
  | { readonly do: 'rows'; readonly statuses: readonly StatusRow[]; readonly events: readonly EventRow[] }
  | { readonly do: 'remove-folder'; readonly target: string; readonly aside: string };

export interface Transaction {
  /** Never used twice. */
  readonly id: string;
  readonly steps: readonly Step[];
}

export const largestTransaction = 128 * 1024 * 1024;
/** The first line: a checksum, and what tells one state from another. */
export const sealLength = 65;

export function encodeTransaction(transaction: Transaction): Uint8Array {
  const body = JSON.stringify(transaction, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
  return Buffer.from(`${sha256Of(body)}\n${body}\n`);
}

/** `torn` where it is not all there: then it was never decided. `strange` where another program made it. */
export function parseTransaction(bytes: Uint8Array): Transaction | 'torn' | 'strange' {
  const seal = Buffer.from(bytes.subarray(0, sealLength)).toString('latin1');
  const body = bytes.subarray(sealLength, -1);
  if (!/^[0-9a-f]{64}\n$/.test(seal) || bytes.at(-1) !== 0x0a || sha256Of(body) !== seal.slice(0, 64)) return 'torn';
  const value = parsed(Buffer.from(body).toString());
  if (!isRecord(value) || !isText(value['id']) || !Array.isArray(value['steps'])) return 'strange';
  const steps: Step[] = [];
  for (const step of value['steps']) {
    const read = isRecord(step) ? readStep(step) : undefined;
    if (read === undefined) return 'strange';
    steps.push(read);
  }
  return { id: value['id'], steps };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** STATE-PATHS: of places that a change can have, and of no others. */
function readStep(step: Fields): Step | undefined {
  const { staged, target, aside, folder, to, before, lines, path, sha256 } = step;
  switch (step['do']) {
    case 'place-folder':
      if (!place.isPrepared(staged) || !place.isVersion(target) || !place.isPrepared(aside)) return undefined;
      return { do: 'place-folder', staged, target, aside };
    case 'replace':
      if (!place.isPrepared(staged) || !place.isWholeFile(target) || !isText(sha256)) return undefined;
      return { do: 'replace', staged, target, sha256 };
    case 'delete-file':
      return place.isPluginConfig(target) ? { do: 'delete-file', target } : undefined;
    case 'trust-store':
      if (!place.isPreparedStore(staged) || !isText(path) || !isText(sha256)) return undefined;
      return { do: 'trust-store', staged, path, sha256 };
    case 'link':
      if (!place.isSkill(folder) || !place.isPrepared(staged) || !(to === null || place.isVersionName(to)))
        return undefined;
      return { do: 'link', folder, to, staged };
    case 'append':
      if (!Number.isSafeInteger(before) || Number(before) < 0 || !isText(lines)) return undefined;
      return { do: 'append', before: Number(before), lines };
    case 'rows':
      return readRows(step);
    case 'remove-folder':
      if (!place.isVersion(target) || !place.isPrepared(aside)) return undefined;
      return { do: 'remove-folder', target, aside };
    default:
      return undefined;
  }
}

function readRows({ statuses, events }: Fields): Step | undefined {
  if (!Array.isArray(statuses) || !Array.isArray(events)) return undefined;
  const rows = [...statuses, ...events].map(readRow);
  if (rows.includes(undefined)) return undefined;
  // Written by this program, as the checksum says; the database refuses what does not fit.
  return {
    do: 'rows',
    statuses: rows.slice(0, statuses.length) as unknown as readonly StatusRow[],
    events: rows.slice(statuses.length) as unknown as readonly EventRow[],
  };
}

const times: ReadonlySet<string> = new Set(['detectedAtMs', 'createdAtUnixMs', 'updatedAtUnixMs', 'recordedAtUnixMs']);

function readRow(row: unknown): Fields | undefined {
  if (!isRecord(row)) return undefined;
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    if (times.has(name)) {
      if (!isText(value) || !/^-?\d+n$/.test(value)) return undefined;
      fields[name] = BigInt(value.slice(0, -1));
    } else if (isText(value) || value === null || typeof value === 'number') fields[name] = value;
    else return undefined;
  }
  return fields;
}

type Fields = { readonly [name: string]: unknown };

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

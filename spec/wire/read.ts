import { isJsonArray, isJsonObject, type Json } from '../json/value.ts';
import type { WireValue } from '../operations.ts';
import type { BytePlaces } from './byte-places.ts';
import { type BlobSource, readBytes, type WireProblemKind } from './read-bytes.ts';

export type WireRead =
  | { readonly ok: true; readonly value: WireValue }
  | { readonly ok: false; readonly problem: WireProblem };

interface WireProblem {
  readonly kind: WireProblemKind;
  /** Below the input or the value: `seed`, `modules[0].bytes`. */
  readonly at: string;
  readonly detail: string;
}

/**
 * Turns the objects that stand for bytes into bytes, and leaves everything else as it is. What has another shape than
 * the places ask for, a missing member or null, is left for others to judge.
 */
export function readWire(value: Json, places: BytePlaces | undefined, blobs: BlobSource): WireRead {
  const problems: WireProblem[] = [];
  const read = readAt(value, places, '', { blobs, problems });
  const [problem] = problems;
  return problem === undefined ? { ok: true, value: read } : { ok: false, problem };
}

interface Reading {
  readonly blobs: BlobSource;
  /** Empty until the first one, which is where the reading ends. */
  readonly problems: WireProblem[];
}

/** Goes as deep as the places do, whatever the depth of the value. */
function readAt(value: Json, places: BytePlaces | undefined, at: string, reading: Reading): WireValue {
  if (places === undefined || value === null || reading.problems.length > 0) return value;
  switch (places.kind) {
    case 'bytes': {
      const read = readBytes(value, reading.blobs);
      if (read.ok) return read.bytes;
      reading.problems.push({ kind: read.kind, at, detail: read.detail });
      return value;
    }
    case 'items':
      if (!isJsonArray(value)) return value;
      return value.map((item, index) => readAt(item, places.each, `${at}[${index}]`, reading));
    case 'members': {
      if (!isJsonObject(value)) return value;
      const members = new Map<string, WireValue>(value);
      for (const [name, inner] of places.places) {
        const member = value.get(name);
        if (member !== undefined) members.set(name, readAt(member, inner, at === '' ? name : `${at}.${name}`, reading));
      }
      return members;
    }
  }
}

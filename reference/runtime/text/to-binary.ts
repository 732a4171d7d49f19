import { moduleCaps } from '#spec/constants.ts';
import type { RuntimeFailure } from '#spec/failure/runtime.ts';
import type { RuntimeResult } from '../result.ts';
import { parseWat } from './wat.ts';

const magic = [0x00, 0x61, 0x73, 0x6d];

/** What does not begin as a binary module does is taken for text. */
export function isBinary(bytes: Uint8Array): boolean {
  return magic.every((byte, position) => bytes[position] === byte);
}

/**
 * The binary form of a module, which may itself be anything but valid. A binary is handed back as it is. Text of few
 * bytes can keep the parser busy for a minute, so that what is not trusted belongs into a thread that can be ended.
 */
export async function toBinary(bytes: Uint8Array<ArrayBuffer>): Promise<RuntimeResult<Uint8Array<ArrayBuffer>>> {
  if (isBinary(bytes)) return { ok: true, value: bytes };
  if (bytes.length > moduleCaps.text) return fail({ code: 'runtime.too-large', what: 'text', limit: moduleCaps.text });
  const text = decode(bytes);
  if (text === undefined) return fail({ code: 'runtime.malformed-text', detail: 'neither a binary module nor UTF-8' });
  const parsed = await parseWat(text);
  if (!parsed.ok) return fail({ code: 'runtime.malformed-text', detail: parsed.detail });
  return { ok: true, value: parsed.bytes };
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    // A byte order mark stays where it is: the parser refuses it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function fail(failure: RuntimeFailure): { readonly ok: false; readonly failure: RuntimeFailure } {
  return { ok: false, failure };
}

import { constants, inflateRawSync } from 'node:zlib';

export type Inflated =
  | {
      readonly kind: 'whole';
      readonly content: Uint8Array;
      readonly consumed: number;
      /** False where the input ended before the stream did. */
      readonly isFinished: boolean;
    }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'broken'; readonly detail: string };

/**
 * Unpacks a Deflate stream into at most `most` bytes. The declared size is a hint that saves an honest archive a copy;
 * no memory is asked for that the packed bytes could not fill.
 */
export function inflate(packed: Uint8Array, declared: number, most: number): Inflated {
  const possible = Math.min(most, packed.length * largestRatio);
  const hint = Math.min(declared, possible);
  const hinted = inflateWithin(packed, hint);
  const result = hinted.kind === 'too-long' && hint < possible ? inflateWithin(packed, possible) : hinted;
  // A chunk that was far too large must not stay alive for the little that it holds.
  return result.kind === 'whole' && result.content.length !== declared
    ? { ...result, content: Buffer.from(result.content) }
    : result;
}

/** The best that Deflate can do is 258 bytes for two bits. */
const largestRatio = 1032;
const smallestChunk = 64;

/** A stream that is cut short is read as far as it goes, as shipping software does. */
function inflateWithin(packed: Uint8Array, most: number): Inflated {
  return inflateOnce(packed, most, constants.Z_FINISH) ?? inflateAsFar(packed, most);
}

function inflateAsFar(packed: Uint8Array, most: number): Inflated {
  const result = inflateOnce(packed, most, constants.Z_SYNC_FLUSH);
  return result ?? { kind: 'broken', detail: 'its compressed data is cut short' };
}

/** Undefined where the stream ends too early to be finished this way. */
function inflateOnce(packed: Uint8Array, most: number, finishFlush: number): Inflated | undefined {
  const options = {
    maxOutputLength: Math.max(most, 1),
    // In one chunk, a byte longer than allowed: whatever follows the limit is never looked at, right or wrong.
    chunkSize: Math.max(most + 1, smallestChunk),
    info: true,
    finishFlush,
  };
  try {
    // The types leave out what `info` changes.
    const { buffer, engine } = inflateRawSync(packed, options) as unknown as WithEngine;
    return {
      kind: 'whole',
      content: buffer,
      consumed: engine.bytesWritten,
      isFinished: finishFlush === constants.Z_FINISH,
    };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'too-long' };
    if (code === 'Z_DATA_ERROR') return { kind: 'broken', detail: 'its compressed data is not a Deflate stream' };
    if (code === 'Z_BUF_ERROR') return undefined;
    throw error;
  }
}

interface WithEngine {
  readonly buffer: Uint8Array;
  readonly engine: { readonly bytesWritten: number };
}

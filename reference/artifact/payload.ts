import { createHash } from 'node:crypto';
import { payloadContext, signatureEntry } from '#spec/constants.ts';
import { compareBytes } from '../text/byte-order.ts';

/** The digest that a signature speaks for: every entry but the signature's own, framed and in byte order of the names. */
export function payloadSha256(entries: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256').update(payloadContext);
  const names = [...entries.keys()].filter((name) => name !== signatureEntry).sort(compareBytes);
  for (const name of names) {
    const content = entries.get(name) ?? new Uint8Array();
    const encoded = Buffer.from(name);
    hash.update(bigEndian64(encoded.length)).update(encoded).update(bigEndian64(content.length)).update(content);
  }
  return hash.digest('hex');
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function bigEndian64(value: number): Uint8Array {
  const out = Buffer.alloc(8);
  out.writeBigUInt64BE(BigInt(value));
  return out;
}

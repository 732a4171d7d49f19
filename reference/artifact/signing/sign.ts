import { sign as signWithNode } from 'node:crypto';
import { privateKeyObject } from './key-object.ts';
import type { SigningKey } from './signing-key.ts';

/** Pure Ed25519, which is deterministic: one key and one message have one signature. */
export function sign(key: SigningKey, message: Uint8Array): Uint8Array {
  return new Uint8Array(signWithNode(null, message, privateKeyObject(key.seed)));
}

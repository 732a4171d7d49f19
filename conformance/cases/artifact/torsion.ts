import { createHash } from 'node:crypto';
import { assemble, encodeArtifact } from '#fixtures/artifact/encode.ts';
import { baseArtifact } from '#fixtures/artifact/model.ts';
import {
  add,
  basePoint,
  decodeInteger,
  encodeInteger,
  encodePoint,
  fieldPrime,
  groupOrder,
  identity,
  multiply,
  type Point,
  pointOfOrderEight,
} from '#fixtures/signing/edwards.ts';
import { keyIdOf } from '#fixtures/signing/keys.ts';
import type { World } from '#fixtures/world.ts';
import type { Case, Edit } from '../../case.ts';
import { put, refusals } from '../../rows.ts';
import { minimal } from './given.ts';

const smallOrder = refusals(['SIG-SMALL-ORDER'], minimal, 'signature.small-order');
const canonicalKey = refusals(['SIG-CANONICAL-KEY'], minimal, 'signature.non-canonical-key');
const invalid = refusals(['SIG-VERIFY'], minimal, 'signature.invalid');

const torsion = pointOfOrderEight();
const signBit = 1n << 255n;

/** The multiples of a point of order eight are all points of small order; none, the identity, stands elsewhere. */
const multiples = [1n, 2n, 3n, 4n, 5n, 6n, 7n];

/** Points of small order, each in a spelling that is not its own. */
const misspelt: readonly (readonly [string, bigint])[] = [
  ['prime-for-0', fieldPrime],
  ['prime-for-0-with-sign', fieldPrime | signBit],
  ['prime-and-1-for-1-with-sign', (fieldPrime + 1n) | signBit],
  ['minus-1-with-sign', (fieldPrime - 1n) | signBit],
];

interface Signed {
  readonly publicKey: Uint8Array;
  readonly r: Uint8Array;
  readonly s: bigint;
}

/** Every point that can speak for nobody, as a key and as R, under a signature that holds. */
export const torsionCases: readonly Case[] = [
  ...multiples.map((times) =>
    smallOrder(`artifact/key-of-small-order-times-${times}`, resigned(byKey(encodePoint(multiply(torsion, times))))),
  ),
  ...multiples.map((times) => smallOrder(`artifact/r-of-small-order-times-${times}`, resigned(byR(times)))),
  ...misspelt.map(([what, key]) => canonicalKey(`artifact/key-spelt-${what}`, resigned(byKey(encodeInteger(key))))),
  invalid('artifact/s-is-the-order-of-the-group', resigned(byIdentity)),
];

/** A key whose point vanishes in eight steps: any R holds whose challenge is a multiple of eight. */
function byKey(publicKey: Uint8Array): (message: Uint8Array) => Signed {
  return (message) => {
    let nonce = 1n;
    let point = basePoint;
    while (challengeOf(encodePoint(point), publicKey, message) % 8n !== 0n) {
      nonce++;
      point = add(point, basePoint);
    }
    return { publicKey, r: encodePoint(point), s: nonce };
  };
}

/** A key that is an honest one plus the point of order eight: its challenge takes that point to minus R. */
function byR(times: bigint): (message: Uint8Array) => Signed {
  const r = encodePoint(multiply(torsion, times));
  return (message) => {
    let secret = 1n;
    let point: Point = add(basePoint, torsion);
    while ((challengeOf(r, encodePoint(point), message) + times) % 8n !== 0n) {
      secret++;
      point = add(point, basePoint);
    }
    const publicKey = encodePoint(point);
    return { publicKey, r, s: (challengeOf(r, publicKey, message) * secret) % groupOrder };
  };
}

/** It would hold over every message if S were not too large by one. */
function byIdentity(): Signed {
  const point = encodePoint(identity);
  return { publicKey: point, r: point, s: groupOrder };
}

/** The same payload under another key and signature. */
function resigned(sign: (message: Uint8Array) => Signed): (world: World) => Edit {
  return (world) => {
    const base = baseArtifact(world);
    const { names } = world.parameters;
    const { publicKey, r, s } = sign(Buffer.from(assemble(base, names).payloadSha256));
    const values = {
      key_id: `"${keyIdOf(publicKey)}"`,
      public_key_base64: base64(publicKey),
      signature_base64: base64(Buffer.concat([r, encodeInteger(s)])),
    };
    const signing = { ...base.signing, record: { ...base.signing.record, values } };
    return put(['artifact'], encodeArtifact({ ...base, signing }, names));
  };
}

function challengeOf(r: Uint8Array, publicKey: Uint8Array, message: Uint8Array): bigint {
  const digest = createHash('sha512').update(r).update(publicKey).update(message).digest();
  return decodeInteger(digest) % groupOrder;
}

function base64(bytes: Uint8Array): string {
  return `"${Buffer.from(bytes).toString('base64')}"`;
}

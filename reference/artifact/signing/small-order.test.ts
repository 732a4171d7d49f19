import { Point } from '@noble/ed25519';
import { expect, test } from 'vitest';
import { encodeHex } from '../../text/hex.ts';
import { isCanonicalPoint } from './curve.ts';
import { smallOrderEncodings } from './small-order.ts';

const { p: prime, n: groupOrder } = Point.CURVE();

test('the table holds every spelling of the eight points and nothing else (SIG-SMALL-ORDER)', () => {
  const generator = pointOfOrderEight();
  const derived = new Set<string>();
  for (let point = generator, count = 0; count < 8; point = point.add(generator), count++) {
    for (const spelling of spellings(point)) derived.add(encodeHex(spelling));
  }
  expect([...smallOrderEncodings].sort()).toEqual([...derived].sort());
  expect(derived.size).toBe(14);
});

test('exactly eight of the spellings are canonical (SIG-CANONICAL-KEY)', () => {
  const canonical = [...smallOrderEncodings].filter((hex) => isCanonicalPoint(Buffer.from(hex, 'hex')));
  expect(canonical).toHaveLength(8);
  for (const hex of canonical) expect(Point.fromHex(hex, false).toHex()).toBe(hex);
});

/** What is left of a point after its part in the large group is taken away has an order that divides eight. */
function pointOfOrderEight(): Point {
  for (let y = 2n; ; y++) {
    const point = decode(encode(y, 0n));
    const torsion = point?.multiplyUnsafe(groupOrder - 1n).add(point);
    if (torsion !== undefined && !torsion.double().double().is0()) return torsion;
  }
}

/** With y or y + prime, as far as that fits into 255 bits, and with either sign where x is zero. */
function spellings(point: Point): Uint8Array[] {
  const { x, y } = point.toAffine();
  const signs = x === 0n ? [0n, 1n] : [x & 1n];
  return [y, y + prime]
    .filter((value) => value < 2n ** 255n)
    .flatMap((value) => signs.map((sign) => encode(value, sign)));
}

function encode(y: bigint, sign: bigint): Uint8Array {
  const hex = ((sign << 255n) | y).toString(16).padStart(64, '0');
  return Buffer.from(hex, 'hex').reverse();
}

function decode(bytes: Uint8Array): Point | undefined {
  try {
    return Point.fromBytes(bytes, true);
  } catch {
    return undefined;
  }
}

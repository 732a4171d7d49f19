import { encodeHex } from '../../text/hex.ts';

/** The few facts of the curve that judging a public key needs; the arithmetic of signatures is left to node:crypto. */
const prime = 2n ** 255n - 19n;
const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
const d = 37095705934669439343138083508754565189542113879843219016388785533085940283555n;
const signBit = 2n ** 255n;

/**
 * SIG-KEY: whether 32 bytes stand for a point at all. The x of y satisfies x² = (y² − 1) / (d·y² + 1); the divisor is
 * never zero, so there is an x exactly if the product of both is zero or a square. A y of `prime` or more counts as
 * its remainder, and a sign bit on x = 0 is overlooked: whether such a spelling is tolerated is asked elsewhere.
 */
export function isCurvePoint(encoded: Uint8Array): boolean {
  const y = littleEndian(encoded) % signBit;
  const square = (y * y) % prime;
  const product = ((square + prime - 1n) * (d * square + 1n)) % prime;
  return product === 0n || power(product, (prime - 1n) / 2n) === 1n;
}

/** SIG-CANONICAL-KEY: y is below `prime`, and x = 0, which belongs to y = 1 and y = −1, carries no sign. */
export function isCanonicalPoint(encoded: Uint8Array): boolean {
  const value = littleEndian(encoded);
  const y = value % signBit;
  return y < prime && !(value >= signBit && (y === 1n || y === prime - 1n));
}

/** SIG-VERIFY: S and S plus the group order would sign the same message, so only the lesser one counts. */
export function isCanonicalScalar(encoded: Uint8Array): boolean {
  return littleEndian(encoded) < groupOrder;
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${encodeHex(bytes.toReversed())}`);
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % prime;
    factor = (factor * factor) % prime;
  }
  return result;
}

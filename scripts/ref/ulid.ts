const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** So many ids of one moment, each above the one before it. */
export function ulids(count: number, nowUnixMs: bigint, random: Uint8Array): readonly string[] {
  const first = BigInt(`0x${Buffer.from(random.subarray(0, 10)).toString('hex')}`);
  return Array.from({ length: count }, (_, at) => {
    const chance = BigInt.asUintN(80, first + BigInt(at));
    return encode((BigInt.asUintN(48, nowUnixMs) << 80n) | chance);
  });
}

function encode(id: bigint): string {
  const letters = Array.from({ length: 26 }, (_, at) => alphabet[Number((id >> BigInt(5 * (25 - at))) & 31n)] ?? '');
  return letters.join('');
}

/**
 * Orders two texts as their UTF-8 bytes are ordered. The `<` of strings compares UTF-16 units, which puts the
 * characters beyond U+FFFF (a pair of surrogates, U+D800 and up) before U+E000.
 */
export function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i);
    const right = b.charCodeAt(i);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

/** The place of a unit among others: the surrogates come last, everything else as it stands. */
function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** The fewest digits that read back as the same number, with a point and without an exponent. */
export function encodeFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const count = String(value)
    .replace(/^-|e.*$|\./g, '')
    .replace(/^0+|0+$/g, '').length;
  // BUILD-MANIFEST: of two that are equally near, the one further from zero, where `String` takes the even one.
  const [, sign = '', whole = '', fraction = '', exponent = ''] =
    /^(-?)(\d)(?:\.(\d+))?e(.*)$/.exec(value.toExponential(Math.max(0, count - 1))) ?? [];
  return sign + withPoint(whole + fraction, Number(exponent) + 1);
}

/** `places` digits stand before the point; where it is negative, so many zeros stand behind it first. */
function withPoint(digits: string, places: number): string {
  if (places <= 0) return `0.${'0'.repeat(-places)}${digits}`;
  return `${digits.slice(0, places).padEnd(places, '0')}.${digits.slice(places) || '0'}`;
}

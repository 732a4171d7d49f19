/** The fewest digits that read back as the same number, with a point and without an exponent. */
export function encodeFloat(value: number): string {
  if (Object.is(value, -0)) return '-0.0';
  const [digits = '', exponent] = String(value).split('e');
  const text = exponent === undefined ? digits : shiftPoint(digits, Number(exponent));
  return text.includes('.') ? text : `${text}.0`;
}

function shiftPoint(decimal: string, places: number): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d)(?:\.(\d+))?$/.exec(decimal) ?? [];
  const digits = whole + fraction;
  if (places < 0) return `${sign}0.${'0'.repeat(-places - 1)}${digits}`;
  return `${sign}${digits.padEnd(places + 1, '0')}`;
}

/** The greatest magnitudes that are read at all, by the prefix of the literal and without leading zeros. */
const greatest = {
  '0x': 'f'.repeat(32),
  '0o': `3${'7'.repeat(42)}`,
  '0b': '1'.repeat(128),
  decimal: String(2n ** 128n - 1n),
  negative: String(2n ** 127n),
} as const;

/**
 * MAN-NUMBER-RANGE: does the literal fit what a reader can hold, a double or 128 bits? The range of its field is judged
 * where the field is known. What is no number at all is left to the reader.
 */
export function isReadable(literal: string): boolean {
  const prefix = literal.slice(0, 2);
  const digits = literal.replaceAll('_', '');
  if (prefix === '0x' || prefix === '0o' || prefix === '0b') {
    return isAtMost(digits.slice(2).toLowerCase(), greatest[prefix]);
  }
  if (/[.eE]/.test(digits)) return Math.abs(Number(digits)) !== Number.POSITIVE_INFINITY;
  if (digits.startsWith('-')) return isAtMost(digits.slice(1), greatest.negative);
  return isAtMost(digits.startsWith('+') ? digits.slice(1) : digits, greatest.decimal);
}

function isAtMost(digits: string, limit: string): boolean {
  if (digits.length < limit.length) return true;
  const significant = digits.replace(/^0+/, '');
  return significant.length < limit.length || (significant.length === limit.length && significant <= limit);
}

import { expect, test } from 'vitest';
import { isIdentifier } from './identifier.ts';

test.each(['a', '0', '.', '..', '-', ':', 'a.b_c-d:e', ' acme ', 'acme\u0085', 'a'.repeat(10_000)])(
  '%j is an identifier (MAN-IDENTIFIER)',
  (text) => {
    expect(isIdentifier(text)).toBe(true);
  },
);

test.each(['', ' ', 'A', 'Acme', 'ac me', 'acme\ufeff', 'é', '\u212a', 'a\n.b', 'a/b', 'a*'])(
  '%j is none (MAN-IDENTIFIER)',
  (text) => {
    expect(isIdentifier(text)).toBe(false);
  },
);

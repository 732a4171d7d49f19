import { expect, test } from 'vitest';
import { parseReauditInterval } from './reaudit-interval.ts';

const bad = (value: string) => ({ ok: false, failure: { code: 'reaudit.bad-interval', value } });

test.each([
  [undefined, 21_600_000n],
  ['0', 0n],
  [' 500 ', 500n],
  ['00000000000000000000000000500', 500n],
  ['18446744073709551615', 2n ** 64n - 1n],
])('%o means %i ms (PLAN-INTERVAL, PLAN-DEFAULT)', (text, interval) => {
  expect(parseReauditInterval(text)).toEqual({ ok: true, value: interval });
});

test.each(['', ' ', '-1', '+1', 'abc', '1.0', '1e3', '0x1', '18446744073709551616', '٥'])(
  '%o is refused (PLAN-INTERVAL)',
  (text) => {
    expect(parseReauditInterval(text)).toEqual(bad(text));
  },
);

test('a text without end takes no time (PLAN-INTERVAL)', () => {
  for (const text of ['9'.repeat(1_000_000), `${'0'.repeat(1_000_000)}x`]) {
    const start = performance.now();
    expect(parseReauditInterval(text).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

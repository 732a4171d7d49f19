import { expect, test } from 'vitest';
import type { FunctionProfile } from '#reference/runtime/engine/insight.ts';
import { profileText } from './profile-text.ts';

function functionOf(index: number, self: bigint, more: Partial<FunctionProfile> = {}): FunctionProfile {
  return { index, name: `work_${index}`, calls: 1n, self, inclusive: self, ...more };
}

test('numbers stand to the right, and a bar is as long as its share of the longest', () => {
  const text = profileText([
    functionOf(3, 3000n, { name: 'parse', calls: 12n }),
    functionOf(0, 1000n, { name: 'run', inclusive: 4001n }),
    functionOf(4, 1n, { name: 'tiny' }),
  ]);
  expect(text).toBe(`\
           self         inclusive  calls                            function
  3_000  75.0 %  3_000     75.0 %     12  ████████████████████████  parse
  1_000  25.0 %  4_001    100.0 %      1  ████████                  run
      1   0.0 %      1      0.0 %      1  ▏                         tiny
`);
});

test('what does not fit on a page is counted, and JSON has it', () => {
  const functions = Array.from({ length: 23 }, (_, i) => functionOf(i, BigInt(100 - i)));
  const text = profileText(functions);
  expect(text.split('\n')).toHaveLength(1 + 20 + 1 + 1);
  expect(text).toContain('and 3 more with 237 (11.6 %); --json has all of them');
});

test('a name cannot steer the terminal, and one without is told how to get one', () => {
  const text = profileText([
    functionOf(0, 2n, { name: '\u001b[2J' }),
    functionOf(1, 1n, { name: 'a b "c"' }),
    functionOf(2, 0n, { name: 'func[2]' }),
  ]);
  expect(text).not.toContain('\u001b');
  expect(text).toContain('"\\u001b[2J"');
  expect(text).toContain('"a b \\"c\\""');
  expect(text).toMatch(/ func\[2\]\n.*asc --debug.*\n$/);
});

test('where nothing was called, that is all there is to say; where nothing was used, no share is', () => {
  expect(profileText([])).toBe('  none: no function was called\n');
  expect(profileText([functionOf(0, 0n)])).toContain('0.0 %');
});

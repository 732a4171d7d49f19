import { expect, test } from 'vitest';
import { describeProcesses } from './describe-processes.ts';

test.each([
  [['sleep'], '1 process: "sleep"'],
  [['sh', 'sleep', 'sleep'], '3 processes: "sh, sleep × 2"'],
  [Array.from({ length: 48 }, () => 'sleep'), '48 processes: "sleep × 48"'],
])('processes of one name are counted', (names, told) => {
  expect(describeProcesses(names)).toBe(told);
});

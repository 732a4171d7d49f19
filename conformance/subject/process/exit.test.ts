import { expect, test } from 'vitest';
import { describeExit } from './exit.ts';

test.each([
  [{ code: 0, signal: null }, 'with code 0'],
  [{ code: 7, signal: null }, 'with code 7'],
  [{ code: 127, signal: null }, 'with code 127, by convention a command that is not found'],
  [{ code: 139, signal: null }, 'with code 139, by convention SIGSEGV (a segmentation fault)'],
  [{ code: 143, signal: null }, 'with code 143, by convention SIGTERM'],
  [{ code: 255, signal: null }, 'with code 255'],
  [{ code: null, signal: 'SIGSEGV' }, 'by SIGSEGV (a segmentation fault)'],
  [{ code: null, signal: 'SIGUSR1' }, 'by SIGUSR1'],
] as const)('how a program left is told: %j', (exit, text) => {
  expect(describeExit(exit)).toBe(text);
});

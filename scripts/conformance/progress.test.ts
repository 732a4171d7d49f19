import { expect, test } from 'vitest';
import { progressDisplay, progressText } from './progress.ts';
import { Sandbox } from './testing/sandbox.ts';

test('progress says how many are done, how fast, how many failed and how long it will take', () => {
  expect(progressText({ done: 500, planned: 1500, failed: 3 }, 2)).toBe('500/1500 cases, 250/s, 3 failed, 4 s left');
  expect(progressText({ done: 10, planned: 20_000, failed: 0 }, 1)).toBe(
    '10/20000 cases, 10/s, 0 failed, 33 min 19 s left',
  );
  expect(progressText({ done: 0, planned: 5, failed: 0 }, 0)).toBe('0/5 cases, 0/s, 0 failed');
});

test('in CI it is a whole line every five seconds', () => {
  const sandbox = new Sandbox();
  const written: string[] = [];
  let now = 0;
  const shell = { ...sandbox.shell, env: { CI: 'true' }, writeStderr: (text: string) => void written.push(text) };
  const display = progressDisplay(shell, () => now);
  for (let done = 1; done <= 120; done++) {
    now += 100;
    display.show({ done, planned: 200, failed: 1 });
  }
  display.end();
  expect(written).toEqual(['50/200 cases, 10/s, 1 failed, 15 s left\n', '100/200 cases, 10/s, 1 failed, 10 s left\n']);
  sandbox.remove();
});
